// Getting people into shelters over time: what is asked, and what the server answers, under its own names.
import type { Names, Statement } from '../domain';
import { NO_SEARCH, type Search } from '../jobs';

/** How people leave: all at once, or by a curve. */
export const CURVES = ['immediate', 'logistic', 'rayleigh'] as const;
export type Curve = (typeof CURVES)[number];

/** Which figure of a gate's flow counts: that of the design, or what it lets through at most. */
export const GATES = ['physical', 'design'] as const;

/** Something that is lost on the way, a street or a shelter. All are lost at the same time. */
export interface LostWhile {
  shelter?: number;
  street?: number;
  minutes: number;
  name: string;
}

/** People of a district who start later. */
export interface Stage {
  district: number;
  minutes: number;
}

/** What is asked, beside the question of the page. */
export interface EvacuationWanted {
  curve: Curve;
  /** When half of the people have left (logistic), or most leave (Rayleigh); null for the figure of the rules. */
  minutes: number | null;
  /** Of a logistic curve; null for that of the rules. */
  slopePerMinute: number | null;
  gates: (typeof GATES)[number];
  /** When the hazard's zones arrive; null where they are there from the start. */
  hazardMinutes: number | null;
  /** Of search. */
  seconds: number;
  seed: number;
  /** Of a step of time; null for that of the rules. */
  stepSeconds: number | null;
  /** Whether it is computed what staged departure is worth. */
  staging: boolean;
  /** Times that streets are blocked by chance; 0 for never. */
  samples: number;
  /** Percent of the buildings that are damaged then. */
  damage: number;
  stages: Stage[];
  loss: LostWhile[];
  /** Percent of the people who drive out of the area. */
  carPercent: number;
  /** Whether it is computed which streets cars should drive in one direction only; only with people who drive. */
  contraflow: boolean;
}

export const USUAL_EVACUATION: EvacuationWanted = {
  curve: 'immediate', minutes: null, slopePerMinute: null, gates: 'physical', hazardMinutes: null, seconds: 60, seed: 1, stepSeconds: null,
  staging: false, samples: 0, damage: 20, stages: [], loss: [], carPercent: 0, contraflow: false,
};

/** What becomes of people. `total = placed + unknown + noWay + cutOff + noRoom + notPlanned + driving`. */
export interface Fate {
  total: number;
  placed: number;
  /** Placed only if what is not recorded is favourable. */
  unknown: number;
  notPlaced: number;
  noWay: number;
  cutOff: number;
  noRoom: number;
  notPlanned: number;
  /** Not on foot, and in none of the others; absent where nobody is. */
  driving?: number;
}

/** What a simulation came to. */
export interface Walked {
  placed: number;
  clearanceSeconds: number;
  caught: number;
  withoutRoom: number;
  noWay: number;
  stuck: number;
  /** How often somebody stood before a full shelter. */
  turnedAway: number;
  atHome?: number;
}

export interface Arrivals {
  stepSeconds: number;
  bound?: number[] | null;
  planned?: number[] | null;
  walked?: number[] | null;
  unplanned?: number[] | null;
}

export interface ShelterArrivals {
  id: number;
  name: string | null;
  names?: Names;
  lon: number;
  lat: number;
  room: number | null;
  planned: number;
  unplanned: number | null;
  turnedAway: number | null;
  placesMissing: number | null;
  firstSeconds: number | null;
  lastSeconds: number | null;
  gatePersonsPerSecond: number | null;
  arrivals?: number[] | null;
  unplannedArrivals?: number[] | null;
}

export interface DistrictClearance {
  id: number | null;
  name: string | null;
  names?: Names;
  people: Fate;
  clearanceSeconds: number | null;
  meanSeconds: number | null;
  unplannedClearanceSeconds?: number | null;
  unplannedMeanSeconds?: number | null;
  arrivals?: number[] | null;
  shelters?: { shelter: number; people: number }[] | null;
}

export interface GroupClearance {
  id: string;
  people: Fate;
  clearanceSeconds: number | null;
  meanSeconds: number | null;
}

type Line = [lon: number, lat: number][];

export interface Bottleneck {
  kind: 'street' | 'gate' | 'room';
  street: number | null;
  shelter: number | null;
  name: string | null;
  lon: number;
  lat: number;
  line: Line | null;
  fromSeconds: number | null;
  toSeconds: number | null;
  people: number | null;
  widthM: number | null;
  widthKnown: boolean | null;
  savesSeconds: number | null;
  /** No plan saves more. */
  savesAtMost?: number | null;
  /** People who find a place then, and did not before; nothing is saved then. */
  morePlaced?: number | null;
  savesIs: 'proven' | 'estimated' | null;
  wider: string | null;
}

export interface Conflict {
  street: number;
  name: string | null;
  forward: number;
  backward: number;
  lon: number;
  lat: number;
  line: Line | null;
}

export interface BlockedClearances {
  samples: number;
  seed: number;
  /** Where nothing is damaged, for comparison. */
  undamagedSeconds?: number | null;
  p10Seconds: number | null;
  medianSeconds: number | null;
  p90Seconds: number | null;
  worstSeconds: number | null;
  meanNotPlaced: number | null;
  clearances: number[];
}

