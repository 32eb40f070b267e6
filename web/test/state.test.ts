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
