import type { Words } from '../format';
import type { Failure, State, Store } from '../state';
import { el, fill } from '../dom';
import { refused } from './report';

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
            el('p', {}, ...sentence(found, text)),
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

function sentence({ about, sentence: said }: Failure, text: Words): (Node | string | null)[] {
  if (about === 'position') {
    return [text.text('noPosition')];
  }
  if (said === null) {
    return refused(said, text);
  }
  switch (about) {
    case 'area':
      return [text.text('areaUnknown', { area: said })];
    case 'hazard':
      return [text.text('hazardUnknown', { hazard: said })];
    case 'rules':
      return [text.text('rulesUnknown', { rules: said })];
    case 'scenario':
      return [text.text('scenarioGone', { scenario: said })];
    default:
      return refused(said, text);
  }
}
