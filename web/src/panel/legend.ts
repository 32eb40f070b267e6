import { chosen } from '../chosen';
import type { State } from '../domain';
import type { Words } from '../format';
import { NO_WAY, timeSteps } from '../palette';
import type { Store } from '../state';
import { el, fill } from './dom';

/** Tiles hold houses from zoom 12 on, and the map is drawn from tiles one step coarser than itself; half a step rounds up. */
const HOUSES_FROM_ZOOM = 12.5;

/** What the colours on the map mean. */
export function legend(root: HTMLElement, store: Store<State>, words: () => Words): void {
  const draw = () => {
    const { coverage, minutes, view } = store.get();
    const text = words();
    if (!minutes || !chosen(store.get())) {
      fill(root);
      return;
    }
    const list = el('ul', {});
    const add = (colour: string | null, label: string, name = 'swatch') => list.append(el('li', {}, el('span', { class: name, style: colour ? `background:${colour}` : null }), label));
    timeSteps(minutes).forEach((step) => {
      const key = Number.isFinite(step.toMinutes) ? (step.inTime ? 'legendUpTo' : 'legendLate') : 'legendBeyond';
      add(step.colour, text.text(key, { from: text.count(step.fromMinutes), to: text.count(step.toMinutes) }));
    });
    // The map has its colours before the numbers are there; until then each of them may be met.
    if (!coverage || coverage.people.unknown > 0) {
      add(null, text.text('unknown'), 'swatch swatch-unknown');
    }
    if (!coverage || coverage.people.unreachable > 0) {
      add(NO_WAY, text.text('unreachable'));
    }
    add(null, text.text('legendShelter'), 'swatch swatch-shelter');
    add(null, text.text('legendGap'), 'swatch swatch-gap');
    fill(root, el('h2', {}, text.text('legend')), list, far(view) ? el('p', { class: 'far' }, text.text('zoomIn')) : null);
  };
  const far = (view: State['view']) => view !== null && view.zoom < HOUSES_FROM_ZOOM;
  store.on(['coverage', 'minutes', 'language', 'area', 'areas'], draw);
  store.on(['view'], (now, before) => far(now.view) !== far(before.view) && draw());
  draw();
}
