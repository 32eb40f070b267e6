import { el, fill } from '../dom';
import type { Words } from '../format';
import { spacesAt } from '../inside';
import type { State, Store } from '../state';
import { openSpace } from './space/spaces';
import { spaceName } from './space/spaceWords';

/** The public spaces that the place asked about lies on; each one can be judged. */
export function here(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'here' });
  const draw = () => {
    const text = words();
    const { at, spaces } = store.get();
    const found = at && spaces ? spacesAt(spaces, at) : [];
    fill(
      root,
      ...(found.length === 0
        ? []
        : [
            el('div', { class: 'row-buttons' }, ...found.map((one) =>
              el('button', { type: 'button', 'data-judge': one.id, onclick: () => openSpace(store, one.id) }, text.text('judgeThis', { name: spaceName(one, text) })))),
          ]),
    );
  };
  store.on(['at', 'spaces', 'language'], draw);
  draw();
  return root;
}
