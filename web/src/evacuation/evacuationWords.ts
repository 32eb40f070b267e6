import type { EvacuationAnswer, Fate, Walked } from './evacuation';
import type { Moment } from './film';
import type { Words } from '../format';

/** "19 min 20 s"; "5 h 4 min", rounded up so that nobody is still out then. */
export function duration(seconds: number, text: Words): string {
  const whole = Math.max(0, Math.ceil(seconds - 1e-9));
  if (whole < 60) {
    return text.text('secondsShort', { seconds: text.count(whole) });
  }
  if (whole < 3600) {
    const rest = whole % 60;
    return text.text(rest ? 'minutesSeconds' : 'minutesOnly', { minutes: text.count(Math.floor(whole / 60)), seconds: rest });
  }
  const minutes = Math.ceil(whole / 60);
  return text.text('hoursMinutes', { hours: text.count(Math.floor(minutes / 60)), minutes: minutes % 60 });
}

/** The same, rounded down: a bound has to hold. */
export function atLeast(seconds: number, text: Words): string {
  const whole = Math.floor(seconds + 1e-9);
  return duration(whole < 3600 ? whole : whole - (whole % 60), text);
}

export const orNone = (seconds: number | null | undefined, text: Words) => (seconds === null || seconds === undefined ? '–' : duration(seconds, text));

/** People who go to shelters; the others drive out of the area. */
export const onFoot = ({ total, driving }: Pick<Fate, 'total' | 'driving'>) => total - (driving ?? 0);

/** "Everybody who finds a place is safe after 19 min 20 s." */
export function safeWords({ placed, people, clearanceSeconds }: EvacuationAnswer, text: Words): string {
  return placed === 0 ? text.text(onFoot(people) === 0 ? 'evacAllDrive' : 'evacNobody') : text.text(placed === people.total ? 'evacSafeAll' : 'evacSafe', { clearance: duration(clearanceSeconds, text) });
}

/** "Nobody could do it faster than 19 min 20 s." */
export function fastestWords({ placed, clearanceSeconds, lowerBoundSeconds }: EvacuationAnswer, text: Words): string {
  return placed === 0 ? '' : clearanceSeconds === lowerBoundSeconds ? text.text('evacBoundSame') : text.text('evacBound', { bound: atLeast(lowerBoundSeconds, text) });
}

/** How many find no place; a range where that hangs on what nobody has recorded. */
export function leftWords({ people }: EvacuationAnswer, text: Words): string {
  const { placed, unknown, driving } = people;
  const total = onFoot(people);
  return placed === total ? '' : text.text(driving ? 'evacLeftOnFoot' : 'evacLeft', { people: text.between(total - placed - unknown, total - placed), total: text.count(total) });
}

/** What happens without a plan, in parts of a sentence. */
export function unplannedWords({ unplanned, placed }: EvacuationAnswer, text: Words): string[] {
  if (!unplanned) {
    return [];
  }
  const { clearanceSeconds, turnedAway, caught } = unplanned;
  const fewer = placed - unplanned.placed;
  return [
    unplanned.placed === 0 ? text.text('evacUnplannedNobody') : text.text('evacUnplannedSafe', { clearance: duration(clearanceSeconds, text) }),
    ...(fewer > 0 ? [text.text('evacUnplannedFewer', { people: text.count(fewer) })] : []),
    ...(turnedAway > 0 ? [text.text('evacUnplannedAway', { times: text.count(turnedAway) })] : []),
    ...(caught > 0 ? [text.text('evacUnplannedCaught', { people: text.count(caught) })] : []),
  ];
}

/** Parts that people fall into; together all of them. */
export const FATES = ['placed', 'unknown', 'noRoom', 'cutOff', 'noWay', 'notPlanned', 'driving'] as const satisfies (keyof Fate)[];

/** What a simulation may end in for people; together all of them. */
export const ENDS = ['placed', 'caught', 'withoutRoom', 'noWay', 'stuck', 'atHome'] as const satisfies (keyof Walked)[];

/** "6 min 20 s: 3,120 on the way, 900 of them waiting, 12,000 safe, 40 not left" */
export function momentWords(moment: Moment, seconds: number, text: Words): string {
  const { onTheWay, waiting, safe, home, staying, caught, withoutRoom } = moment;
  return [
    text.text('playerAt', { time: duration(seconds, text), way: text.count(onTheWay), waiting: text.count(waiting), safe: text.count(safe), home: text.count(home) }),
    staying > 0 ? text.text('playerStays', { people: text.count(staying) }) : '',
    caught > 0 ? text.text('playerCaught', { people: text.count(caught) }) : '',
    withoutRoom > 0 ? text.text('playerGaveUp', { people: text.count(withoutRoom) }) : '',
  ].join('');
}
