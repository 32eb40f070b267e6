import { expect, test } from 'vitest';
import { type EvacuationAnswer, type EvacuationWanted, type Film, lostToo, USUAL_EVACUATION, wantedBody } from '../src/evacuation/evacuation';
import { evacuationBody, filmsShown } from '../src/evacuation/evacuating';
import { evacuationOf, putEvacuation } from '../src/evacuation/evacuationLink';
import { atLeast, duration, fastestWords, leftWords, momentWords, safeWords, unplannedWords } from '../src/evacuation/evacuationWords';
import { between, figure, flowClass, flowSteps, frameAt, momentAt, moments } from '../src/evacuation/film';
import { Words } from '../src/format';
import { curvesOf, shownSteps, thinned } from '../src/panel/evacuation/arrivalCurves';
import { bottleneckLines } from '../src/panel/evacuation/bottlenecks';
import { histogram } from '../src/panel/evacuation/evacuationMore';
import { nextFrame } from '../src/panel/evacuation/player';
import { Playing } from '../src/evacuation/playing';

const text = new Words('en');

/** Ten people, of whom three never leave: five walk one street, two of them waiting once; two walk it the other way. */
const FILM: Film = {
  which: 'plan', frameSeconds: 10, count: 5, people: 10,
  streets: [
    { street: 3, line: [[7.4, 43.7], [7.41, 43.7]], from: 1, on: [5, 3], waiting: [0, 2], most: 5, direction: 'forward' },
    { street: 3, line: [[7.4, 43.7], [7.41, 43.7]], from: 2, on: [2, 2], waiting: [], most: 2, direction: 'backward' },
  ],
  home: [10, 5, 3], in: [0, 0, 2, 5, 7],
  shelters: [{ shelter: 1, from: 2, in: [2, 5, 7] }],
};

test('at every frame of a film people are somewhere, and nobody twice', () => {
  const all = moments(FILM);
  expect(all.map(({ home, staying, onTheWay, safe, caught, withoutRoom }) => home + staying + onTheWay + safe + caught + withoutRoom)).toEqual([10, 10, 10, 10, 10]);
  expect(all[2]).toEqual({ seconds: 20, home: 0, staying: 3, onTheWay: 5, waiting: 2, safe: 2, caught: 0, withoutRoom: 0 });
  expect(momentAt(FILM, all, 29.9)).toBe(all[2]);
  expect([momentAt(FILM, all, 30), momentAt(FILM, all, 1e6)]).toEqual([all[3], all[4]]);
  expect([frameAt(FILM, 25), frameAt(FILM, 1e6), frameAt(FILM, -1)]).toEqual([2.5, 4, 0]);
});

test('between two frames a figure is between theirs; before its list it is nobody, after it nobody or what it was', () => {
  expect([figure([5, 3], 1, 0), figure([5, 3], 1, 2), figure([5, 3], 1, 3), figure([5, 3], 1, 9, true)]).toEqual([0, 3, 0, 3]);
  expect([between([5, 3], 1, 0.5), between([5, 3], 1, 1.5), between([5, 3], 1, 2.5), between([5, 3], 1, 2.5, true)]).toEqual([2.5, 4, 1.5, 3]);
});

test('what is as usual is left to the server, and what does not fit is not sent', () => {
  const sent = (change: Partial<EvacuationWanted>) => wantedBody({ ...USUAL_EVACUATION, ...change });
  expect(sent({})).toEqual({ seconds: 60, seed: 1 });
  expect(sent({ curve: 'immediate', minutes: 7 }).departure).toBeUndefined();
  expect(sent({ curve: 'logistic', minutes: 7, slopePerMinute: 0.3 }).departure).toEqual({ curve: 'logistic', minutes: 7, slopePerMinute: 0.3 });
  expect(sent({ curve: 'rayleigh', slopePerMinute: 0.3 }).departure).toEqual({ curve: 'rayleigh' });
  expect(sent({ hazardMinutes: 0 }).hazardMinutes).toBe(0);
  expect(lostToo([{ street: 8, minutes: 5, name: 'A' }, { shelter: 8, minutes: 5, name: 'B' }], { street: 8, minutes: 9, name: 'A' })).toEqual([{ shelter: 8, minutes: 9, name: 'B' }, { street: 8, minutes: 9, name: 'A' }]);
  expect(sent({ damage: 40 })).toEqual({ seconds: 60, seed: 1 });
  expect(sent({ loss: [{ street: 8, minutes: 5, name: 'A' }] }).loss).toEqual([{ street: 8, minutes: 5 }]);
  expect(evacuationBody({ area: 'x', profile: 'adult', minutes: 5, k: 1, hazard: 'flood', night: false, rules: null, scenario: null }, { ...USUAL_EVACUATION, hazardMinutes: 30 }, false)).toEqual({ profile: 'adult', hazard: 'flood', seconds: 60, seed: 1 });
});

