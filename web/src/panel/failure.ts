import type { State } from '../domain';
import type { Words } from '../format';
import type { Store } from '../state';
import { el, fill } from './dom';

/** What went wrong, in a sentence, with a way on. */
export function failure(store: Store<State>, words: () => Words, retry: () => void): HTMLElement {
  const root = el('div', { role: 'alert', class: 'failure' });
  const draw = () => {
    const { failure: found } = store.get();
    const text = words();
    fill(
      root,
      ...(found
        ? [
            el('p', {}, found.about === 'position' ? text.text('noPosition') : (found.sentence ?? text.text('unreachableServer'))),
            found.about !== 'position' && found.sentence === null
              ? el('button', { type: 'button', onclick: retry }, text.text('retry'))
              : el('button', { type: 'button', class: 'plain', onclick: () => store.update({ failure: null }) }, text.text('clear')),
          ]
        : []),
    );
  };
  store.on(['failure', 'language'], draw);
  draw();
  return root;
}