/** Those who drive out of the area. */
export interface Cars {
  percent: number;
  cars: number;
  /** Who drive: placed are those who are out. */
  people: Fate;
  carsPlaced: number;
  exits: { lon: number; lat: number; name: string | null; cars: number }[];
  clearanceSeconds: number;
  lowerBoundSeconds: number;
  gap: number;
  proven: boolean;
  stopped: string;
  /** If all choose their way themselves; null where nobody is out. */
  byThemselves: { meanSeconds: number; longestSeconds: number; mostOfLimit: number } | null;
  contraflow: { before: number; after: number; savesSeconds: number; morePlaced: number; lowerBoundSeconds: number; settled: boolean; reversed: { street: number; name: string | null; lon: number; lat: number; line: Line }[] } | null;
}

export interface EvacuationAnswer {
  profile: string;
  scenario?: string | null;
  hazard?: string | null;
  people: Fate;
  clearanceSeconds: number;
  lowerBoundSeconds: number;
  gap: number;
  proven: boolean;
  stopped: string;
  placed: number;
  placedBound: number;
  optimistic?: { clearanceSeconds: number; lowerBoundSeconds: number; placed: number; placedBound: number } | null;
  unplanned?: Walked | null;
  walked?: Walked | null;
  arrivals?: Arrivals | null;
  shelters: ShelterArrivals[];
  districts: DistrictClearance[];
  groups?: GroupClearance[] | null;
  bottlenecks?: Bottleneck[] | null;
  conflicts?: Conflict[] | null;
  /** How long each district should wait, if people have no plan. */
  staging?: { id: number | null; name: string | null; names?: Names; waitMinutes: number }[] | null;
  staged?: { morePlaced: number; clearanceSeconds: number; placed: number; settled: boolean } | null;
  stagingSavesSeconds?: number | null;
  losses?: { minute: number; clearanceSeconds: number; lowerBoundSeconds: number; placed: number; keptClearance: number; keptPlaced: number; affected: number; cameOut: number; turnedBack: number } | null;
  blockage?: BlockedClearances | null;
  cars?: Cars | null;
  reasons?: Statement[] | null;
  assumptions?: Statement[] | null;
}

/** A search for a plan, and what is shown of it. */
export interface Evacuation extends Search<EvacuationAnswer> {
  /** What the job and the answer are to. */
  asked: string | null;
  films: { plan: Film | null; unplanned: Film | null };
  /** The film of the plan could not be fetched. */
  filmless: boolean;
  /** Which of them the map shows; `both` is two maps, of which the first shows what happens without a plan. */
  shows: Shows;
  /** How often somebody asked to see something of it on the map. */
  looks: number;
  /** A name under which the answer is being kept, or is kept, or why it is not. */
  kept: { name: string; state: 'keeping' | 'kept' | 'refused'; sentence: string | null } | null;
}

export type Shows = 'nothing' | 'plan' | 'unplanned' | 'both';

export const NO_EVACUATION: Evacuation = { ...NO_SEARCH, asked: null, films: { plan: null, unplanned: null }, filmless: false, shows: 'nothing', looks: 0, kept: null };

/** Who is where, over time. The names are the server's. */
export interface Film {
  which: 'plan' | 'unplanned';
  frameSeconds: number;
  count: number;
  people: number;
  streets: FilmStreet[];
  home: number[];
  in: number[];
  /** People whom the hazard took, and people who gave up because every shelter was full or no way was left; absent where there are none. */
  caught?: number[] | null;
  withoutRoom?: number[] | null;
  shelters: { shelter: number; from: number; in: number[] }[];
}

export interface FilmStreet {
  street: number;
  line: Line;
  /** First frame with anybody. */
  from: number;
  on: number[];
  /** Of them, those who cannot go on. */
  waiting: number[];
  most: number;
  direction: 'forward' | 'backward';
}

/** The question as it is sent: what is as usual is left to the server. */
export function wantedBody(wanted: EvacuationWanted): Record<string, unknown> {
  const { curve, minutes, slopePerMinute, gates, hazardMinutes, seconds, seed, stepSeconds, staging, samples, damage, stages, loss, carPercent, contraflow } = wanted;
  const known = <T>(name: string, value: T | null, send: boolean) => (send && value !== null ? { [name]: value } : {});
  return {
    seconds,
    seed,
    ...known('departure', { curve, ...known('minutes', minutes, true), ...known('slopePerMinute', slopePerMinute, curve === 'logistic') }, curve !== 'immediate'),
    ...known('gates', gates, gates !== USUAL_EVACUATION.gates),
    ...known('hazardMinutes', hazardMinutes, true),
    ...known('stepSeconds', stepSeconds, true),
    ...known('staging', staging, staging),
    ...known('samples', samples, samples > 0),
    ...known('damage', damage, samples > 0),
    ...known('stages', stages, stages.length > 0),
    ...known('loss', loss.map(({ name: _, ...lost }) => lost), loss.length > 0),
    ...known('carPercent', carPercent, carPercent > 0),
    ...known('contraflow', contraflow, carPercent > 0 && contraflow),
  };
}

/** One more is lost; all at the time of the newest. */
export function lostToo(loss: LostWhile[], one: LostWhile): LostWhile[] {
  const others = loss.filter(({ shelter, street }) => shelter !== one.shelter || street !== one.street);
  return [...others.map((other) => ({ ...other, minutes: one.minutes })), one];
}
