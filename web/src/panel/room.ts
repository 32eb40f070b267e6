import { noneKnown, sheltersShown } from '../chosen';
import type { Capacity, Coverage, ShelterRoom } from '../domain';
import { el, fill } from '../dom';
import type { Words } from '../format';
import { roomOf, shelterName } from '../shelterCard';
import type { State, Store } from '../state';
import { point } from './losses';

const FIRST = 8;

/** Who finds room, what guidance is worth, and where one more place would do most. */
export function room(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'room' });
  let all = false;
  const draw = () => {
    const text = words();
    const { coverage } = store.get();
    const capacity = coverage?.capacity;
    if (!coverage || !capacity || noneKnown(coverage)) {
      fill(root);
      return;
    }
    const order = [...capacity.shelters].sort((a, b) => b.pricePeople - a.pricePeople || b.priceSeconds - a.priceSeconds || a.shelter - b.shelter);
    const rest = order.length - FIRST;
    fill(
      root,
      el('h3', {}, text.text('room')),
      el('p', {}, sum(coverage, capacity, text)),
      guidance(capacity, coverage.people.unknown > 0, text),
      capacity.unknownCapacity > 0 ? el('p', { class: 'quiet' }, text.text('roomUnknown', { count: text.count(capacity.unknownCapacity) })) : null,
      el('h4', {}, text.text('roomShelters')),
      el('ul', { class: 'list' }, ...order.slice(0, all ? undefined : FIRST).map((shelter) => el('li', {}, item(shelter, store, text)))),
      all || rest <= 0 ? null : el('button', { type: 'button', class: 'plain', onclick: () => { all = true; draw(); } }, `${text.text('expand')} (${text.count(rest)})`),
    );
  };
  store.on(['coverage', 'language'], draw);
  draw();
  return root;
}

/** Where facts are missing, full and too far cannot be told apart. */
function sum({ people }: Coverage, { placed, notPlaced, tooFar, noWay }: Capacity, text: Words): string {
  return people.unknown === 0
    ? text.text('roomSum', { placed: text.count(placed), notPlaced: text.count(notPlaced), tooFar: text.count(tooFar), noWay: text.count(noWay) })
    : text.text('roomSumUnknown', { placed: text.count(people.covered), unknown: text.count(people.unknown), without: text.count(people.notCovered), noWay: text.count(people.unreachable) });
}

/** @param range whether facts are missing: then these are the figures if they are unfavourable, and who is too far is not among them */
function guidance(capacity: Capacity, range: boolean, text: Words): HTMLElement {
  const row = (key: 'guided' | 'nearestFirst', { placed, notPlaced, totalWalkSeconds }: Capacity['nearestFirst']) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, text.text(key)),
      el('td', {}, text.count(placed)),
      range ? null : el('td', {}, text.count(notPlaced)),
      el('td', {}, placed === 0 ? '–' : text.minutes(totalWalkSeconds / placed)),
    );
  const more = capacity.placed - capacity.nearestFirst.placed;
  const head = (['', 'placed', ...(range ? [] : (['notPlaced'] as const)), 'walkEach'] as const).map((key) => el('th', { scope: 'col' }, key === '' ? '' : text.text(key)));
  return el(
    'div',
    {},
    range ? el('p', { class: 'quiet' }, text.text('roomLow')) : null,
    el('table', { class: 'plain-table' }, el('caption', { class: 'hidden' }, text.text('guidance')), el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, row('guided', capacity), row('nearestFirst', capacity.nearestFirst))),
    el('p', { class: 'quiet' }, more > 0 ? text.text('guidanceWorth', { people: text.count(more) }) : text.text('guidanceNothing')),
  );
}

function item(shelter: ShelterRoom, store: Store<State>, text: Words): HTMLElement {
  const go = () => {
    const found = sheltersShown(store.get()).find((one) => one.id === shelter.shelter);
    if (found) {
      point(store, { ...found, bounds: null }, shelterName(found, text));
    }
  };
  const { m2PerPerson: have, ruleM2PerPerson: rule } = shelter;
  const tight = have !== null && rule !== null && have < rule;
  return el(
    'button',
    { type: 'button', 'data-place': shelter.shelter, onclick: go },
    el('strong', {}, shelterName(shelter, text)),
    shelter.capacity === null ? null : meter(shelter.placed, shelter.capacity),
    el('span', {}, [roomOf(shelter, shelter, text), text.text('ifAllRan', { people: text.count(shelter.nearest) })].join(' · ')),
    have === null ? null : el('span', { class: tight ? 'tight' : null }, text.text(rule === null ? 'm2' : tight ? 'm2Tight' : 'm2Rule', { have: text.decimal(have), ...(rule === null ? {} : { rule: text.decimal(rule) }) })),
    el('span', {}, price(shelter, text)),
  );
}

/** What one more place would do. */
function price({ pricePeople, priceSeconds }: ShelterRoom, text: Words): string {
  if (pricePeople > 0) {
    return text.text('pricePerson');
  }
  return priceSeconds > 0 ? text.text('priceTime', { time: text.minutes(priceSeconds) }) : text.text('priceNone');
}

function meter(placed: number, capacity: number): HTMLElement {
  const share = capacity === 0 ? 1 : Math.min(1, placed / capacity);
  return el('span', { class: `meter${share === 1 ? ' meter-full' : ''}`, 'aria-hidden': 'true' }, el('i', { style: `width:${Math.floor(100 * share)}%` }));
}
