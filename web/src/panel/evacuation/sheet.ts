import type { Words } from '../../format';
import type { State, Store } from '../../state';
import { el } from '../../dom';

/** On a phone the panel is a sheet at the foot of the map; this pulls it up and down. */
export function sheet(store: Store<State>, words: () => Words): HTMLElement {
  const more = el('button', { type: 'button', class: 'more', 'aria-controls': 'panel' });
  const set = (open: boolean) => {
    document.body.classList.toggle('open', open);
    more.setAttribute('aria-expanded', String(open));
    more.textContent = words().text(open ? 'collapse' : 'expand');
  };
  const isOpen = () => document.body.classList.contains('open');
  more.addEventListener('click', () => set(!isOpen()));
  store.on(['language'], () => set(isOpen()));
  // What was asked for is on the map: let it be seen.
  store.on(['at', 'gap', 'district', 'space', 'goTo', 'tool', 'side', 'scenario'], () => set(false));
  store.on(['evacuation'], ({ evacuation: now }, { evacuation: before }) => now.looks > before.looks && set(false));
  set(false);
  return more;
}
