// Where the next shelters should be: what is asked, and what the server answers, under its own names.
import type { District, Names, People, Question, Statement, WalkSeconds } from '../domain';
import { NO_SEARCH, type Search } from '../jobs';
import type { Edit, Standing } from '../scenario/scenario';
import type { Readings, Verdict } from '../spaces';
import type { DrawnPlace, Goal, Wanted } from './wanted';

export interface Site {
  space: number | null;
  place: number | null;
  shelter: number | null;
  name: string | null;
  names: Names;
  lon: number;
  lat: number;
  cost: number;
  /** Persons it counts with where room counts; null where not known. */
  capacity: number | null;
  sourceId: string | null;
  room: Readings | null;
  verdict: Verdict | null;
  /** What the value would lose without it; null for those not chosen. */
  adds: number | null;
  /** What the value loses with it in a chosen one's place; null for the chosen. */
  loses: number | null;
}

export interface SitingAnswer {
  profile: string;
  minutes: number;
  scenario: string | null;
  hazard: string | null;
  objective: Goal;
  unit: 'people' | 'sites' | 'seconds' | 'share' | 'cost';
  /** Of the chosen set; null where there is none. */
  value: number | null;
  /** That no set can pass; null where none is known. */
  bound: number | null;
  gap: number | null;
  proven: boolean;
  stopped: 'optimal' | 'gap' | 'time' | 'cancelled' | 'infeasible';
  optimisticValue: number | null;
  candidates: number;
  kept: number;
  chosen: Site[];
  notChosen: Site[];
  /** Other sets that lose at most 1 %, best first; null where none were asked for. */
  alternatives: SiteSet[] | null;
  /** Whether none is missing. */
  alternativesComplete: boolean | null;
  /** By people in time, most first; null where not asked for, or where the server knows no fronts. */
  front?: FrontPoint[] | null;
  /** Whether no point between the ends is missing. */
  frontComplete?: boolean | null;
  curve: Step[] | null;
  people: People;
  before: People;
  districts: (Pick<District, 'id' | 'name' | 'names' | 'people'> & { before: People })[];
  groups: { id: string; people: People; before: People }[];
  reasons: Statement[];
  leastChange: Statement[];
  assumptions: Statement[];
  edits: Edit[];
}

/** What so many new sites at most can do. */
export interface Step {
  sites: number;
  value: number | null;
  bound: number | null;
  proven: boolean;
}

/** Sites that do nearly as well. */
export interface SiteSet {
  value: number;
  bound: number | null;
  chosen: Site[];
}

/** The most people in time with so much everyday worth. */
export interface FrontPoint extends SiteSet {
  proven: boolean;
  /** Sum over the sites of 0 to 100 points each, if what is not recorded is unfavourable. */
  everyday: number;
  /** The same if it is favourable. */
  everydayOptimistic: number;
}

/** What the coverage says of a set of sites. */
export interface Effect {
  people: People;
  districts: Pick<District, 'id' | 'people'>[];
  groups: { id: string; people: People }[];
  walkSeconds: WalkSeconds;
}

/** A set by its place in a list of the answer's. */
export interface Listed {
  list: 'alternatives' | 'front';
  index: number;
}

/** A set of sites other than the best. */
export interface Trial {
  sites: Site[];
  /** Where it is listed; null where somebody has moved a site. */
  of: Listed | null;
  /** Key of the site that was moved last, where it is now. */
  moved: string | null;
  /** Null until the server has said. */
  effect: Effect | null;
  /** The sentence is the page's own where the page refuses. */
  failure: { sentence: string | null } | null;
}

/** What a search was asked, and what it was asked about. */
export interface Asked {
  /** The same for the same search. */
  key: string;
  question: Question;
  stay: string | null;
  wanted: Wanted;
  /** Names of the hazards that were on, and their kinds. */
  hazards: string[];
  kinds: string[];
  /** The shelters that were open. */
  shelters: Standing[];
  /** Spaces on the list that the candidates are from, where they are from one, and how many of them may be candidates. */
  listed: { sent: number; count: number } | null;
}

/** A search for sites. */
export interface Siting extends Search<SitingAnswer> {
  /** What the job and the answer are to. */
  asked: Asked | null;
  /** The set that is shown instead of the best. */
  trial: Trial | null;
  /** What the coverage says of the best, where another set is held against its walks. */
  best: Effect | null;
}

export const NO_SITING: Siting = { ...NO_SEARCH, asked: null, trial: null, best: null };

/** The sites that are shown. */
export const sitesOf = ({ answer, trial }: Pick<Siting, 'answer' | 'trial'>): Site[] => trial?.sites ?? answer?.chosen ?? [];

/** Candidates that are not in the set that is shown, as far as the page knows them: who was chosen, and is not now, could be again. */
export function othersOf(siting: Pick<Siting, 'answer' | 'asked' | 'trial'>): Site[] {
  const { answer, asked } = siting;
  if (!answer || !asked) {
    return [];
  }
  const known = [...answer.notChosen, ...answer.chosen];
  const keys = new Set(known.map(siteKey));
  const drawn = asked.wanted.places.map((place, index) => drawnSite(place, index, asked.wanted.cost)).filter((site) => !keys.has(siteKey(site)));
  const shown = new Set(sitesOf(siting).map(siteKey));
  return [...known, ...drawn].filter((site) => site.shelter === null && !shown.has(siteKey(site)));
}

/** As the server would tell of it. */
function drawnSite({ lon, lat, name, capacity, cost }: DrawnPlace, place: number, usual: number): Site {
  const room = capacity === null ? null : { pessimistic: capacity, optimistic: capacity };
  return { space: null, place, shelter: null, sourceId: null, name: name.trim() || `Place ${place + 1}`, names: {}, lon, lat, cost: cost ?? usual, capacity, room, verdict: null, adds: null, loses: null };
}

/** Of the sites of a set, the new ones. */
export const newOnes = (sites: Site[]) => sites.filter(({ shelter }) => shelter === null);

/** The same for the same place. */
export function siteKey({ space, place, shelter, lon, lat }: Pick<Site, 'space' | 'place' | 'shelter' | 'lon' | 'lat'>): string {
  return space !== null ? String(space) : place !== null ? `place${place}` : shelter !== null ? `shelter${shelter}` : `${lon},${lat}`;
}

/** Whether a site of an answer is where a place was drawn: the server rounds. */
export function sameSpot(one: Pick<Site, 'lon' | 'lat'>, other: Pick<Site, 'lon' | 'lat'>): boolean {
  return Math.abs(one.lon - other.lon) <= 1e-6 && Math.abs(one.lat - other.lat) <= 1e-6;
}

/** Whether more is better. */
export const isMost = (goal: Goal) => goal === 'cover' || goal === 'room' || goal === 'worst-district';

/** How near the value is to the bound, 0 to 1; null where one of them is not known. */
export function closeness(goal: Goal, value: number | null, bound: number | null): number | null {
  if (value === null || bound === null) {
    return null;
  }
  const [less, more] = isMost(goal) ? [value, bound] : [bound, value];
  return more <= 0 ? 1 : Math.min(1, Math.max(0, less / more));
}
