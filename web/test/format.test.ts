import { expect, test } from 'vitest';
import { Words } from '../src/format';
import { en } from '../src/messages/en';
import { zh } from '../src/messages/zh';

const english = new Words('en');

test('a share never says all or nobody where it is not so', () => {
  expect(english.share(35_880, 35_881)).toBe('>99%');
  expect(english.share(1, 35_881)).toBe('<1%');
  expect(english.share(0, 10)).toBe('0%');
  expect(english.share(10, 10)).toBe('100%');
  expect(english.share(0, 0)).toBe('–');
});

test('minutes are rounded up, metres become kilometres', () => {
  expect(english.minutes(59)).toBe('under 1 min');
  expect(english.minutes(60)).toBe('1 min');
  expect(english.minutes(601)).toBe('11 min');
  expect(english.metres(999)).toBe('999 m');
  expect(english.metres(1_250)).toBe('1.3 km');
  expect(new Words('zh').minutes(601)).toBe('11 分钟');
});

test('both languages fill the same blanks', () => {
  const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((found) => found[0]).sort();
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    expect(blanks(zh[key]), key).toEqual(blanks(en[key]));
  }
});

test('nothing is left in English in Chinese', () => {
  const words = (text: string) => text.replace(/\{\w+\}/g, '').replace(/Commonground|\.\/run import AREA --osm FILE|openstreetmap\.org|Esc/g, '');
  for (const [key, text] of Object.entries(zh)) {
    expect(words(text), key).not.toMatch(/[A-Za-z]{2,}/);
  }
});

test('changes carry their sign, and a range is one number where its ends meet', () => {
  expect([english.change(1_200), english.change(-3), english.change(0)]).toEqual(['+1,200', '−3', '±0']);
  expect([english.between(5, 5), english.between(5, 1_008)]).toEqual(['5', '5–1,008']);
});

test('how long ago is said in the largest unit that fits', () => {
  const now = Date.parse('2026-05-03T12:00:00Z');
  expect(english.ago('2026-05-03T11:59:30Z', now)).toBe('now');
  expect(english.ago('2026-05-03T09:10:00Z', now)).toBe('2 hours ago');
  expect(english.ago('2026-05-01T11:00:00Z', now)).toBe('2 days ago');
  expect(new Words('zh').ago('2026-05-03T11:50:00Z', now)).toBe('10分钟前');
});
