import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Bounds } from '../domain';
import type { Editing } from '../scenario/editing';
import type { Words } from '../format';
import type { State, Store } from '../state';

const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A map with its planes, and nothing on them. */
export function bareMap(element: HTMLElement, attributionControl: boolean): L.Map {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl,
    minZoom: 3,
    maxZoom: 19,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    markerZoomAnimation: !calm,
    inertia: !calm,
  });
  ['base', 'hazard', 'places', 'labels', 'space', 'edits', 'way', 'gaps', 'shelters'].forEach((name, index) => {
    map.createPane(name).style.zIndex = String(200 + 40 * index);
  });
  // Over the counts of the gaps, which lie over everything but what is opened.
  map.createPane('sites').style.zIndex = '655';
  map.getPane('labels')!.style.pointerEvents = 'none';
  return map;
}

/**
 * Where the map is in step with the state: its window, and the place asked about.
 *
 * @param put does with the tool in hand what it does at a place
 */
export function makeMap(element: HTMLElement, store: Store<State>, words: () => Words, editing: Editing, put: (place: [number, number]) => void): L.Map {
  const map = bareMap(element, true);
  map.attributionControl.setPrefix(false);
  L.control.zoom({ position: 'topright' }).addTo(map);
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);

  // Does with a place what the tool in hand does; without one, asks for the nearest shelters.
  const act = (place: [number, number]) => {
    const { tool, drawn } = store.get();
    if (tool === null) {
      store.update({ at: place, way: 0 });
    } else if (tool.kind !== 'area' || !onLast(map, drawn, place)) {
      put(place);
    }
  };
  map.on('click', ({ latlng }) => act([round(latlng.lng), round(latlng.lat)]));
  map.on('moveend resize', () => {
    const centre = map.getCenter();
    store.update({ view: { lon: centre.lng, lat: centre.lat, zoom: map.getZoom() }, middle: underCross(map) });
  });
  element.addEventListener('keydown', (event) => {
    const { tool } = store.get();
    if (event.target !== element) {
      return;
    }
    if (event.key === 'Enter' && tool?.kind === 'area') {
      editing.finish();
    } else if (event.key === 'Enter' || (event.key === ' ' && tool)) {
      event.preventDefault();
      // As it is seen now, also while the map still moves.
      act(underCross(map));
    }
  });
  const label = () => {
    const { tool, side } = store.get();
    const text = words();
    const how = text.text(tool === null ? 'mapLabel' : tool.kind === 'area' ? 'mapLabelArea' : 'mapLabelTool');
    element.setAttribute('aria-label', side === 'both' ? `${text.text('side.after')}. ${how} ${text.text('mapsMoveTogether')}` : how);
  };
  label();
  store.on(['language', 'tool', 'side'], label);
  return map;
}

/** The second click of a double click is no corner of its own. */
function onLast(map: L.Map, drawn: State['drawn'], [lon, lat]: [number, number]): boolean {
  const last = drawn[drawn.length - 1];
  return last !== undefined && map.latLngToContainerPoint([last[1], last[0]]).distanceTo(map.latLngToContainerPoint([lat, lon])) < 4;
}

/** The place under the cross as it is drawn, so that what is asked about is what is seen. */
function underCross(map: L.Map): [number, number] {
  const place = map.containerPointToLatLng(crossIn(map));
  return [round(place.lng), round(place.lat)];
}

/** The cross, in the window of the map. */
function crossIn(map: L.Map): L.Point {
  const cross = document.getElementById('crosshair')!.getBoundingClientRect();
  const window = map.getContainer().getBoundingClientRect();
  return L.point(cross.left + cross.width / 2 - window.left, cross.top + cross.height / 2 - window.top);
}

/** Changes the window of the map, so that what was under the cross is so again. */
export function resize(map: L.Map, change: () => void, zoomBy: number): void {
  const [lon, lat] = underCross(map);
  change();
  map.invalidateSize({ animate: false });
  const zoom = map.getZoom() + zoomBy;
  const centre = map.project([lat, lon], zoom).subtract(crossIn(map)).add(map.getSize().divideBy(2));
  halfSteps(map, () => map.setView(map.unproject(centre, zoom), zoom, { animate: false }));
}

export const round = (degrees: number) => Number(degrees.toFixed(6));

/** Moves the map so that an extent is seen beside the panel and the legend. */
export function show(map: L.Map, bounds: Bounds, maxZoom = 17): void {
  const { panel, legend, wide, window } = covered(map);
  const beside = wide && legend.width > 0 ? Math.max(0, window.right - legend.left) : 0;
  fit(map, bounds, L.point(beside, wide ? 20 : Math.max(0, window.bottom - panel.top) + 30), maxZoom);
}

/** Moves the map so that a whole area fills it; the legend may cover a corner of it. */
export function showArea(map: L.Map, bounds: Bounds): void {
  const { panel, wide, window } = covered(map);
  halfSteps(map, () => fit(map, bounds, L.point(0, wide ? 0 : Math.max(0, window.bottom - panel.top)), 17));
}

/** Whole steps of zoom keep the tiles sharp; for a window of its own, a half one is let pass. */
export function halfSteps(map: L.Map, move: () => void): void {
  map.options.zoomSnap = 0.5;
  move();
  map.options.zoomSnap = 1;
}

/** The window of the map, and what lies over it once the panel has come to rest. */
function covered(map: L.Map): { panel: DOMRect; legend: DOMRect; wide: boolean; window: DOMRect } {
  const sheet = document.getElementById('panel')!;
  sheet.getAnimations().forEach((moving) => moving.finish());
  const panel = sheet.getBoundingClientRect();
  const legend = document.getElementById('legend')!.getBoundingClientRect();
  return { panel, legend, wide: panel.width < window.innerWidth * 0.7, window: map.getContainer().getBoundingClientRect() };
}

function fit(map: L.Map, [west, south, east, north]: Bounds, belowRight: L.Point, maxZoom: number): void {
  const { panel, legend, wide, window } = covered(map);
  const aboveLeft = wide ? L.point(Math.max(0, panel.right - window.left), 0) : L.point(0, Math.max(0, legend.bottom - window.top));
  map.fitBounds([[south, west], [north, east]], {
    paddingTopLeft: aboveLeft.add([20, 20]),
    paddingBottomRight: belowRight.add([20, 20]),
    maxZoom,
    ...(calm ? { animate: false } : {}),
  });
}
