// What the server answers about the two lives of spaces, under its own names. Types only.
import type { Bounds, Figure, Names, Statement } from './domain';

/** A value by two readings, as if what is not recorded were unfavourable, and favourable; null where nothing recorded bounds it. */
export interface Readings {
  pessimistic: number | null;
  optimistic: number | null;
}

/** What a test, a criterion or a room rests on. */
export type FigurePart = Omit<Figure, 'fails'>;

export type Verdict = 'suitable' | 'conditional' | 'unsuitable' | 'unknown';

export interface SpaceSummary {
  space: number;
  sourceId: string;
  name: string | null;
  names: Names;
  kind: string;
  lon: number;
  lat: number;
  bounds: Bounds;
  /** Number of the shelter that it is designated as. */
  shelter: number | null;
  areaM2: number;
  /** Null for a point. */
  effectiveM2: Readings | null;
  persons: Readings | null;
  givenPersons: number | null;
  verdict: Verdict | null;
  worst: Verdict | null;
  best: Verdict | null;
  /** 0 to 1. */
  everyday: Readings | null;
  emergency: Readings | null;
  peopleNearby: Readings | null;
}

/** One test of the rules. */
export interface TestPart {
  test: string;
  key: string;
  required: number;
  unit: string;
  atLeast: boolean;
  found: Readings | null;
  state: 'passed' | 'failed' | 'unknown';
  onFailure: Verdict;
  /** What would change the outcome, as words. */
  facts: string[];
}

export interface SpaceLists {
  stay: string;
  /** The hazard that verdicts are for. */
  judgedFor: string;
  failing: { shelter: number; name: string | null; space: SpaceSummary | null; nearest: number; failed: TestPart[] }[];
  failingCount: number;
  passing: { space: SpaceSummary; newlyInReach: Readings; newlyCovered: Readings }[];
  passingCount: number;
  oneFix: { space: SpaceSummary; fix: TestPart; known: boolean; newlyInReach: Readings; newlyCovered: Readings }[];
  oneFixCount: number;
  missing: { lon: number; lat: number; people: number; district: number | null; bounds: Bounds }[];
  missingCount: number;
  greenMinutes: number;
  peopleMissing: number;
}

export interface Ground {
  outlineM2: number;
  effectiveM2: Readings;
  takenOff: { cause: string; pessimisticM2: number; optimisticM2: number }[];
  widthM: Readings;
  meanSlopePercent: Readings;
  unmeasuredM2: number;
  heightsUnknown: number;
  /** GeoJSON geometries. */
  pessimistic: Geometry | null;
  optimistic: Geometry | null;
}

export interface Geometry {
  type: string;
  coordinates: unknown;
}

export interface RoomPart {
  stay: string;
  outdoorPersons: Readings | null;
  indoorPersons: Readings | null;
  persons: Readings;
  leastArea: TestPart | null;
  /** Recorded capacity less what is found; null where none is recorded. Its null bounds lie below. */
  givenBeyond: Readings | null;
}

export interface EntrancesPart {
  count: Readings;
  directions: Readings;
  peoplePerHour: Readings;
  clearanceMinutes: Readings | null;
  within: number | null;
  list: Entrance[];
}

export interface Entrance {
  lon: number;
  lat: number;
  compass: string;
  widthM: Readings | null;
  open: boolean | null;
  wheelchair: boolean | null;
  sources: string[];
}

export interface CriterionPart {
  name: string;
  value: Readings | null;
  unit: string;
  zero: number;
  full: number;
  weight: number;
  share: number;
  score: Readings;
  /** What its value was counted from. */
  facts: Statement[];
}

export interface Worth {
  score: Readings | null;
  criteria: CriterionPart[];
  metresTo: Record<string, number>;
}

export interface EverydayPart {
  people: { minutes: number; people: Readings; groups: Record<string, Readings> | null }[];
  inside: { kind: string; count: number }[];
  takingPart: { kind: string; count: number }[];
  openingHours: string | null;
  hoursPerWeek: number | null;
  wheelchair: string | null;
  publicGreen: boolean;
  worth: Worth;
}

/** The two lives of one space. */
export interface JudgedSpace {
  stay: string;
  hazard: string | null;
  summary: SpaceSummary;
  tags: Record<string, string>;
  /** Null for a point. */
  ground: Ground | null;
  rooms: RoomPart[];
  entrances: EntrancesPart | null;
  hazards: { hazard: string; verdict: Verdict; worst: Verdict; best: Verdict; tests: TestPart[] }[];
  everyday: EverydayPart;
  emergency: Worth;
  facts: Fact[];
  figures: FigurePart[];
  assumptions: Statement[];
}

/** What a fact may be about. */
export type On = 'area' | 'district' | 'space' | 'shelter';

/** What somebody knows that no map says. */
export interface Fact {
  id: string;
  on: On;
  /** Its number now; null for the area, and where it is there no more. */
  subject: number | null;
  name: string | null;
  kind: string;
  value: number;
  unit: string;
  source: string;
  date: string;
  note: string | null;
  /** Whether no newer one says the same of the same subject. */
  current: boolean;
  gone: boolean;
}

/** A space as it lies. */
export interface SpaceShape {
  id: number;
  sourceId: string;
  name: string | null;
  names: Names;
  kind: string;
  areaM2: number;
  bounds: Bounds;
  geometry: Geometry;
}
