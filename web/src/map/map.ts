import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { State } from '../domain';
import type { Words } from '../format';
import type { Store } from '../state';

/** Where the map is in step with the state: its window, and the place asked about. */
export function makeMap(element: HTMLElement, store: Store<State>, words: () => Words): L.Map {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: true,
    minZoom: 3,
    maxZoom: 19,
    zoomSnap: 0.5,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    markerZoomAnimation: !calm,
    inertia: !calm,
  });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ position: 'topright' }).addTo(map);
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  ['base', 'places', 'labels', 'way', 'gaps', 'shelters'].forEach((name, index) => {
    map.createPane(name).style.zIndex = String(200 + 50 * index);
  });
  map.getPane('labels')!.style.pointerEvents = 'none';

  map.on('click', (event) => store.update({ at: [round(event.latlng.lng), round(event.latlng.lat)], way: 0 }));
  map.on('moveend', () => {
    const centre = map.getCenter();
    store.update({ view: { lon: centre.lng, lat: centre.lat, zoom: map.getZoom() } });
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === element) {
      const centre = map.getCenter();
      store.update({ at: [round(centre.lng), round(centre.lat)], way: 0 });
    }
  });
  const label = () => element.setAttribute('aria-label', words().text('mapLabel'));
  label();
  store.on(['language'], label);
  return map;
}

const round = (degrees: number) => Number(degrees.toFixed(6));

/** Moves the map so that an extent is seen beside the panel. */
export function show(map: L.Map, bounds: [west: number, south: number, east: number, north: number], maxZoom = 17): void {
  const panel = document.getElementById('panel')!.getBoundingClientRect();
  const wide = panel.width < window.innerWidth * 0.7;
  const hidden = wide ? L.point(panel.right, 0) : L.point(0, 0);
  const below = wide ? L.point(20, 20) : L.point(20, Math.max(20, window.innerHeight - panel.top));
  map.fitBounds(
    [
      [bounds[1], bounds[0]],
      [bounds[3], bounds[2]],
    ],
    { paddingTopLeft: hidden.add([20, 20]), paddingBottomRight: below, maxZoom },
  );
}
