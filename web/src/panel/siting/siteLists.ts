import { el } from '../../dom';
import type { Words } from '../../format';
import type { Searching } from '../../siting/searching';
import { fixPlace } from '../../siting/siteCard';
import { remover, spaceNamed } from '../../siting/siteNames';
import type { State, Store } from '../../state';
import { costsCount, type DrawnPlace } from '../../siting/wanted';
import { point } from '../losses';
import { type Refusal, warning } from './refusal';

/** Lists of what is said of single candidates: drawn, picked, chosen in any case or never, and what they cost; each entry can be taken off. */
export function candidateLists(store: Store<State>, text: Words, searching: Searching, refusal: Refusal, again: () => void): (HTMLElement | null)[] {
  const { wanted, tool } = store.get();
  const drawing = tool?.kind === 'place';
  const draw = () => {
    store.update({ tool: drawing ? null : { kind: 'place' }, drawn: [] });
    again();
  };
  return [
    wanted.candidates === 'picked' ? spaceList('picked', wanted.picked, store, text, (space) => searching.pick(space)) ?? el('p', { class: 'quiet' }, text.text('sitePickedNone')) : null,
    el('div', { class: 'row-buttons' }, el('button', { type: 'button', id: 'site-draw', 'aria-pressed': String(drawing), onclick: draw }, text.text('siteDraw'))),
    ...['places', 'name', 'capacity', 'lon', 'lat'].map((field) => warning(field, refusal)),
    drawnList(store, text, searching) ?? (wanted.candidates === 'drawn' ? el('p', { class: 'quiet' }, text.text('siteDrawnNone')) : null),
    spaceList('open', wanted.open, store, text, (space) => searching.settle(space, 'free')),
    warning('open', refusal),
    spaceList('closed', wanted.closed, store, text, (space) => searching.settle(space, 'free')),
    warning('closed', refusal),
    costList(store, text, searching),
  ];
}

function spaceList(as: 'open' | 'closed' | 'picked', spaces: number[], store: Store<State>, text: Words, free: (space: number) => void): HTMLElement | null {
  if (spaces.length === 0) {
    return null;
  }
  const title = text.text(({ open: 'siteOpen', closed: 'siteClosed', picked: 'sitePicked' } as const)[as]);
  const item = (space: number) => {
    const name = spaceNamed(store.get(), space, text);
    return el('li', {}, name, remover(text.text('siteFree', { name }), as === 'picked' ? { 'data-unpick': space } : { 'data-free': space }, () => free(space)));
  };
  return el('div', { class: `site-settled site-${as}` }, el('h3', {}, title), el('ul', { 'aria-label': title }, ...spaces.map(item)));
}

/** A drawn place: what it is called, holds and costs; what is not known of it stays empty. */
function drawnList(store: Store<State>, text: Words, searching: Searching): HTMLElement | null {
  const { wanted } = store.get();
  if (wanted.places.length === 0) {
    return null;
  }
  const title = text.text('siteDrawn', { count: text.count(wanted.places.length) });
  const item = (place: DrawnPlace, index: number) => {
    const name = placeName(place, index, text);
    const numeric = (id: string, label: string, value: number | null, unknown: string, keep: (value: number | null) => void) => {
      const field = el('input', {
        id: `${id}-${index}`, type: 'number', inputmode: 'numeric', min: 0, step: id === 'place-room' ? 1 : 'any', value: value ?? '', placeholder: unknown,
        onchange: () => field.validity.badInput || keep(field.value === '' ? null : Number(field.value)),
      });
      return el('label', { class: 'field' }, el('span', {}, label), field);
    };
    const named = el('input', { id: `place-name-${index}`, type: 'text', maxlength: 200, autocomplete: 'off', value: place.name, placeholder: name, onchange: () => searching.place(index, { name: named.value.trim() }) });
    return el(
      'li',
      { 'data-place': index },
      el('label', { class: 'field site-place-name' }, el('span', {}, text.text('sitePlaceName', { number: index + 1 })), named),
      numeric('place-room', text.text('roomFor'), place.capacity, text.text('unknown'), (capacity) => searching.place(index, { capacity })),
      costsCount(wanted) ? numeric('place-cost', text.text('siteCost'), place.cost, text.precise(wanted.cost), (cost) => searching.place(index, { cost })) : null,
      el('div', { class: 'row-buttons' },
        el('button', { type: 'button', 'data-go-place': index, 'aria-label': text.text('siteGoTo', { name }), onclick: () => point(store, { ...place, bounds: null }, name) }, text.text('siteGo')),
        fixPlace(place, index, name, 'list', searching, text),
        el('button', { type: 'button', 'data-remove-place': index, 'aria-label': text.text('siteFree', { name }), onclick: () => searching.place(index, null) }, text.text('siteRemove'))),
    );
  };
  return el('div', { class: 'site-settled' }, el('h3', {}, title), el('p', { class: 'quiet' }, text.text('siteDrawnWhy')), el('ol', { class: 'site-places', 'aria-label': title }, ...wanted.places.map(item)));
}

/** A drawn place by its own name, else by its number, as the server numbers them. */
export const placeName = ({ name }: Pick<DrawnPlace, 'name'>, index: number, text: Words) => name || text.text('sitePlaceNumber', { number: index + 1 });

/** Costs that somebody has entered, so that none is forgotten that is not among the answer's sites. */
function costList(store: Store<State>, text: Words, searching: Searching): HTMLElement | null {
  const { wanted } = store.get();
  const entered = Object.entries(wanted.costs).map(([space, cost]): [number, number] => [Number(space), cost]);
  if (!costsCount(wanted) || entered.length === 0) {
    return null;
  }
  const item = ([space, cost]: [number, number]) => {
    const name = spaceNamed(store.get(), space, text);
    const { [space]: _, ...costs } = wanted.costs;
    return el('li', {}, text.text('siteCostEntry', { name, cost: text.precise(cost) }), remover(text.text('siteFree', { name }), { 'data-uncost': space }, () => searching.want({ costs })));
  };
  return el('div', { class: 'site-settled site-costs' }, el('h3', {}, text.text('siteCosts')), el('ul', { 'aria-label': text.text('siteCosts') }, ...entered.map(item)));
}
