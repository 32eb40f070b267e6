import type { GeoJsonObject } from 'geojson';
import * as L from 'leaflet';
import { editable, SCENARIO_SHOWN, sheltersShown } from '../chosen';
import type { ShelterRoom } from '../domain';
import { el } from '../dom';
import type { Editing } from '../scenario/editing';
import type { Words } from '../format';
import type { Standing } from '../scenario/scenario';
import { changeOf, roomOf, shelterActions, shelterName } from '../shelterCard';
import type { State, Store } from '../state';

const HOUSE = '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 5 4 15h3v11h7v-7h4v7h7V15h3z" fill="currentColor"/></svg>';

/** The shelters: their outline, and a sign on it that says name and room. In a scenario the sign can be dragged, and opens what can be done to it. */
export function shelters(map: L.Map, store: Store<State>, words: () => Words, editing: Editing): void {
  const group = L.layerGroup().addTo(map);
  let dragging = false;
  let focus: number | null = null;
  const draw = () => {
    if (dragging) {
      return;
    }
    const held = map.getContainer().contains(document.activeElement) ? document.activeElement!.getAttribute('data-shelter') : null;
    const focused = focus ?? Number(held ?? -1);
    group.clearLayers();
    const state = store.get();
    const rooms = new Map(state.coverage?.capacity?.shelters.map((room) => [room.shelter, room]));
    for (const shelter of sheltersShown(state)) {
      outline(shelter).addTo(group);
      const sign = signOf(shelter, rooms.get(shelter.id), words());
      sign.addTo(group);
      if (editable(state) && shelter.change !== 'closed') {
        edited(sign, shelter);
      } else if (shelter.change !== 'closed') {
        sign.on('click', () => store.update({ at: [shelter.lon, shelter.lat], way: 0 }));
      }
      if (shelter.id === focused) {
        sign.getElement()?.focus({ preventScroll: true });
      }
    }
    focus = null;
  };
  const edited = (sign: L.Marker, shelter: Standing) => {
    const text = words();
    const close = () => {
      focus = shelter.id;
      map.closePopup();
    };
    const name = el('strong', {}, shelterName(shelter, text));
    const ask = el('button', { type: 'button', class: 'plain', onclick: () => { store.update({ at: [shelter.lon, shelter.lat], way: 0 }); map.closePopup(); } }, text.text('nearestTitle'));
    sign.bindPopup(el('div', { class: 'card' }, name, shelterActions(shelter, text, editing, close), ask), { minWidth: 220, offset: [0, -8], autoPanPadding: [20, 20] });
    sign.on('popupopen', () => sign.closeTooltip());
    sign.dragging?.enable();
    sign.on('dragstart', () => {
      dragging = true;
    });
    sign.on('dragend', () => {
      dragging = false;
      const { lng, lat } = sign.getLatLng();
      void editing.edit({ type: 'move-shelter', shelter: shelter.id, lon: round(lng), lat: round(lat) });
    });
  };
  store.on([...SCENARIO_SHOWN, 'language'], draw);
  store.on(['coverage'], (now, before) => now.coverage?.capacity !== before.coverage?.capacity && draw());
  draw();
}

const round = (degrees: number) => Number(degrees.toFixed(6));

function outline(shelter: Standing): L.Layer {
  return L.geoJSON(shelter.geometry as GeoJsonObject, {
    pane: 'shelters',
    interactive: false,
    style: { className: 'shelter-outline' },
    pointToLayer: (_, at) => L.circleMarker(at, { radius: 3, pane: 'shelters', className: 'shelter-outline' }),
  });
}

function signOf(shelter: Standing, room: ShelterRoom | undefined, text: Words): L.Marker {
  const lines = [
    shelterName(shelter, text),
    roomOf(shelter, room, text),
    ...(shelter.illustrative ? [text.text('illustrative')] : []),
    ...[changeOf(shelter, text)].filter((line) => line !== null),
  ];
  const tip = document.createElement('div');
  lines.forEach((line, index) => tip.append(Object.assign(document.createElement(index === 0 ? 'strong' : 'div'), { textContent: line })));
  const html = HOUSE + (room ? gauge(shelter, room) : '');
  const sign = L.marker([shelter.lat, shelter.lon], {
    pane: 'shelters',
    icon: L.divIcon({ className: `shelter shelter-${shelter.change}`, html, iconSize: [32, 32] }),
  }).bindTooltip(tip, { direction: 'top', offset: [0, -12] });
  sign.on('add', () => {
    sign.getElement()?.setAttribute('aria-label', lines.join(', '));
    sign.getElement()?.setAttribute('data-shelter', String(shelter.id));
  });
  return sign;
}

/** How full: a bar under the house; striped where the capacity is not recorded. */
function gauge({ capacity }: Standing, { placed }: ShelterRoom): string {
  if (capacity === null) {
    return '<i class="gauge gauge-unknown"></i>';
  }
  const full = capacity === 0 ? 100 : Math.min(100, Math.floor((100 * placed) / capacity));
  return `<i class="gauge${full === 100 ? ' gauge-full' : ''}"><b style="width:${full}%"></b></i>`;
}
