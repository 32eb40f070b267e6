import type { Bounds, Loss, State } from '../domain';
import type { Words } from '../format';
import type { Store } from '../state';
import { share } from './answer';
import { el, fill } from './dom';

const AROUND_DEGREES = 0.002;

/** Who has a second and a third shelter, and whose loss would leave most people without one; each leads there on the map. */
export function losses(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'losses' });
  const draw = () => {
    const text = words();
    const { redundancy } = store.get();
    if (!redundancy || redundancy.losses.length === 0) {
      fill(root);
      return;
    }
    const list = el('ol', { class: 'list' });
    redundancy.losses.forEach((loss) => {
      const count = loss.uncovered === 0 ? text.text('lossNobody') : text.text('lossOf', { uncovered: text.count(loss.uncovered), people: text.count(loss.people) });
      list.append(
        el(
          'li',
          {},
          el(
            'button',
            { type: 'button', 'data-loss': loss.shelter, onclick: () => store.update({ goTo: { bounds: around(loss) } }) },
            el('strong', {}, text.name(loss.names, loss.name) ?? text.text('unnamed')),
            el('span', {}, count),
          ),
        ),
      );
    });
    fill(
      root,
      el('h2', {}, text.text('losses')),
      el(
        'ul',
        { class: 'quiet' },
        ...redundancy.coverage.map(({ k, people }) => el('li', {}, text.text(k === 1 ? 'kShareOne' : 'kShare', { k, share: share(text, people) }))),
      ),
      el('p', { class: 'quiet' }, text.text('lossesWhy')),
      list,
    );
  };
  store.on(['redundancy', 'language'], draw);
  draw();
  return root;
}

/** The shelter, and the houses of those who would be without. */
function around(loss: Loss): Bounds {
  const [west, south, east, north] = loss.bounds ?? [loss.lon, loss.lat, loss.lon, loss.lat];
  return [
    Math.min(west, loss.lon - AROUND_DEGREES),
    Math.min(south, loss.lat - AROUND_DEGREES),
    Math.max(east, loss.lon + AROUND_DEGREES),
    Math.max(north, loss.lat + AROUND_DEGREES),
  ];
}
