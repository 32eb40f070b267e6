import { expect, test } from 'vitest';
import { Store } from '../src/state';

test('listeners hear of what they named, once, and only of changes', () => {
  const store = new Store({ a: 1, b: 2 });
  const heard: string[] = [];
  store.on(['a'], (now, before) => heard.push(`a ${before.a}>${now.a}`));
  store.on(['a', 'b'], () => heard.push('any'));
  store.update({ a: 1 });
  store.update({ b: 3 });
  store.update({ a: 5, b: 4 });
  expect(heard).toEqual(['any', 'a 1>5', 'any']);
});

test('a view sees some of the state otherwise, hears only while somebody looks, and changes what it is a view of', () => {
  const store = new Store({ a: 1, b: 2, look: true });
  const seen = store.seen(({ look }) => (look ? { a: 9 } : null));
  const heard: string[] = [];
  seen.on(['a', 'b'], (now) => heard.push(`${now.a} ${now.b}`));
  expect(seen.get()).toEqual({ a: 9, b: 2, look: true });
  store.update({ a: 5 });
  expect(heard).toEqual([]);
  seen.update({ b: 3 });
  expect([store.get().b, heard]).toEqual([3, ['9 3']]);
  store.update({ look: false });
  store.update({ b: 4 });
  expect(heard).toEqual(['9 3']);
  store.update({ look: true });
  expect([seen.get().b, heard]).toEqual([4, ['9 3', '9 4']]);
});
