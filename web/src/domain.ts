// The records the server sends, under its own names.

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

/** Something the server says in words: which sentence, with which values, and the same in English. */
export interface Statement {
  code: string;
  values: Record<string, number | string | string[]>;
  sentence: string;
}

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
  assumptions: Statement[];
  /** Absent where the server knows of no hazards, nights or what-ifs at all. */
  hazards?: HazardLayer[];
  elevation?: boolean;
}

/** A rule pack that a question may be judged by. */
export interface RulePack {
  name: string;
  version: string;
  title: string;
  titles: Names;
  /** Name of the pack whose figures hold where it is silent. */
  extends: string | null;
  /** Whether it is meant where a question names none. */
  default: boolean;
  standards: { name: string; title: string; year: number | null }[];
  minutes: number;
  profiles: Profile[];
}

export interface Figure {
  key: string;
  value: number;
  unit: string;
  clause: string | null;
  source: string;
  verified: boolean;
  /** Of a test: what a space becomes that fails it. */
  fails: 'unsuitable' | 'conditional' | null;
  /** Name of the pack that says so. */
  pack: string;
}

/** A rule pack with all its figures. */
export interface RuleFigures extends Omit<RulePack, 'default' | 'minutes' | 'profiles'> {
  figures: Figure[];
}

/** The kinds of event that a shelter may or may not serve. */
export const HAZARDS = ['earthquake', 'flood', 'inland-flood', 'storm-surge', 'tsunami', 'landslide', 'fire', 'volcano', 'epidemic', 'chemical'];

/** How long people stay in a shelter, shortest first. */
export const STAYS = ['emergency', 'short', 'medium', 'long'];

/** Zones of one name, which are switched on together. */
export interface HazardLayer {
  name: string;
  /** Its kind. */
  hazard: string;
  zones: number;
  deepestM: number | null;
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
  scenario?: string | null;
  hazard?: string | null;
  night?: boolean;
  /** Where it was asked for: who finds room. Then `people.covered` are those placed in time. */
  capacity?: Capacity | null;
  /** Known to the question, open or not. Where none is, nothing is known of people, whatever the numbers say. */
  shelters: number;
  people: People;
  walkSeconds: WalkSeconds;
  districts: District[];
  /** Where groups are recorded, and room does not count. */
  groups: { id: string; people: People }[];
  gaps: Gap[];
  gapCount: number;
  shelterNote: string | null;
  attribution: string;
  assumptions: Statement[];
}

export interface Capacity {
  placed: number;
  /** People who find room only if what is not recorded is favourable. */
  unknown: number;
  /** People with a way in time for whom no place is left even then. */
  notPlaced: number;
  /** People with a way to a shelter, but to none in time even then. */
  tooFar: number;
  /** People with no way to a shelter that counts. */
  noWay: number;
  totalWalkSeconds: number;
  /** People placed if what is not recorded is favourable. */
  mostPlaced: number;
  /** What comes of it if everybody runs to the nearest. */
  nearestFirst: { placed: number; notPlaced: number; totalWalkSeconds: number };
  /** Shelters whose capacity is not recorded. */
  unknownCapacity: number;
  shelters: ShelterRoom[];
}

export interface ShelterRoom {
  shelter: number;
  name: string | null;
  names: Names;
  capacity: number | null;
  placed: number;
  /** People if everybody went to the nearest. */
  nearest: number;
  areaM2: number | null;
  m2PerPerson: number | null;
  ruleM2PerPerson: number | null;
  /** How many more people would find room if there were one more place here. */
  pricePeople: number;
  /** Walking time that one more place here would save all together; below 0 where one more then walks. */
  priceSeconds: number;
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
  /** The place itself lies in closed ground. */
  inHazard: boolean;
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

/** A question about the whole area. The names are those of the server's options. */
export interface Question {
  area: string;
  profile: string;
  minutes: number;
  k: number;
  hazard: string | null;
  night: boolean;
  rules: string | null;
  scenario: string | null;
}

/** A question about spaces: for one hazard and one stay. */
export interface SpaceQuestion extends Question {
  hazard: string;
  stay: string | null;
}
