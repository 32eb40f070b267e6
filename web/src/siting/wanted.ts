// What is wanted of the next shelters, beside the question of coverage; and the same as it is sent.
import type { HazardLayer, Question } from '../domain';
import type { Standing } from '../scenario/scenario';
import type { SpaceLists } from '../spaces';

/** What a choice is to be good at. */
export const GOALS = ['cover', 'room', 'fewest', 'least-cost', 'mean-walk', 'worst-walk', 'worst-district'] as const;
export type Goal = (typeof GOALS)[number];

/**
 * What may be chosen: all spaces with room, those not unsuitable for the hazard, those of the lists of the two lives that would pass every
 * test or all but one, spaces picked one by one, or drawn places alone. Drawn places come to whichever it is.
 */
export const CANDIDATES = ['spaces', 'suitable', 'passing', 'oneFix', 'picked', 'drawn'] as const;
export type Candidates = (typeof CANDIDATES)[number];

/** What becomes of the shelters there are. */
export const EXISTING = ['kept', 'movable', 'closed'] as const;
export type Existing = (typeof EXISTING)[number];

/** A place that somebody has put on the map as a candidate. */
export interface DrawnPlace {
  lon: number;
  lat: number;
  /** Empty where it has none. */
  name: string;
  /** Persons; null where nobody knows. */
  capacity: number | null;
  /** Null for the usual cost. */
  cost: number | null;
  /** Whether it is chosen in any case. */
  open: boolean;
}

export interface Wanted {
  goal: Goal;
  limit: 'sites' | 'budget';
  sites: number;
  budget: number;
  /** Of the people, whom the fewest or the cheapest must have in time. */
  sharePercent: number;
  candidates: Candidates;
  /** Numbers of spaces. */
  picked: number[];
  places: DrawnPlace[];
  /** Numbers of spaces that are chosen in any case. */
  open: number[];
  /** Numbers of spaces that are never chosen. */
  closed: number[];
  existing: Existing;
  /** Of each candidate where nothing else is said. */
  cost: number;
  /** By number of the space. */
  costs: Record<number, number>;
  /** Null for what the server takes where nothing is said; so are those that follow. */
  apartMetres: number | null;
  backupPercent: number | null;
  seconds: number | null;
  gapPercent: number | null;
  /** Other sets, nearly as good, that are looked for. */
  alternatives: number;
  /** Points of the front of people in time against everyday worth that are looked for. */
  front: number;
}

export const USUALLY_WANTED: Wanted = {
  goal: 'cover', limit: 'sites', sites: 3, budget: 3, sharePercent: 90, candidates: 'spaces', picked: [], places: [], open: [], closed: [], existing: 'kept', cost: 1,
  costs: {}, apartMetres: null, backupPercent: null, seconds: null, gapPercent: null, alternatives: 0, front: 0,
};

/** What the rules judge candidates for where no hazard is on. */
export const USUAL_HAZARD = 'earthquake';
/** Other sets to look for, where somebody asks for them: that can take as long as the search may. */
export const ALTERNATIVES = 5;
/** Points of the front, where it is wanted. */
export const FRONT_POINTS = 12;
/** Entries of those not chosen. */
const NOT_CHOSEN = 10;

/** Under the server's names. */
export type Body = Record<string, unknown>;

/** Whether so many people must be in time, and the sites or their costs are what is saved. */
export const mustCover = (goal: Goal) => goal === 'fewest' || goal === 'least-cost';

/** Whether the length of the walk counts, and not who is in time. */
export const ofWalks = (goal: Goal) => goal === 'mean-walk' || goal === 'worst-walk';

/** Whether people in time can be held against everyday worth. */
export const hasFront = ({ goal, backupPercent }: Pick<Wanted, 'goal' | 'backupPercent'>, k: number) => goal === 'cover' && k === 1 && !backupPercent;

/** Whether money is what is saved, or what is the limit. */
export const costsCount = ({ goal, limit }: Pick<Wanted, 'goal' | 'limit'>) => goal === 'least-cost' || (limit === 'budget' && !mustCover(goal));

/** Whether the candidates are a list that the server is asked for first. */
export const listed = (candidates: Candidates): candidates is 'passing' | 'oneFix' => candidates === 'passing' || candidates === 'oneFix';

