import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Bounds, State } from '../domain';
import type { Words } from '../format';
import type { Store } from '../state';

const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Where the map is in step with the state: its window, and the place asked about. */
export function makeMap(element: HTMLElement, store: Store<State>, words: () => Words): L.Map {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: true,
    minZoom: 3,
    maxZoom: 19,
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
  map.on('moveend resize', () => {
    const centre = map.getCenter();
    store.update({ view: { lon: centre.lng, lat: centre.lat, zoom: map.getZoom() }, middle: underCross(map) });
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === element) {
      const { middle } = store.get();
      if (middle) {
        store.update({ at: middle, way: 0 });
      }
    }
  });
  const label = () => element.setAttribute('aria-label', words().text('mapLabel'));
  label();
  store.on(['language'], label);
  return map;
}

/** The place under the cross as it is drawn, so that what is asked about is what is seen. */
function underCross(map: L.Map): [number, number] {
  const cross = document.getElementById('crosshair')!.getBoundingClientRect();
  const window = map.getContainer().getBoundingClientRect();
  const place = map.containerPointToLatLng([cross.left + cross.width / 2 - window.left, cross.top + cross.height / 2 - window.top]);
  return [round(place.lng), round(place.lat)];
}

const round = (degrees: number) => Number(degrees.toFixed(6));

/** Moves the map so that an extent is seen beside the panel and the legend. */
export function show(map: L.Map, bounds: Bounds, maxZoom = 17): void {
  const { panel, legend, wide } = covered();
  const beside = wide && legend.width > 0 ? window.innerWidth - legend.left : 0;
  fit(map, bounds, L.point(beside, wide ? 20 : window.innerHeight - panel.top + 30), maxZoom);
}

/** Moves the map so that a whole area fills it; the legend may cover a corner of it. */
export function showArea(map: L.Map, bounds: Bounds): void {
  const { panel, wide } = covered();
  halfSteps(map, () => fit(map, bounds, L.point(0, wide ? 0 : window.innerHeight - panel.top), 17));
}

/** Whole steps of zoom keep the tiles sharp; for a window of its own, a half one is let pass. */
export function halfSteps(map: L.Map, move: () => void): void {
  map.options.zoomSnap = 0.5;
  move();
  map.options.zoomSnap = 1;
}

function covered(): { panel: DOMRect; legend: DOMRect; wide: boolean } {
  const panel = document.getElementById('panel')!.getBoundingClientRect();
  const legend = document.getElementById('legend')!.getBoundingClientRect();
  return { panel, legend, wide: panel.width < window.innerWidth * 0.7 };
}

function fit(map: L.Map, [west, south, east, north]: Bounds, belowRight: L.Point, maxZoom: number): void {
  const { panel, legend, wide } = covered();
  const aboveLeft = wide ? L.point(panel.right, 0) : L.point(0, legend.bottom);
  map.fitBounds([[south, west], [north, east]], {
    paddingTopLeft: aboveLeft.add([20, 20]),
    paddingBottomRight: belowRight.add([20, 20]),
    maxZoom,
    ...(calm ? { animate: false } : {}),
  });
}