test('a link gives the question back, and what makes no sense in it is as usual', () => {
  const wanted: EvacuationWanted = {
    curve: 'logistic', minutes: 30, slopePerMinute: 0.25, gates: 'design', hazardMinutes: 0, seconds: 5, seed: 9, stepSeconds: 10,
    staging: true, samples: 40, damage: 35, carPercent: 15, contraflow: true, stages: [{ district: 2, minutes: 15 }], loss: [{ shelter: 4, minutes: 5, name: '4' }, { street: 812, minutes: 6, name: '812' }],
  };
  const link = (asked: EvacuationWanted) => {
    const query = new URLSearchParams();
    putEvacuation(asked, (name, value) => value !== null && query.set(name, String(value)));
    return query;
  };
  expect(evacuationOf(link(wanted))).toEqual(wanted);
  expect(link(USUAL_EVACUATION).toString()).toBe('');
  expect(evacuationOf(new URLSearchParams('leave=never&half=0&seed=x&arrives=-1&later=a:b,3&lose=,x4:2'))).toEqual(USUAL_EVACUATION);
});

test('times are rounded so that what is said holds', () => {
  expect([0, 59.2, 60, 1160, 3599.5, 17990].map((seconds) => duration(seconds, text))).toEqual(['0 s', '1 min', '1 min', '19 min 20 s', '1 h 0 min', '5 h 0 min']);
  expect([59.2, 1160.9, 7199].map((seconds) => atLeast(seconds, text))).toEqual(['59 s', '19 min 20 s', '1 h 59 min']);
});

test('the answer is three sentences', () => {
  const people = { total: 30, placed: 20, unknown: 0, notPlaced: 10, noWay: 0, cutOff: 0, noRoom: 10, notPlanned: 0 };
  const answer = { people, placed: 20, clearanceSeconds: 1160, lowerBoundSeconds: 1160 } as EvacuationAnswer;
  expect(safeWords(answer, text)).toBe('Everybody who finds a place is safe after 19 min 20 s.');
  expect(fastestWords(answer, text)).toBe('Nobody could do it faster.');
  expect(fastestWords({ ...answer, lowerBoundSeconds: 1100 }, text)).toBe('Nobody could do it faster than 18 min 20 s.');
  expect(safeWords({ ...answer, placed: 30 }, text)).toContain('Everybody is safe');
  expect([safeWords({ ...answer, placed: 0 }, text), fastestWords({ ...answer, placed: 0 }, text)]).toEqual(['Nobody can be brought to a shelter.', '']);
  expect([leftWords(answer, text), leftWords({ ...answer, people: { ...people, unknown: 4 } }, text), leftWords({ ...answer, people: { ...people, placed: 30 } }, text)]).toEqual(['10 of 30 people find no place.', '6–10 of 30 people find no place.', '']);
  const unplanned = { placed: 12, clearanceSeconds: 18000, caught: 3, withoutRoom: 15, noWay: 0, stuck: 0, turnedAway: 12000 };
  expect(unplannedWords({ ...answer, unplanned }, text).join('; ')).toBe('Without a plan: the last is safe after 5 h 0 min; 8 people fewer find a place; 12,000 times somebody stands before a full shelter; the hazard catches 3 people');
  expect(momentWords(moments(FILM)[2]!, 20, text)).toBe('20 s: 5 on the way, 2 of them waiting, 2 safe, 0 not left, 3 without a place');
});

