import type { Words } from '../format';
import type { State, Store } from '../state';
import { el, fill } from '../dom';

/** Asks for the nearest shelters from where somebody is, or from the cross in the middle of the map. */
export function askHere(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'ask' });
  const draw = () => {
    const text = words();
    const { area, areas, at } = store.get();
    if (!area || !areas?.length) {
      fill(root);
      return;
    }
    const middle = () => {
      const { middle: found } = store.get();
      if (found) {
        store.update({ at: found, way: 0 });
      }
    };
    fill(
      root,
      el('h2', {}, text.text('askTitle')),
      el(
        'div',
        { class: 'buttons' },
        el('button', { type: 'button', class: 'main', id: 'locate', onclick: () => locate(store) }, text.text('locate')),
        el('button', { type: 'button', id: 'ask', onclick: middle }, text.text('ask')),
      ),
      at ? null : el('p', { class: 'quiet' }, text.text('hint')),
    );
  };
  store.on(['area', 'areas', 'at', 'language'], draw);
  draw();
  return root;
}

function locate(store: Store<State>): void {
  const fail = () => store.update({ failure: { about: 'position', sentence: null } });
  if (!navigator.geolocation) {
    fail();
    return;
  }
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => store.update({ at: [Number(coords.longitude.toFixed(6)), Number(coords.latitude.toFixed(6))], way: 0 }),
    fail,
    { enableHighAccuracy: true, timeout: 10_000 },
  );
}
