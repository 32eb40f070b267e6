// The records the server sends, under its own names, and the state of the page. Types only.

export interface People {
  total: number;
  covered: number;
  unknown: number;
  notCovered: number;
  unreachable: number;
}

/** Seconds; null where nobody has a way. */
export interface WalkSeconds {
  median: number | null;
  percentile95: number | null;
}

export type Bounds = [west: number, south: number, east: number, north: number];
export type Names = Record<string, string>;

export interface Profile {
  name: string;
  speedMetresPerSecond: number;
  stairsMetresPerSecond: number;
  wheels: boolean;
  source: string;
  verified: boolean;
}

export interface Area {
  name: string;
  title: string;
  titles: Names;
  dataDate: string | null;
  bounds: Bounds;
  people: number;
  peopleSource: string | null;
  attribution: string;
  shelterNote: string | null;
  counts: Record<string, number>;
  issues: Record<string, number>;
  profiles: Profile[];
  minutes: number;
  minutesLimit: { min: number; max: number };
  assumptions: string[];
}

export interface Areas {
  areas: Area[];
  importing: { area: string; step: string; done: number; steps: number } | null;
}

export interface District {
  id: number | null;
  name: string | null;
  names: Names;
  people: People;
  walkSeconds: WalkSeconds;
  bounds: Bounds | null;
}

export interface Gap {
  id: number;
  lon: number;
  lat: number;
  people: number;
  unknown: number;
  unreachable: number;
  lackMetres: number | null;
  lackSeconds: number | null;
  district: number | null;
  bounds: Bounds;
}

export interface Coverage {
  area: string;
  dataDate: string | null;
  rules: { name: string; version: string };
  profile: string;
  minutes: number;
  k: number;
  people: People;
  walkSeconds: WalkSeconds;
  districts: District[];
  gaps: Gap[];
  gapCount: number;
  shelterNote: string | null;
  attribution: string;
  assumptions: string[];
}

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

export interface Redundancy {
  profile: string;
  minutes: number;
  coverage: { k: number; people: People }[];
  losses: Loss[];
}

export interface Step {
  turn: string;
  street: string | null;
  metres: number;
  seconds: number;
  stairs: boolean;
  text: string;
}

export interface ShelterWay {
  id: number;
  name: string | null;
  names: Names;
  capacity: number | null;
  illustrative: boolean;
  lon: number;
  lat: number;
  hazards: Record<string, string>;
  walkSeconds: number | null;
  optimisticWalkSeconds: number | null;
  inTime: 'yes' | 'unknown' | 'no';
  straightLine: boolean;
  metres: number;
  route: { coordinates: [number, number][] };
  steps: Step[];
}

export interface Nearest {
  at: [lon: number, lat: number];
  minutes: number;
  shelters: ShelterWay[];
  shelterNote: string | null;
}

export interface Shelter {
  id: number;
  name: string | null;
  names: Names;
  capacity: number | null;
  illustrative: boolean;
  /** Middle of its extent. */
  lon: number;
  lat: number;
  geometry: { type: string; coordinates: unknown };
}

export type Language = 'en' | 'zh';

/** Where the map looks. */
export interface View {
  lon: number;
  lat: number;
  zoom: number;
}

/** What went wrong. */
export interface Failure {
  about: 'areas' | 'area' | 'shelters' | 'coverage' | 'redundancy' | 'nearest' | 'position';
  /** The server's sentence, or the name of an area that is not there; null where nobody answered. */
  sentence: string | null;
}

export interface State {
  language: Language;
  areas: Area[] | null;
  importing: Areas['importing'];
  area: string | null;
  profile: string | null;
  minutes: number | null;
  /** How many different shelters one must reach. */
  k: number;
  view: View | null;
  /** The place under the cross, in the middle of the part of the map that the panel leaves free. */
  middle: [lon: number, lat: number] | null;
  at: [lon: number, lat: number] | null;
  /** Which of the nearest shelters is shown, by its place in the list. */
  way: number;
  gap: number | null;
  district: number | null;
  online: boolean;
  coverage: Coverage | null;
  redundancy: Redundancy | null;
  /** What the map should go to; each new object goes there once. */
  goTo: { bounds: Bounds } | null;
  shelters: Shelter[];
  nearest: Nearest | null;
  loading: { coverage: boolean; nearest: boolean };
  failure: Failure | null;
}
