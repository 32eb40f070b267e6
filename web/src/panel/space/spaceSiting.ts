import { el, fill } from '../../dom';
import type { Words } from '../../format';
import type { Searching } from '../../siting/searching';
import { costField, settling } from '../../siting/siteCard';
import { spaceNamed } from '../../siting/siteNames';
import type { JudgedSpace } from '../../spaces';
import type { State, Store } from '../../state';
import { costsCount } from '../../siting/wanted';

/** On the card of a space that is no shelter: whether it may be one of the next, in any case or never, and what it would cost. */
export function spaceSiting(store: Store<State>, words: () => Words, searching: Searching): (answer: JudgedSpace) => HTMLElement | null {
  const root = el('div', { class: 'space-siting' });
  let shown: JudgedSpace | null = null;
  const draw = () => {
    const text = words();
    const { wanted } = store.get();
    if (!shown) {
      return;
    }
    const { space } = shown.summary;
    const name = spaceNamed(store.get(), space, text);
    const picked = wanted.picked.includes(space);
    fill(
      root,
      el('h3', {}, text.text('siteOnCard')),
      el(
        'div',
        { class: 'site-actions' },
        el('button', { type: 'button', 'data-pick': space, 'aria-pressed': String(picked), onclick: () => searching.pick(space) }, text.text('sitePick')),
        ...settling(space, name, 'card', wanted, searching, text),
        costsCount(wanted) ? costField(space, name, wanted, 'card', searching, text) : null,
      ),
    );
  };
  store.on(['wanted', 'language'], draw);
  return (answer) => {
    shown = answer.summary.shelter === null ? answer : null;
    draw();
    return shown && root;
  };
}