test('a film plays to its end, from its start again, and by whole frames where motion is not wanted', () => {
  const pending: ((now: number) => void)[] = [];
  const turn = (now: number) => pending.splice(0).forEach((then) => then(now));
  const playing = new Playing(false, (then) => pending.push(then));
  playing.speed = 100;
  playing.begin(95, 10);
  expect(playing.end).toBe(100);
  playing.play();
  [0, 200, 400].forEach(turn);
  expect(playing.seconds).toBeCloseTo(40);
  turn(60_000);
  expect(playing.seconds).toBeCloseTo(65);
  [60_200, 60_400].forEach(turn);
  expect([playing.seconds, playing.runs, pending.length]).toEqual([100, false, 0]);
  playing.play();
  expect([playing.seconds, playing.runs]).toEqual([0, true]);
  const calm = new Playing(true, (then) => pending.push(then));
  calm.speed = 15;
  calm.begin(100, 10);
  calm.play();
  const seen = Array.from({ length: 13 }, (_, index) => { turn(index * 250); return calm.seconds; });
  expect([...new Set(seen)]).toEqual([0, 10, 20, 30]);
  expect([nextFrame(0, 10, -1), nextFrame(14, 10, -1), nextFrame(20, 10, -1), nextFrame(14, 10, 1), nextFrame(20, 10, 1)]).toEqual([-10, 10, 10, 20, 30]);
});

test('with two films the one without a plan comes first', () => {
  const other: Film = { ...FILM, which: 'unplanned' };
  expect(filmsShown({ films: { plan: FILM, unplanned: other } }, 'both').map(({ which }) => which)).toEqual(['unplanned', 'plan']);
  expect(filmsShown({ films: { plan: FILM, unplanned: null } }, 'nothing')).toEqual([]);
});

test('colours are few, and each holds what it says', () => {
  const steps = flowSteps(900);
  expect(steps).toEqual([20, 100, 200, 500, Number.POSITIVE_INFINITY]);
  expect([0, 20, 20.5, 900].map((people) => flowClass(people, steps))).toEqual([0, 0, 1, 4]);
  expect(flowSteps(1)).toEqual([Number.POSITIVE_INFINITY]);
});

test('curves end where they no longer grow, and a long one is cut so that the plan is still seen', () => {
  const curves = curvesOf({ stepSeconds: 5, planned: [0, 4, 9, 9], unplanned: [...Array.from({ length: 50 }, (_, index) => index), 49], bound: null });
  expect(curves.map(({ name, last }) => [name, last])).toEqual([['planned', 2], ['unplanned', 49]]);
  expect(shownSteps(curves)).toBe(8);
  const points = thinned(Array.from({ length: 1000 }, (_, index) => index), 999, 100);
  expect([points[0], points[points.length - 1], points.length <= 102]).toEqual([0, 999, true]);
});

test('a bottleneck says when it is used up, and whether its width is known and its saving proven', () => {
  const one = { kind: 'street', street: 1, shelter: null, name: 'Rue', lon: 0, lat: 0, line: [], fromSeconds: 0, toSeconds: 900, people: 800, widthM: 5, widthKnown: false, savesSeconds: 120, savesIs: 'proven', wider: 'one metre more' } as const;
  expect(bottleneckLines({ ...one, line: null }, text)).toEqual(['800 people, from 0 s to 15 min', 'width not recorded, 5 m assumed', 'one metre more: saves 2 min, proven']);
  expect(bottleneckLines({ ...one, line: null, savesAtMost: 180, savesIs: 'estimated' }, text)[2]).toBe('one metre more: saves about 2 min, estimated; at most 3 min');
  expect(bottleneckLines({ ...one, line: null, kind: 'room', widthM: null, wider: '100 places more', savesSeconds: null, morePlaced: 100 }, text)[1]).toBe('100 places more: 100 people more find a place');
  expect(bottleneckLines({ ...one, line: null, kind: 'room', widthM: null, savesSeconds: null }, text)).toEqual(['800 people']);
  expect(histogram([1, 1, 2, 5], 4)).toEqual([2, 1, 0, 1]);
});

test('people who drive are asked for, kept in a link, and in none of the figures of those on foot', () => {
  const wanted = { ...USUAL_EVACUATION, carPercent: 25, contraflow: true };
  expect(wantedBody(wanted)).toMatchObject({ carPercent: 25, contraflow: true });
  expect(wantedBody({ ...wanted, carPercent: 0 })).not.toHaveProperty('contraflow');
  const query = new URLSearchParams();
  putEvacuation(wanted, (name, value) => value !== null && query.set(name, String(value)));
  expect(evacuationOf(query)).toEqual(wanted);
  const people = { total: 40, placed: 20, unknown: 0, notPlaced: 10, noWay: 0, cutOff: 0, noRoom: 10, notPlanned: 0, driving: 10 };
  expect(leftWords({ people } as EvacuationAnswer, text)).toBe('10 of 30 people on foot find no place.');
});
