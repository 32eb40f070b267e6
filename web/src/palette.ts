// Colours of walking times: blue in time, orange too late, told apart by everybody; the darker of each is the nearer or the later.

/** One step of the legend: walking times up to `toMinutes`, the last one without end. */
export interface TimeStep {
  fromMinutes: number;
  toMinutes: number;
  inTime: boolean;
  colour: string;
}

const IN_TIME = ['#1d4f91', '#4a90d9', '#a6cdf0'];
const TOO_LATE = ['#fdb45c', '#d2541b'];

export const UNKNOWN = '#9a86b8';
export const NO_WAY = '#4d4d4d';

/** Thirds of the limit, the limit, one and a half of it, and beyond, in whole minutes. */
export function timeSteps(limit: number): TimeStep[] {
  const inside = [...new Set([Math.round(limit / 3), Math.round((2 * limit) / 3), limit])].filter((minutes) => minutes > 0);
  const late = Math.max(limit + 1, Math.round(limit * 1.5));
  const steps: TimeStep[] = [];
  let from = 0;
  inside.forEach((to, index) => {
    steps.push({ fromMinutes: from, toMinutes: to, inTime: true, colour: IN_TIME[index + IN_TIME.length - inside.length]! });
    from = to;
  });
  steps.push({ fromMinutes: from, toMinutes: late, inTime: false, colour: TOO_LATE[0]! });
  steps.push({ fromMinutes: late, toMinutes: Number.POSITIVE_INFINITY, inTime: false, colour: TOO_LATE[1]! });
  return steps;
}

/** Colour of one place. */
export function placeColour(state: string, walkSeconds: number | undefined, optimistic: number | undefined, steps: TimeStep[]): string {
  if (state === 'unknown') {
    return UNKNOWN;
  }
  if (state === 'unreachable') {
    return NO_WAY;
  }
  const seconds = walkSeconds ?? optimistic ?? Number.POSITIVE_INFINITY;
  return (steps.find((step) => seconds <= step.toMinutes * 60) ?? steps[steps.length - 1]!).colour;
}

/** Who finds room, at one place. The order is that of the legend. */
export const ROOM = { covered: '#1d4f91', unknown: UNKNOWN, full: '#d2541b', far: '#fdb45c', unreachable: NO_WAY } as const;
/** A house where nobody lives needs no room. */
export const EMPTY = '#b9b5ad';

/**
 * What becomes of the people of one place where room counts. Whoever is in time by some reading and still has no place lacks room.
 *
 * @param seconds shortest walk to a shelter that may be, undefined where there is none
 * @param limit in minutes
 */
export function roomAt(state: string, seconds: number | undefined, limit: number): keyof typeof ROOM {
  if (state === 'notCovered') {
    return seconds !== undefined && seconds <= limit * 60 ? 'full' : 'far';
  }
  return state as 'covered' | 'unknown' | 'unreachable';
}

/** What a change does to a place; the order is that of the legend. */
export const CHANGES = { gained: '#1d4f91', surer: '#5b7fd0', faster: '#9cc6ee', slower: '#fdb45c', lessSure: '#b07cc6', lost: '#c2410c', same: '#b9b5ad' } as const;

/** Changes that are of room where room counts; the others are of the walk. */
export const OF_ROOM: ReadonlySet<string> = new Set(['gained', 'surer', 'lessSure', 'lost']);

export function changeColour(change: string): string {
  return CHANGES[change as keyof typeof CHANGES] ?? CHANGES.same;
}

/** Depths of water up to which one shade goes, in metres. To half a metre an adult may still stand; from one on nobody wades. */
export const DEPTH_STEPS = [
  { toM: 0.5, colour: '#ea9ad2' },
  { toM: 1, colour: '#d765b4' },
  { toM: 3, colour: '#b03389' },
  { toM: Number.POSITIVE_INFINITY, colour: '#6f1257' },
];
/** Where the zone says only that the hazard is there. */
export const HAZARD = '#d765b4';

export function hazardColour(depthM: number | undefined): string {
  return depthM === undefined ? HAZARD : DEPTH_STEPS.find((step) => depthM <= step.toM)!.colour;
}
