import * as L from 'leaflet';
import { chosen } from '../chosen';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { halfSteps, show, showArea } from './map';

/** Goes to the district that is chosen. */
export function districts(map: L.Map, store: Store<State>): void {
  const { view, district } = store.get();
  let seen = view ? district : null;
  store.on(['district', 'coverage'], (now) => {
    const found = now.coverage?.districts.find((one) => one.id !== null && one.id === now.district);
    if (found?.bounds && now.district !== seen) {
      show(map, found.bounds);
    }
    if (now.coverage) {
      seen = now.district;
    }
  });
}

/** Goes where a panel points, and rings the place there, until another question is asked. */
export function pointed(map: L.Map, store: Store<State>, words: () => Words): void {
  store.on(['goTo'], ({ goTo }) => goTo && show(map, goTo.bounds));
  pointer(map, store, words);
  store.on(['area', 'profile', 'minutes', 'at', 'gap', 'district', 'space', 'scenario'], () => store.update({ pointer: null }));
}

/** The ring, or the street, that a panel points at. */
export function pointer(map: L.Map, store: Store<State>, words: () => Words): void {
  const group = L.layerGroup().addTo(map);
  store.on(['pointer'], ({ pointer }) => {
    group.clearLayers();
    if (pointer) {
      const label = Object.assign(document.createElement('span'), { textContent: pointer.label || words().text('unnamed') });
      if (pointer.line.length > 0) {
        L.polyline(pointer.line.map(([lon, lat]): [number, number] => [lat, lon]), { pane: 'shelters', className: 'pointer', interactive: false }).addTo(group);
      }
      L.circleMarker([pointer.lat, pointer.lon], { pane: 'shelters', radius: 22, className: 'pointer', interactive: false })
        .bindTooltip(label, { permanent: true, direction: 'bottom', offset: [0, 20] })
        .addTo(group);
    }
  });
}

/** The window of the link; the whole area where the link says nothing. */
export function firstView(map: L.Map, store: Store<State>): void {
  const { view } = store.get();
  if (view) {
    halfSteps(map, () => map.setView(L.latLng(view.lat, view.lon), view.zoom));
  }
  let seen: string | null = null;
  store.on(['area', 'areas'], (now) => {
    const area = chosen(now);
    if (area && area.name !== seen) {
      const linked = seen === null && view !== null && now.view !== null;
      seen = area.name;
      if (!linked) {
        showArea(map, area.bounds);
      }
    }
  });
}
