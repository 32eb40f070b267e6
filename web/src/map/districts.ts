import * as L from 'leaflet';
import type { State } from '../domain';
import type { Store } from '../state';
import { show } from './map';

/** Goes to the district that is chosen. */
export function districts(map: L.Map, store: Store<State>): void {
  store.on(['district', 'coverage'], (now, before) => {
    const found = now.coverage?.districts.find((one) => one.id !== null && one.id === now.district);
    if (found?.bounds && (now.district !== before.district || !before.coverage)) {
      show(map, found.bounds);
    }
  });
}

/** Goes where a panel points. */
export function pointed(map: L.Map, store: Store<State>): void {
  store.on(['goTo'], ({ goTo }) => goTo && show(map, goTo.bounds));
}

/** The window of the link; the whole area where the link says nothing. */
export function firstView(map: L.Map, store: Store<State>): void {
  const { view } = store.get();
  if (view) {
    map.setView(L.latLng(view.lat, view.lon), view.zoom);
  } else {
    map.setView([20, 0], 3);
  }
  let fixed = view !== null;
  store.on(['area', 'areas'], (now, before) => {
    const found = now.areas?.find((one) => one.name === now.area);
    if (!found || (before.area === now.area && before.areas?.length)) {
      return;
    }
    if (fixed) {
      fixed = false;
    } else {
      show(map, found.bounds);
    }
  });
}
