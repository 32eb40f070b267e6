import { expect, test } from 'vitest';
import { Words } from '../src/format';
import { amount, beyond, exactly, reading } from '../src/measure';

const [english, chinese] = [new Words('en'), new Words('zh')];
const range = (pessimistic: number | null, optimistic: number | null) => ({ pessimistic, optimistic });

test('a value by two readings is a range, whichever of them is the greater', () => {
  expect(reading(range(120, 340), english)).toBe('120–340');
  expect(reading(range(340, 120), english)).toBe('120–340');
  expect(reading(range(0.2, 0.4), english)).toBe('0');
  expect(reading(range(2_000, 2_000), english)).toBe('2,000');
});

test('what nobody bounds is at least what is known, and unknown where that is nothing', () => {
  expect(reading(range(20, null), english)).toBe('at least 20');
  expect(reading(range(null, 7), chinese)).toBe('至少 7');
  expect([range(0, null), range(null, 0), range(null, null), null].map((one) => reading(one, english))).toEqual(Array(4).fill('unknown'));
  expect(reading(range(0, 0), english)).toBe('0');
});

test('what is unknown has no unit; yes, no and unknown are three', () => {
  expect(amount(null, 'm2', english)).toBe('unknown');
  expect(amount(range(80.25, 1_900), 'm2', english)).toBe('80.3–1,900 m²');
  expect(amount(range(null, 5.25), 'm', chinese)).toBe('至少 5.25 米');
  expect([range(1, 1), range(0, 0), range(0, 1)].map((one) => amount(one, '0 or 1', english))).toEqual(['yes', 'no', 'unknown']);
  expect(exactly(0.15, 'share', english)).toBe('15%');
});

test('a capacity beyond what is found has a sign, and is at most so much where the place may hold any number', () => {
  expect(beyond(range(-1_041, -1_331), english)).toBe('−1,331 to −1,041');
  expect(beyond(range(680, null), english)).toBe('at most +680');
  expect(beyond(range(0, 0), english)).toBe('±0');
});
