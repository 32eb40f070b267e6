import type { State } from '../domain';
import type { Words } from '../format';
import { NO_WAY, timeSteps } from '../palette';
import type { Store } from '../state';
import { el, fill } from './dom';

/** What the colours on the map mean. */
export function legend(root: HTMLElement, store: Store<State>, words: () => Words): void {
  const draw = () => {
    const { coverage, minutes } = store.get();
    const text = words();
    if (!minutes || !coverage) {
      fill(root);
      return;
    }
    const list = el('ul', {});
    const add = (colour: string | null, label: string, name = 'swatch') => list.append(el('li', {}, el('span', { class: name, style: colour ? `background:${colour}` : null }), label));
    timeSteps(minutes).forEach((step) =>
      add(step.colour, Number.isFinite(step.toMinutes) ? text.text('legendUpTo', { from: step.fromMinutes, to: step.toMinutes }) : text.text('legendBeyond', { from: step.fromMinutes })));
    if (coverage.people.unknown > 0) {
      add(null, text.text('unknown'), 'swatch swatch-unknown');
    }
    if (coverage.people.unreachable > 0) {
      add(NO_WAY, text.text('unreachable'));
    }
    add(null, text.text('legendShelter'), 'swatch swatch-shelter');
    add(null, text.text('legendGap'), 'swatch swatch-gap');
    fill(root, el('h2', {}, text.text('legend')), list);
  };
  store.on(['coverage', 'minutes', 'language'], draw);
  draw();
}
