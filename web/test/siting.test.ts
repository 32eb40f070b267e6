import type { Question } from '../src/domain';
import { expect, test } from 'vitest';
import { Words } from '../src/format';
import { boundWords, gapWords, siteLines, valueWords } from '../src/siting/siteCard';
import { closeness, type Site, type SitingAnswer } from '../src/siting/siting';
import { editsOf } from '../src/siting/trying';
import { bodyOf, givenUp, type Goal, kindsOf, pick, settle, settledAs, USUALLY_WANTED, type Wanted } from '../src/siting/wanted';

const text = new Words('en');
const asked: Question = { area: 'x', profile: 'adult', minutes: 5, k: 2, hazard: null, night: false, rules: null, scenario: null };
const sent = (wanted: Partial<Wanted>, list?: number[], count?: number) => bodyOf(asked, null, { ...USUALLY_WANTED, ...wanted }, list, count);
const aim = (goal: Goal) => ({ goal, existing: 'kept' as const, backupPercent: null });

test('each goal is sent with what fits it, and with nothing that the server would refuse', () => {
  expect(sent({})).toMatchObject({ goal: 'cover', p: 3, k: 2, curve: true, candidates: 'spaces' });
  const fewest = sent({ goal: 'fewest', sharePercent: 80 });
  expect(fewest).toMatchObject({ sharePercent: 80, curve: false });
  expect(['p', 'k', 'budget', 'costs'].filter((name) => name in fewest)).toEqual([]);
  const dear = sent({ goal: 'room', limit: 'budget', budget: 7.5, costs: { 4: 2 } });
  expect(dear).toMatchObject({ budget: 7.5, costs: { 4: 2 }, curve: false });
  expect(['p', 'k', 'sharePercent'].filter((name) => name in dear)).toEqual([]);
  expect(sent({ candidates: 'passing' }, [5, 6]).candidates).toEqual([5, 6]);
  expect([sent({ candidates: 'picked', picked: [8] }).candidates, sent({ candidates: 'drawn', picked: [8] }).candidates]).toEqual([[8], []]);
  expect(['backupPercent' in sent({ backupPercent: 10 }), 'backupPercent' in sent({ goal: 'room', backupPercent: 10 })]).toEqual([true, false]);
});

test('every candidate has the usual cost, unless it has one of its own; where money does not count, none is sent', () => {
  const place = { lon: 7, lat: 43, name: ' ', capacity: null, cost: null, open: false };
  const dear = sent({ goal: 'least-cost', cost: 4, costs: { 1: 9 }, places: [place, { ...place, name: 'Quay', capacity: 0, cost: 2 }] }, [], 3);
  expect(dear.costs).toEqual({ 0: 4, 1: 9, 2: 4 });
  expect(dear.places).toEqual([{ lon: 7, lat: 43, cost: 4 }, { lon: 7, lat: 43, name: 'Quay', capacity: 0, cost: 2 }]);
  expect(sent({ limit: 'budget', places: [place] }, [], 3)).toMatchObject({ costs: {}, places: [{ lon: 7, lat: 43, cost: 1 }] });
  expect(sent({ places: [{ ...place, cost: 2 }, { ...place, open: true }], cost: 5 }).places).toEqual([{ lon: 7, lat: 43 }, { lon: 7, lat: 43, open: true }]);
});

test('what is given up is what was there and is not chosen, unless all stays', () => {
  const there = [{ id: 0 }, { id: 2 }, { id: 3 }];
  const chosen = [{ shelter: 2 }, { shelter: null }];
  expect([givenUp('kept', there, chosen), givenUp('movable', there, chosen), givenUp('closed', there, chosen)]).toEqual([[], [0, 3], [0, 2, 3]]);
  expect(kindsOf(['flood-100', 'fire', 'flood-20'], [{ name: 'flood-100', hazard: 'flood' }, { name: 'flood-20', hazard: 'flood' }])).toEqual(['fire', 'flood']);
});

