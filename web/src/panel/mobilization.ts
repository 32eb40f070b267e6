import type { HourPart, Mobilization } from '../districts';
import { el } from '../dom';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { bar, share } from './answer';
import { report } from './report';

/** Who has a shelter so many hours after the alarm, all together and by district. */
export function mobilization(store: Store<State>, words: () => Words): HTMLElement {
  return report(store, words, 'mobilization', 'mobilization', (found, text) => [
    el('p', { class: 'quiet' }, found.unsaid > 0 ? text.text('mobilizationHint', { count: text.count(found.unsaid) }) : text.text('mobilizationAllSaid')),
    el('div', { class: 'wide-table' }, overHours(found, text)),
    el('h3', {}, text.text('peopleReady')),
    el('div', { class: 'wide-table' }, byDistrict(found, text)),
  ]);
}

const after = ({ hours }: HourPart, text: Words) => text.text('hoursShort', { hours: text.decimal(hours) });

function overHours({ hours }: Mobilization, text: Words): HTMLElement {
  const head = (['afterHours', 'sheltersReady', 'placesReady', 'peopleReady'] as const).map((key) => el('th', { scope: 'col' }, text.text(key)));
  const rows = hours.map((part) =>
    el(
      'tr',
      { 'data-hours': part.hours },
      el('th', { scope: 'row' }, after(part, text)),
      el('td', {}, text.between(part.ready, part.ready + part.perhaps)),
      el('td', {}, text.text('placesOf', { ready: text.between(part.capacityReady, part.capacityReady + part.capacityPerhaps), all: text.count(part.capacity) })),
      el('td', {}, text.between(part.people.covered, part.people.covered + part.people.unknown), bar(part.people)),
    ));
  return el('table', { class: 'plain-table', 'data-table': 'mobilization' }, el('caption', { class: 'hidden' }, text.text('mobilization')), el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
}

/** Districts come in the same order at every hour. */
function byDistrict({ hours }: Mobilization, text: Words): HTMLElement {
  const head = [text.text('district'), ...hours.map((part) => after(part, text))];
  const rows = (hours[0]?.districts ?? []).map((district, index) =>
    el('tr', {}, el('th', { scope: 'row' }, text.name(district.names, district.name) ?? text.text('outside')), ...hours.map((part) => el('td', {}, share(text, part.districts[index]!.people)))));
  return el('table', { class: 'plain-table' }, el('caption', { class: 'hidden' }, text.text('peopleReady')), el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))), el('tbody', {}, ...rows));
}
