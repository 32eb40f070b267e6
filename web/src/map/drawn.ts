import * as L from 'leaflet';
import { sitesShown } from '../chosen';
import { el } from '../dom';
import type { Words } from '../format';
import { placeName } from '../panel/siting/siteLists';
import type { Searching } from '../siting/searching';
import { fixPlace } from '../siting/siteCard';
import { sameSpot, sitesOf } from '../siting/siting';
import type { State, Store } from '../state';
import type { DrawnPlace } from '../siting/wanted';
import { round } from './map';

/** The drawn candidates that no answer shows as its own. Each can be dragged, and taken away. */
export function drawnPlaces(map: L.Map, store: Store<State>, words: () => Words, searching: Searching): void {
  const group = L.layerGroup().addTo(map);
  let dragging = false;
  const draw = () => {
    if (dragging) {
      return;
    }
    group.clearLayers();
    const state = store.get();
    const answer = sitesShown(state);
    const sites = answer ? [...sitesOf(state.siting), ...answer.notChosen, ...answer.chosen] : [];
    state.wanted.places.forEach((place, index) => {
      if (!sites.some((site) => sameSpot(site, place))) {
        mark(place, index).addTo(group);
      }
    });
  };
  const mark = (place: DrawnPlace, index: number) => {
    const text = words();
    const name = placeName(place, index, text);
    const room = place.capacity === null ? text.text('siteRoomUnknown') : text.text('holds', { people: text.count(place.capacity) });
    const lines = [name, text.text('siteDrawnOne'), room, ...(place.open ? [text.text('siteOpen')] : [])];
    const sign = L.marker([place.lat, place.lon], { pane: 'sites', draggable: true, icon: L.divIcon({ className: 'site-mark site-drawn', html: '＋', iconSize: [28, 28] }) });
    sign.bindTooltip(el('div', {}, el('strong', {}, name), ...lines.slice(1).map((line) => el('div', {}, line))), { direction: 'top', offset: [0, -12], pane: 'popupPane' });
    const away = () => {
      map.closePopup();
      searching.place(index, null);
      map.getContainer().focus({ preventScroll: true });
    };
    const remove = el('button', { type: 'button', 'data-remove-drawn': index, onclick: away }, text.text('siteRemove'));
    const fix = fixPlace(place, index, name, 'drawn', searching, text, () => map.closePopup());
    sign.bindPopup(el('div', { class: 'card' }, el('strong', {}, name), ...lines.slice(1).map((line) => el('div', {}, line)), el('div', { class: 'site-actions' }, fix, remove)), { minWidth: 200, offset: [0, -8], autoPanPadding: [20, 20] });
    sign.on('popupopen', () => {
      sign.closeTooltip();
      remove.focus({ preventScroll: true });
    });
    sign.on('add', () => {
      sign.getElement()?.setAttribute('aria-label', lines.join(', '));
      sign.getElement()?.setAttribute('data-drawn', String(index));
    });
    sign.on('dragstart', () => {
      dragging = true;
    });
    sign.on('dragend', () => {
      dragging = false;
      const { lng, lat } = sign.getLatLng();
      searching.place(index, { lon: round(lng), lat: round(lat) });
    });
    return sign;
  };
  store.on(['wanted', 'siting', 'scenario', 'from', 'side', 'language'], (now, before) => {
    const same = now.wanted.places === before.wanted.places && now.siting.answer === before.siting.answer && now.siting.trial?.sites === before.siting.trial?.sites;
    if (!same || now.language !== before.language || now.scenario !== before.scenario || now.side !== before.side || now.from !== before.from) {
      draw();
    }
  });
  draw();
}
