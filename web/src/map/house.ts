import * as L from 'leaflet';
import { noneKnown } from '../chosen';
import { el } from '../dom';
import type { Words } from '../format';
import { OF_ROOM, roomAt } from '../palette';
import type { State, Store } from '../state';
import { type House, shortest } from './places';

/** Says in words what the colour of the house under the mouse means. */
export function house(map: L.Map, store: Store<State>, words: () => Words, find: (at: L.LatLng) => House | undefined): void {
  const tip = L.tooltip({ pane: 'tooltipPane', direction: 'top', offset: [0, -6], className: 'house', interactive: false });
  const hide = () => tip.remove();
  map.on('mousemove', ({ latlng, originalEvent }) => {
    const over = originalEvent.target as Element;
    const found = store.get().tool === null && over.closest('.leaflet-shelters-pane, .leaflet-gaps-pane, .leaflet-popup, .leaflet-control, .leaflet-tooltip') === null ? find(latlng) : undefined;
    if (!found) {
      hide();
      return;
    }
    const [first, ...rest] = lines(found, store.get(), words());
    tip.setLatLng(latlng).setContent(el('div', {}, el('strong', {}, first!), ...rest.map((line) => el('div', {}, line))));
    if (!map.hasLayer(tip)) {
      tip.addTo(map);
    }
  });
  map.on('mouseout movestart zoomstart click', hide);
}

/** How many live there, and what becomes of them. */
function lines(found: House, state: State, text: Words): string[] {
  const people = Number(found.people);
  const first = people > 0 ? text.text('gapPeople', { people: text.count(people) }) : text.text('houseEmpty');
  const walk = (seconds: unknown) => (typeof seconds === 'number' ? text.minutes(seconds) : text.text('noSureWay'));
  if (noneKnown(state.coverage)) {
    return [first, text.text('noShelterRecorded')];
  }
  if (found.change !== undefined) {
    const change = text.text(`${state.capacity && OF_ROOM.has(String(found.change)) ? 'roomChange' : 'change'}.${String(found.change)}` as 'change.same');
    return [first, ...(people > 0 ? [change] : []), text.text('houseBeforeAfter', { before: walk(found.beforeSeconds), after: walk(found.afterSeconds) })];
  }
  const limit = state.minutes ?? 0;
  const room = state.capacity && people > 0 ? [text.text(`roomAt.${roomAt(String(found.state), shortest(found), limit)}`)] : [];
  return [first, ...room, text.text('houseWalk', { walk: range(found, text) }), ...(state.capacity ? [] : verdict(String(found.state), text))];
}

function verdict(state: string, text: Words): string[] {
  return state === 'unreachable' ? [] : [text.text(state as 'covered' | 'unknown' | 'notCovered')];
}

/** From the shortest walk that may be to the one that surely is. */
function range(found: House, text: Words): string {
  const [least, most] = [shortest(found), found.walkSeconds];
  if (least === undefined) {
    return text.text('unreachable');
  }
  if (typeof most !== 'number') {
    return text.text('atLeast', { least: text.minutes(least) });
  }
  const [short, long] = [text.minutes(least), text.minutes(most)];
  return short === long ? long : text.text('range', { least: short, most: long });
}
