import { el } from '../../dom';
import type { Cars } from '../../evacuation/evacuation';
import { atLeast, duration } from '../../evacuation/evacuationWords';
import { extent } from '../../extent';
import type { Words } from '../../format';
import type { State, Store } from '../../state';
import type { Fold } from '../fold';
import { point } from '../losses';

const FIRST = 8;

/** Those who drive: how soon they are out and by which exits, and which streets should be driven in one direction only. */
export function evacuationCars(cars: Cars, store: Store<State>, text: Words, fold: Fold): (HTMLElement | null)[] {
  const { people, carsPlaced, clearanceSeconds, lowerBoundSeconds, byThemselves, contraflow } = cars;
  const used = cars.exits.filter((exit) => exit.cars > 0);
  const left = people.total - people.placed;
  return [
    el(
      'p',
      { 'data-evac-cars': clearanceSeconds },
      text.text('carsMeans', { people: text.count(people.total), cars: text.count(cars.cars) }),
      carsPlaced ? ` ${text.text(left > 0 ? 'carsOut' : 'carsOutAll', { placed: text.count(people.placed), clearance: duration(clearanceSeconds, text), bound: atLeast(lowerBoundSeconds, text) })}` : ` ${text.text('carsNone')}`,
      left > 0 && carsPlaced ? ` ${text.text('carsLeft', { people: text.count(left) })}` : '',
    ),
    byThemselves
      ? el('p', { class: 'quiet' }, text.text(byThemselves.mostOfLimit > 1 ? 'carsAloneQueue' : 'carsAlone', { mean: duration(byThemselves.meanSeconds, text), longest: duration(byThemselves.longestSeconds, text), times: text.decimal(byThemselves.mostOfLimit) }))
      : null,
    used.length ? exits(used.slice(0, FIRST), store, text) : null,
    used.length > FIRST ? fold('evac-exits', [text.text('carsExitsMore', { count: text.count(used.length - FIRST) })], exits(used.slice(FIRST), store, text)) : null,
    ...(contraflow ? reversed(contraflow, store, text) : []),
  ];
}

function exits(used: Cars['exits'], store: Store<State>, text: Words): HTMLElement {
  const row = ({ lon, lat, name, cars }: Cars['exits'][number]) => {
    const label = name ?? text.text('carsExitUnnamed');
    const go = el('button', { type: 'button', class: 'plain', onclick: () => point(store, { lon, lat, bounds: null }, label) }, label);
    return el('tr', {}, el('th', { scope: 'row' }, go), el('td', {}, text.count(cars)));
  };
  return el(
    'table',
    { class: 'plain-table', 'data-table': 'evac-exits' },
    el('caption', { class: 'hidden' }, text.text('carsExits')),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, text.text('carsExit')), el('th', { scope: 'col' }, text.text('cars')))),
    el('tbody', {}, ...used.map(row)),
  );
}

function reversed({ before, after, morePlaced, lowerBoundSeconds, settled, reversed: streets }: NonNullable<Cars['contraflow']>, store: Store<State>, text: Words): (HTMLElement | null)[] {
  if (streets.length === 0) {
    return [el('p', { 'data-evac-reversed': 0 }, text.text('carsReversedNone'))];
  }
  const item = ({ street, name, lon, lat, line }: (typeof streets)[number]) => {
    const label = name ?? text.text('bottleneck.street');
    return el('li', {}, el('button', { type: 'button', 'data-reversed': street, onclick: () => point(store, { lon, lat, bounds: extent(line) }, label, line) }, el('strong', {}, label)));
  };
  return [
    el('p', { 'data-evac-reversed': streets.length }, text.text('carsReversed', { streets: text.count(streets.length), before: duration(before, text), after: duration(after, text), bound: atLeast(lowerBoundSeconds, text) }), morePlaced > 0 ? ` ${text.text('carsReversedMore', { cars: text.count(morePlaced) })}` : '', settled ? '' : ` ${text.text('carsUnsettled')}`),
    el('ol', { class: 'list', 'aria-label': text.text('carsReversedList') }, ...streets.map(item)),
  ];
}
