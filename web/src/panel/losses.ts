import { editable } from '../chosen';
import type { Bounds } from '../domain';
import { el, fill } from '../dom';
import type { Editing } from '../scenario/editing';
import type { Words } from '../format';
import type { Loss, StreetLoss } from '../reports';
import type { Edit } from '../scenario/scenario';
import { shelterName } from '../shelterCard';
import type { State, Store } from '../state';
import { share } from './answer';

const AROUND_DEGREES = 0.002;
const FIRST = 8;

/**
 * Who has a second and a third shelter, and whose or which street's loss would leave most people without one; each leads there on the map,
 * and can be tried out: closed in the scenario that is open, or in a new one.
 *
 * @param tried what follows once it is
 */
export function losses(store: Store<State>, words: () => Words, editing: Editing, tried: () => void): HTMLElement {
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
      el('h3', {}, text.text('losses')),
      el(
        'ul',
        { class: 'quiet' },
        ...redundancy.coverage.map(({ k, people }) => el('li', {}, text.text(k === 1 ? 'kShareOne' : 'kShare', { k, share: share(text, people) }))),
      ),
      el('p', { class: 'quiet' }, text.text('lossesWhy'), redundancy.coverage.some(({ k, people }) => k === 1 && people.unknown > 0) ? ` ${text.text('lossesSure')}` : null),
      el('ol', { class: 'list' }, ...redundancy.losses.map((loss) => item(shelterName(loss, text), shelterLoss(loss, store, text), (reason) => ({ type: 'close-shelter', shelter: loss.shelter, reason }), text))),
      ...(redundancy.streets ? streets(redundancy.streets, text) : []),
    );
  };
  const item = (name: string, go: HTMLElement, edit: (reason: string) => Edit, text: Words) => {
    const lose = () => void editing.tryOut(edit(text.text('ifLost', { name })), text.text('without', { name })).then((done) => done && tried());
    return el(
      'li',
      {},
      go,
      triable(store.get()) ? el('button', { type: 'button', class: 'plain', 'data-lose': go.dataset.loss ?? `street-${go.dataset.street}`, 'aria-label': text.text('tryLossOf', { name }), onclick: lose }, text.text('tryLoss')) : null,
    );
  };
  const streets = (found: StreetLoss[], text: Words) => {
    const rest = found.length - FIRST;
    return [
      el('h3', { class: 'second' }, text.text('streetLosses')),
      el('p', { class: 'quiet' }, text.text(found.length ? 'streetLossesWhy' : 'streetLossesNone')),
      el('ol', { class: 'list' }, ...found.slice(0, all ? undefined : FIRST).map((loss) => item(streetName(loss, text), streetLoss(loss, store, text), (reason) => ({ type: 'close-street', ...inside(loss), reason }), text))),
      all || rest <= 0 ? null : el('button', { type: 'button', class: 'plain', onclick: () => { all = true; draw(); } }, `${text.text('expand')} (${text.count(rest)})`),
    ];
  };
  store.on(['redundancy', 'language', 'scenario', 'scenarios', 'side', 'keepsScenarios'], (now, before) => {
    if (now.redundancy !== before.redundancy || now.language !== before.language || triable(now) !== triable(before)) {
      draw();
    }
  });
  draw();
  return root;
}

/** Whether something can be lost by way of trial: in the city as it is, or in what comes after the changes. */
function triable(state: State): boolean {
  return state.keepsScenarios && state.scenarios !== null && (state.scenario === null || editable(state));
}

function shelterLoss(loss: Loss, store: Store<State>, text: Words): HTMLElement {
  const name = shelterName(loss, text);
  const count = loss.people === 0 ? text.text('lossOfNobody') : loss.uncovered === 0 ? text.text('lossNobody') : text.text('lossOf', { uncovered: text.count(loss.uncovered), people: text.count(loss.people) });
  return el('button', { type: 'button', 'data-loss': loss.shelter, onclick: () => point(store, loss, name) }, el('strong', {}, name), el('span', {}, count));
}

function streetLoss(loss: StreetLoss, store: Store<State>, text: Words): HTMLElement {
  const name = streetName(loss, text);
  return el(
    'button',
    { type: 'button', 'data-street': loss.street, onclick: () => point(store, loss, name, loss.line) },
    el('strong', {}, name),
    el('span', {}, [loss.name === null ? null : kindOf(loss, text), text.text('gapPeople', { people: text.count(loss.uncovered) })].filter(Boolean).join(' · ')),
  );
}

const kindOf = (loss: StreetLoss, text: Words) => text.text(loss.bridge ? 'bridge' : loss.tunnel ? 'tunnel' : loss.steps ? 'stairs' : 'section');
const streetName = (loss: StreetLoss, text: Words) => loss.name ?? kindOf(loss, text);

/** The middle of its longest piece: well inside, where no other street is as near. */
function inside({ line }: StreetLoss): { lon: number; lat: number } {
  const pieces = line.slice(1).map((to, index) => ({ from: line[index]!, to }));
  const length = ({ from, to }: (typeof pieces)[number]) => Math.hypot((to[0] - from[0]) * Math.cos((to[1] * Math.PI) / 180), to[1] - from[1]);
  const { from, to } = pieces.reduce((longest, piece) => (length(piece) > length(longest) ? piece : longest));
  return { lon: (from[0] + to[0]) / 2, lat: (from[1] + to[1]) / 2 };
}

type Placed = { lon: number; lat: number; bounds: Bounds | null };

/** Goes to a place and rings it; or draws it, where it is a street. */
export function point(store: Store<State>, place: Placed, label: string, line: [number, number][] = []): void {
  store.update({ goTo: { bounds: around(place) }, pointer: { lon: place.lon, lat: place.lat, label, line } });
}

/** The place, and the houses of those whom it concerns. */
export function around({ lon, lat, bounds }: Placed): Bounds {
  const [west, south, east, north] = bounds ?? [lon, lat, lon, lat];
  return [Math.min(west, lon - AROUND_DEGREES), Math.min(south, lat - AROUND_DEGREES), Math.max(east, lon + AROUND_DEGREES), Math.max(north, lat + AROUND_DEGREES)];
}
