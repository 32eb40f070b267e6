// What the server answers about loss, fairness, borders and the unknown, under its own names. Types only.
import type { Bounds, Names, People, WalkSeconds } from './domain';

export interface Loss {
  shelter: number;
  name: string | null;
  names: Names;
  lon: number;
  lat: number;
  people: number;
  uncovered: number;
  bounds: Bounds | null;
}

/** A section of street whose loss uncovers people. */
export interface StreetLoss {
  street: number;
  name: string | null;
  kind: string;
  bridge: boolean;
  tunnel: boolean;
  steps: boolean;
  lon: number;
  lat: number;
  uncovered: number;
  bounds: Bounds | null;
}

export interface Redundancy {
  profile: string;
  minutes: number;
  coverage: { k: number; people: People }[];
  losses: Loss[];
  streets?: StreetLoss[];
}

export interface Named {
  id: number | null;
  name: string | null;
  names: Names;
}

export interface Integrity {
  together: People;
  alone: People;
  districts: (Named & { together: People; alone: People })[];
  pairs: { first: Named; second: Named; people: number; personMinutes: number }[];
}

export interface Share {
  people: number;
  covered: number;
  /** Left out of the measures of time. */
  noWay?: number;
  walkSeconds: WalkSeconds;
  gini: number | null;
  palma: number | null;
  worstTenthSeconds: number | null;
  /** Places in reach per person, where capacities that are not recorded are none; and where they are as large as may be. */
  accessibility: number | null;
  accessibilityMost?: number | null;
}

export interface Fairness {
  all: Share;
  districts: (Share & Named)[];
  /** `id` is the name of the group. */
  groups: (Share & { id: string })[];
}

export interface Surveys {
  people: People;
  facts: { layer: string; fact: string; count: number; people: number }[];
  places: { layer: string; id: number; name: string | null; facts: string[]; lon: number; lat: number; people: number; bounds: Bounds | null }[];
  levels: { coveredLow: number; coveredHigh: number } | null;
}

export interface Expected {
  /** Buildings that collapse, of 100. */
  damage: number;
  samples: number;
  seed: number;
  model: string;
  people: {
    total: number;
    /** Mean over the samples, and the ends of its 95 % confidence interval. */
    expected: number;
    low: number;
    high: number;
    /** In 5 of 100 samples no more than this. */
    bad?: number;
    /** Mean where what is not recorded is favourable. */
    mostExpected?: number;
  };
}
