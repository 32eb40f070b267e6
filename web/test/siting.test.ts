import { expect, test } from 'vitest';
import type { Question } from '../src/chosen';
import { Words } from '../src/format';
import { bodyOf } from '../src/searching';
import { boundWords, gapWords, siteLines, valueWords } from '../src/siteCard';
import { closeness, settle, settledAs, type Site, USUALLY_WANTED, type Wanted } from '../src/siting';

const text = new Words('en');
const asked: Question = { area: 'x', profile: 'adult', minutes: 5, k: 2, hazard: null, night: false, rules: null, scenario: null };
const sent = (wanted: Partial<Wanted>, passing?: number[]) => bodyOf(asked, null, { ...USUALLY_WANTED, ...wanted }, passing);

test('each goal is sent with what fits it, and with nothing that the server would refuse', () => {
  expect(sent({})).toMatchObject({ goal: 'cover', p: 3, k: 2, curve: true, candidates: 'spaces' });
  const fewest = sent({ goal: 'fewest', sharePercent: 80 });
  expect(fewest).toMatchObject({ sharePercent: 80, curve: false });
  expect(['p', 'k', 'budget', 'costs'].filter((name) => name in fewest)).toEqual([]);
  const dear = sent({ goal: 'room', limit: 'budget', budget: 7.5, costs: { 4: 2 } });
  expect(dear).toMatchObject({ budget: 7.5, costs: { 4: 2 }, curve: false });
  expect(['p', 'k', 'sharePercent'].filter((name) => name in dear)).toEqual([]);
  expect(sent({ candidates: 'passing' }, [5, 6]).candidates).toEqual([5, 6]);
});

test('a space is settled one way only, and may be let go', () => {
  const one = { space: 7, name: 'Park' };
  const fixed = settle(USUALLY_WANTED, one, 'open');
  const never = settle(fixed, one, 'closed');
  expect([settledAs(fixed, 7), settledAs(never, 7), never.open.length, settledAs(settle(never, one, 'free'), 7)]).toEqual(['open', 'closed', 0, 'free']);
});

test('a bound that is rounded still holds', () => {
  expect(boundWords('cover', 104.9, 0.1, text)).toBe('Nobody could cover more than 104.');
  expect(boundWords('cover', 105 - 1e-9, 0.1, text)).toBe('Nobody could cover more than 105.');
  expect(boundWords('fewest', 3.1, 0.1, text)).toBe('Nobody could do it with fewer than 4.');
  expect(boundWords('mean-walk', 299.9, 0.1, text)).toBe('Nobody could bring it below 4.99 min.');
  expect(boundWords('worst-district', 0.50001, 0.1, text)).toBe('Nobody could lift it above 50.01%.');
  expect(boundWords('mean-walk', 299.9, 0, text)).toBe('Nobody could bring it below 5 min.');
  expect(gapWords(0.0001, text)).toContain('at most 0.1%');
  expect([gapWords(0, text), gapWords(null, text)]).toEqual(['This is the best there is.', '']);
  expect(valueWords('worst-walk', 90, text)).toBe('a longest walk of 1.5 min');
});

test('the bar is full where value and bound meet, from either side', () => {
  expect([closeness('cover', 50, 100), closeness('mean-walk', 100, 50), closeness('cover', 9, 9), closeness('cover', null, 9)]).toEqual([0.5, 0.5, 1, null]);
});

test('what is not known of a site is said so', () => {
  const site: Site = { space: 1, place: null, shelter: null, name: 'A', names: {}, lon: 0, lat: 0, cost: 1, room: { pessimistic: 0, optimistic: null }, verdict: 'unknown', adds: 12, loses: null };
  expect(siteLines(site, 'people', text)).toEqual(['adds 12 people that no other chosen one has', 'room not known · by the rules: unknown']);
  expect(siteLines({ ...site, adds: null, loses: 0, verdict: null }, 'seconds', text)).toEqual(['just as good', 'room not known · not judged by the rules']);
});
