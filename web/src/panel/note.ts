import type { Words } from '../format';
import type { State, Store } from '../state';
import { el, fill, foreign } from '../dom';

/** What must be known of the shelters before anybody walks there. */
export function note(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('div', {});
  const draw = () => {
    const text = words();
    const { coverage, shelters } = store.get();
    const illustrative = shelters.some((shelter) => shelter.illustrative) ? el('strong', {}, text.text('illustrative')) : null;
    fill(root, coverage?.shelterNote ? el('p', { class: 'note' }, illustrative, illustrative && el('br'), foreign(coverage.shelterNote, text.language)) : null);
  };
  store.on(['coverage', 'language', 'shelters'], draw);
  draw();
  return root;
}