test('a set of sites becomes edits: those of the scenario stay, what is given up is closed, and a space keeps the edit that the server made', () => {
  const base = { sourceId: 'way/1', place: null, shelter: null, name: 'Park', names: {}, lon: 7, lat: 43, cost: 1, capacity: 20, room: null, verdict: null, adds: null, loses: null };
  const [park, quay]: Site[] = [{ ...base, space: 1 }, { ...base, space: null, place: 0, sourceId: null, name: 'Quay', lon: 7.1, capacity: null }];
  const stays: Site = { ...base, space: null, shelter: 0, name: 'Old' };
  const street = { type: 'close-street' as const, lon: 7, lat: 43, reason: null };
  const made = { type: 'add-shelter' as const, lon: 7.0000001, lat: 43, name: 'Park', capacity: 20, space: 'way/1', hazards: ['flood'] };
  const close = (shelter: number) => ({ type: 'close-shelter' as const, shelter, reason: 'Not chosen by siting' });
  const answer = { chosen: [stays, park], edits: [street, close(1), made] } as unknown as SitingAnswer;
  const question = { wanted: { ...USUALLY_WANTED, existing: 'movable' as const }, shelters: [{ id: 0 }, { id: 1 }] as never, kinds: ['flood'] };
  expect(editsOf(answer, question, [park!, quay!])).toEqual([street, close(0), close(1), made, { type: 'add-shelter', lon: 7.1, lat: 43, name: 'Quay', capacity: null, hazards: ['flood'] }]);
  expect(editsOf(answer, question, answer.chosen)).toEqual(answer.edits);
});

test('a space is settled one way only, and may be let go', () => {
  const fixed = settle(USUALLY_WANTED, 7, 'open');
  const never = settle(fixed, 7, 'closed');
  expect([settledAs(fixed, 7), settledAs(never, 7), never.open.length, settledAs(settle(never, 7, 'free'), 7)]).toEqual(['open', 'closed', 0, 'free']);
  expect([pick(never, 7).picked, pick(pick(never, 7), 7).picked]).toEqual([[7], []]);
});

test('a bound that is rounded still holds', () => {
  expect(boundWords(aim('cover'), 104.9, 0.1, text)).toBe('Nobody could cover more than 104.');
  expect(boundWords(aim('cover'), 105 - 1e-9, 0.1, text)).toBe('Nobody could cover more than 105.');
  expect(boundWords(aim('fewest'), 3.1, 0.1, text)).toBe('Nobody could do it with fewer than 4.');
  expect(boundWords(aim('mean-walk'), 299.9, 0.1, text)).toBe('Nobody could bring it below 4.99 min.');
  expect(boundWords(aim('worst-district'), 0.50001, 0.1, text)).toBe('Nobody could lift it above 50.01%.');
  expect(boundWords(aim('mean-walk'), 299.9, 0, text)).toBe('Nobody could bring it below 5 min.');
  expect(gapWords(0.0001, text)).toContain('at most 0.1%');
  expect([gapWords(0, text), gapWords(null, text)]).toEqual(['This is the best there is.', '']);
  expect(valueWords(aim('worst-walk'), 90, text)).toBe('a longest walk of 1.5 min');
  expect(boundWords(aim('least-cost'), 3.999, 0.1, text)).toBe('Nobody could do it for less than 3.99.');
  expect(valueWords({ goal: 'fewest', existing: 'movable', backupPercent: null }, 4, text)).toBe('4 shelters in all');
  expect(valueWords({ goal: 'cover', existing: 'kept', backupPercent: 20 }, 4, text)).toContain('counted in parts');
});

test('the bar is full where value and bound meet, from either side', () => {
  expect([closeness('cover', 50, 100), closeness('mean-walk', 100, 50), closeness('cover', 9, 9), closeness('cover', null, 9)]).toEqual([0.5, 0.5, 1, null]);
});

test('what is not known of a site is said so', () => {
  const site: Site = { space: 1, place: null, shelter: null, name: 'A', names: {}, lon: 0, lat: 0, cost: 1, capacity: null, sourceId: 'way/1', room: { pessimistic: 0, optimistic: null }, verdict: 'unknown', adds: 12, loses: null };
  expect(siteLines(site, 'people', text)).toEqual(['adds 12 people that no other chosen one has', 'room not known · by the rules: unknown']);
  expect(siteLines({ ...site, adds: null, loses: 0, verdict: null }, 'seconds', text)).toEqual(['just as good', 'room not known · not judged by the rules']);
});
