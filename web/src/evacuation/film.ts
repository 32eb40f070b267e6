// Who is where at a moment of a film.
import type { Evacuation, Film } from './evacuation';

/** People at one frame; together all of them. */
export interface Moment {
  seconds: number;
  /** Not left yet. */
  home: number;
  /** Never leave: there is no place for them. */
  staying: number;
  /** In the streets, whether they walk or queue. */
  onTheWay: number;
  /** Of them, those who cannot go on. */
  waiting: number;
  safe: number;
  caught: number;
  /** Found every shelter full, or no way left. */
  withoutRoom: number;
}

/** The figure of a list that begins with a frame; nothing before it, and after its end either nothing or what it was last. */
export function figure(list: number[], from: number, frame: number, stays = false): number {
  const at = frame - from;
  return at < 0 || list.length === 0 ? 0 : at < list.length ? list[at]! : stays ? list[list.length - 1]! : 0;
}

/** The same between two frames. */
export function between(list: number[], from: number, frame: number, stays = false): number {
  const before = Math.floor(frame);
  const part = frame - before;
  const first = figure(list, from, before, stays);
  return part === 0 ? first : first + part * (figure(list, from, before + 1, stays) - first);
}

/** Every frame of a film, summed up. */
export function moments(film: Film): Moment[] {
  const [on, waiting] = [new Array<number>(film.count).fill(0), new Array<number>(film.count).fill(0)];
  for (const street of film.streets) {
    add(on, street.on, street.from);
    add(waiting, street.waiting, street.from);
  }
  const staying = figure(film.home, 0, film.count, true);
  return on.map((onTheWay, frame) => ({
    seconds: frame * film.frameSeconds,
    home: figure(film.home, 0, frame, true) - staying,
    staying,
    onTheWay,
    waiting: waiting[frame]!,
    safe: figure(film.in, 0, frame, true),
    caught: figure(film.caught ?? [], 0, frame, true),
    withoutRoom: figure(film.withoutRoom ?? [], 0, frame, true),
  }));
}

function add(sums: number[], list: number[], from: number): void {
  for (let i = 0; i < list.length && from + i < sums.length; i++) {
    sums[from + i]! += list[i]!;
  }
}

/** The last second of a film. */
export const endOf = (film: Film | null) => (film ? Math.max(0, film.count - 1) * film.frameSeconds : 0);

/** The frame at a moment, with the part that is over of the time to the next; the last one from the end on. */
export function frameAt(film: Film, seconds: number): number {
  return Math.min(Math.max(0, film.count - 1), Math.max(0, seconds / film.frameSeconds));
}

export const momentAt = (film: Film, all: Moment[], seconds: number): Moment => all[Math.floor(frameAt(film, seconds) + 1e-9)]!;

/** The most people that are ever on one street, in one direction, in any of the films: both have the same colours then. */
export function mostOnAStreet({ plan, unplanned }: Evacuation['films']): number {
  return [plan, unplanned].flatMap((film) => film?.streets ?? []).reduce((found, { most }) => Math.max(found, most), 1);
}

/** Most people on a street up to which one colour goes: round figures between nobody and the most, fewest first. */
export function flowSteps(most: number): number[] {
  const parts = [0.03, 0.1, 0.25, 0.5].map((part) => round(part * most)).filter((people) => people >= 1);
  return [...new Set(parts), Number.POSITIVE_INFINITY];
}

/** 1, 2 or 5 of the nearest power of ten. */
function round(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
  const digit = value / power;
  return (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10) * power;
}

/** Which colour that many people have. */
export function flowClass(people: number, steps: number[]): number {
  let found = 0;
  while (people > steps[found]!) {
    found++;
  }
  return found;
}
