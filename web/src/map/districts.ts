import * as L from 'leaflet';
import { chosen } from '../chosen';
import type { State } from '../domain';
import type { Store } from '../state';
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

/** Goes where a panel points. */
export function pointed(map: L.Map, store: Store<State>): void {
  store.on(['goTo'], ({ goTo }) => goTo && show(map, goTo.bounds));
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
