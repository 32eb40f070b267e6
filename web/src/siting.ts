// Where the next shelters should be: what is asked, and what the server answers, under its own names.
import type { Names, People } from './domain';
import type { Edit } from './scenario';
import type { Readings, Verdict } from './spaces';

/** What a choice is to be good at. */
export const GOALS = ['cover', 'room', 'fewest', 'mean-walk', 'worst-walk', 'worst-district'] as const;
export type Goal = (typeof GOALS)[number];

/** Which spaces may be chosen: all with room, those not unsuitable for the hazard, or those that would pass every test. */
export const CANDIDATES = ['spaces', 'suitable', 'passing'] as const;
export type Candidates = (typeof CANDIDATES)[number];

/** A space that is chosen in any case, or never. */
export interface Settled {
  space: number;
  name: string;
}

/** What is to be found, beside the question of coverage. */
export interface Wanted {
  goal: Goal;
  limit: 'sites' | 'budget';
  sites: number;
  budget: number;
  /** Of the people, that the fewest must have in time. */
  sharePercent: number;
  candidates: Candidates;
  open: Settled[];
  closed: Settled[];
  /** By number of the space; 1 where nothing is said. */
  costs: Record<number, number>;
}

export const USUALLY_WANTED: Wanted = { goal: 'cover', limit: 'sites', sites: 3, budget: 3, sharePercent: 90, candidates: 'spaces', open: [], closed: [], costs: {} };

export interface Progress {
  value: number | null;
  bound: number | null;
  gap: number | null;
  /** Since it began. */
  seconds: number;
}

export interface Job {
  id: string;
  area: string;
  state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Others in the queue before it. */
  ahead: number;
  progress: Progress | null;
  result: SitingAnswer | null;
  problem: { sentence: string } | null;
}

export interface Site {
  space: number | null;
  place: number | null;
  shelter: number | null;
  name: string | null;
  names: Names;
  lon: number;
  lat: number;
  cost: number;
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
  unit: 'people' | 'sites' | 'seconds' | 'share';
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
  curve: Step[] | null;
  people: People;
  before: People;
  reasons: string[];
  leastChange: string[];
  assumptions: string[];
  edits: Edit[];
}

/** What so many new sites at most can do. */
export interface Step {
  sites: number;
  value: number | null;
  bound: number | null;
  proven: boolean;
}

/** Under the server's names. */
export type Body = Record<string, unknown>;

/** A search, as far as it is. */
export interface Siting {
  wanted: Wanted;
  /** What the job and the answer are to. */
  asked: string | null;
  /** Names of the hazards that were on. */
  hazards: string[];
  /** From the press of the button until the answer is there. */
  running: boolean;
  /** It was asked to end, and has not yet. */
  stopping: boolean;
  job: Job | null;
  answer: SitingAnswer | null;
  failure: { sentence: string | null } | null;
}

export const NO_SITING: Siting = { wanted: USUALLY_WANTED, asked: null, hazards: [], running: false, stopping: false, job: null, answer: null, failure: null };

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

/** What is settled of a space: it is chosen in any case, never, or neither. */
export function settle({ open, closed, ...rest }: Wanted, one: Settled, as: 'open' | 'closed' | 'free'): Wanted {
  const without = (list: Settled[]) => list.filter(({ space }) => space !== one.space);
  return {
    ...rest,
    open: as === 'open' ? [...without(open), one] : without(open),
    closed: as === 'closed' ? [...without(closed), one] : without(closed),
  };
}

export function settledAs({ open, closed }: Wanted, space: number): 'open' | 'closed' | 'free' {
  return open.some((one) => one.space === space) ? 'open' : closed.some((one) => one.space === space) ? 'closed' : 'free';
}
