import { expect, test } from 'vitest';
import type { Indicator, ProfilePart } from '../src/districts';
import { standingOf } from '../src/standing';

const more: Indicator = { name: 'share', character: 'integrity', stages: [], unit: 'share', more: true, definition: '' };
const value = (low: number | null, high: number | null) => ({ indicator: 'share', low, high });
const district = (low: number | null, high: number | null): ProfilePart => ({ id: 0, name: null, names: {}, people: 1, worstLoss: null, facts: [], values: [value(low, high)] });
const districts = [district(0.1, 0.2), district(0.4, 0.6), district(0.5, 0.5), district(0.8, 0.9), district(null, null)];

test('a district is better than the middle one only if it is so by every reading', () => {
  // The middle of the four known: 0.45 at least, 0.55 at most.
  expect(standingOf(value(0.56, 0.9), more, districts)).toBe('better');
  expect(standingOf(value(0.54, 1), more, districts)).toBeNull();
  expect(standingOf(value(0.1, 0.44), more, districts)).toBe('worse');
  expect(standingOf(value(0, 1), more, districts)).toBeNull();
});

test('where less is better it is the other way round, and nobody stands anywhere where too little is known', () => {
  expect(standingOf(value(0.56, 0.9), { ...more, more: false }, districts)).toBe('worse');
  expect(standingOf(value(null, null), more, districts)).toBeNull();
  expect(standingOf(value(0.9, 0.9), more, districts.slice(3))).toBeNull();
});
