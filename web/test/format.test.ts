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
