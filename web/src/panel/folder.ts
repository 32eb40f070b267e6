import { el } from '../dom';
import type { Words } from '../format';
import type { MessageKey } from '../messages/en';
import type { State, Store } from '../state';

const PHONE = '(max-width: 720px)';

/** Parts of the panel under one heading. On a phone it starts folded, so that the answer is not buried; it is not there while all its parts are empty. */
export function folder(store: Store<State>, words: () => Words, name: string, title: MessageKey, ...parts: HTMLElement[]): HTMLElement {
  const heading = el('h2');
  const root = el('details', { class: 'folder', 'data-folder': name, open: !matchMedia(PHONE).matches }, el('summary', {}, heading), ...parts);
  const speak = () => {
    heading.textContent = words().text(title);
  };
  store.on(['language'], speak);
  speak();
  return root;
}

/** Unfolds whatever holds a part of the panel, and goes there. */
export function goToPart(part: HTMLElement): void {
  for (let around = part.closest('details'); around; around = around.parentElement!.closest('details')) {
    around.open = true;
  }
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: 'start' });
}