/** Of a space. */
export const costOf = ({ costs, cost }: Pick<Wanted, 'costs' | 'cost'>, space: number) => costs[space] ?? cost;

export type SettledAs = 'open' | 'closed' | 'free';

/** What is settled of a space: it is chosen in any case, never, or neither. */
export function settle(wanted: Wanted, space: number, as: SettledAs): Wanted {
  const [open, closed] = [without(wanted.open, space), without(wanted.closed, space)];
  return { ...wanted, open: as === 'open' ? [...open, space] : open, closed: as === 'closed' ? [...closed, space] : closed };
}

export function settledAs({ open, closed }: Pick<Wanted, 'open' | 'closed'>, space: number): SettledAs {
  return open.includes(space) ? 'open' : closed.includes(space) ? 'closed' : 'free';
}

/** Takes a space among those picked, or out of them. */
export function pick(wanted: Wanted, space: number): Wanted {
  const { picked } = wanted;
  return { ...wanted, picked: picked.includes(space) ? without(picked, space) : [...picked, space] };
}

const without = (list: number[], one: number) => list.filter((other) => other !== one);

/** Numbers of the spaces of a list. */
export function ofList({ passing, oneFix }: Pick<SpaceLists, 'passing' | 'oneFix'>, list: 'passing' | 'oneFix'): number[] {
  return (list === 'passing' ? passing : oneFix).map(({ space }) => space.space);
}

/**
 * The question as it is sent. What does not fit a goal is left out of it.
 *
 * @param list  numbers of the spaces that are on the list of the candidates; they count only where there is one
 * @param count of the spaces of the area, each of which has the usual cost
 */
export function bodyOf({ area: _, k, profile, minutes, hazard, night, rules, scenario }: Question, stay: string | null, wanted: Wanted, list: number[] = [], count = 0): Body {
  const { goal, limit, sites, budget, sharePercent, places, open, closed, existing, apartMetres, backupPercent, seconds, gapPercent, alternatives, front } = wanted;
  const costly = costsCount(wanted);
  return {
    profile, minutes, hazard, night, rules, scenario, stay, goal,
    ...(goal === 'cover' ? { k, backupPercent } : {}),
    ...(mustCover(goal) ? { sharePercent } : limit === 'budget' ? { budget } : { p: sites }),
    ...(costly ? { costs: costsOf(wanted, count) } : {}),
    candidates: candidatesOf(wanted, list),
    places: places.map((place) => sentPlace(place, wanted, costly)),
    open, closed, existing, apartMetres, seconds, gapPercent, alternatives,
    ...(front > 0 && hasFront(wanted, k) ? { front } : {}),
    count: NOT_CHOSEN,
    curve: goal === 'cover' && limit === 'sites',
  };
}

function candidatesOf({ candidates, picked }: Wanted, list: number[]): string | number[] {
  return listed(candidates) ? list : candidates === 'picked' ? picked : candidates === 'drawn' ? [] : candidates;
}

/** The server takes 1 where nothing is said. */
function costsOf({ cost, costs }: Wanted, count: number): Record<number, number> {
  const usual = cost === 1 ? [] : Array.from({ length: count }, (_, space): [number, number] => [space, cost]);
  return { ...Object.fromEntries(usual), ...costs };
}

function sentPlace({ lon, lat, name, capacity, cost, open }: DrawnPlace, wanted: Wanted, costly: boolean): Body {
  return { lon, lat, ...(name.trim() ? { name: name.trim() } : {}), ...(capacity === null ? {} : { capacity }), ...(costly ? { cost: cost ?? wanted.cost } : {}), ...(open ? { open } : {}) };
}

/** Numbers of the shelters that a choice gives up, of those that were open. */
export function givenUp(existing: Existing, shelters: Pick<Standing, 'id'>[], chosen: { shelter: number | null }[]): number[] {
  const stay = new Set(existing === 'kept' ? shelters.map(({ id }) => id) : existing === 'closed' ? [] : chosen.map(({ shelter }) => shelter));
  return shelters.map(({ id }) => id).filter((id) => !stay.has(id));
}

/** The kinds of event of hazards that are on; each is a layer's name, or a kind itself. */
export function kindsOf(hazards: string[], layers: Pick<HazardLayer, 'name' | 'hazard'>[]): string[] {
  return [...new Set(hazards.map((name) => layers.find((layer) => layer.name === name)?.hazard ?? name))].sort();
}
