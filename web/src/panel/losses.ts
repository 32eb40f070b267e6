import type { Bounds } from '../domain';
import { el, fill } from '../dom';
import type { Words } from '../format';
import type { Loss, StreetLoss } from '../reports';
import { shelterName } from '../shelterCard';
import type { State, Store } from '../state';
import { share } from './answer';

const AROUND_DEGREES = 0.002;
const FIRST = 8;

/** Who has a second and a third shelter, and whose or which street's loss would leave most people without one; each leads there on the map. */
export function losses(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'losses' });
  let all = false;
  const draw = () => {
    const text = words();
    const { redundancy } = store.get();
    if (!redundancy || redundancy.losses.length === 0) {
      fill(root);
      return;
    }
    fill(
      root,
      el('h2', {}, text.text('losses')),
      el(
        'ul',
        { class: 'quiet' },
        ...redundancy.coverage.map(({ k, people }) => el('li', {}, text.text(k === 1 ? 'kShareOne' : 'kShare', { k, share: share(text, people) }))),
      ),
      el('p', { class: 'quiet' }, text.text('lossesWhy')),
      el('ol', { class: 'list' }, ...redundancy.losses.map((loss) => el('li', {}, shelterLoss(loss, store, text)))),
      ...(redundancy.streets ? streets(redundancy.streets, text) : []),
    );
  };
  const streets = (found: StreetLoss[], text: Words) => {
    const rest = found.length - FIRST;
    return [
      el('h2', { class: 'second' }, text.text('streetLosses')),
      el('p', { class: 'quiet' }, text.text(found.length ? 'streetLossesWhy' : 'streetLossesNone')),
      el('ol', { class: 'list' }, ...found.slice(0, all ? undefined : FIRST).map((loss) => el('li', {}, streetLoss(loss, store, text)))),
      all || rest <= 0 ? null : el('button', { type: 'button', class: 'plain', onclick: () => { all = true; draw(); } }, `${text.text('expand')} (${text.count(rest)})`),
    ];
  };
  store.on(['redundancy', 'language'], draw);
  draw();
  return root;
}

function shelterLoss(loss: Loss, store: Store<State>, text: Words): HTMLElement {
  const name = shelterName(loss, text);
  const count = loss.uncovered === 0 ? text.text('lossNobody') : text.text('lossOf', { uncovered: text.count(loss.uncovered), people: text.count(loss.people) });
  return el('button', { type: 'button', 'data-loss': loss.shelter, onclick: () => point(store, loss, name) }, el('strong', {}, name), el('span', {}, count));
}

function streetLoss(loss: StreetLoss, store: Store<State>, text: Words): HTMLElement {
  const kind = text.text(loss.bridge ? 'bridge' : loss.tunnel ? 'tunnel' : loss.steps ? 'stairs' : 'section');
  const name = loss.name ?? kind;
  return el(
    'button',
    { type: 'button', 'data-street': loss.street, onclick: () => point(store, loss, name) },
    el('strong', {}, name),
    el('span', {}, [loss.name === null ? null : kind, text.text('gapPeople', { people: text.count(loss.uncovered) })].filter(Boolean).join(' · ')),
  );
}

type Placed = { lon: number; lat: number; bounds: Bounds | null };

/** Goes to a place and rings it. */
export function point(store: Store<State>, place: Placed, label: string): void {
  store.update({ goTo: { bounds: around(place) }, pointer: { lon: place.lon, lat: place.lat, label } });
}

/** The place, and the houses of those whom it concerns. */
function around({ lon, lat, bounds }: Placed): Bounds {
  const [west, south, east, north] = bounds ?? [lon, lat, lon, lat];
  return [Math.min(west, lon - AROUND_DEGREES), Math.min(south, lat - AROUND_DEGREES), Math.max(east, lon + AROUND_DEGREES), Math.max(north, lat + AROUND_DEGREES)];
}
