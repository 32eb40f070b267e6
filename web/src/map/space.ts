import type { GeoJsonObject } from 'geojson';
import * as L from 'leaflet';
import type { Words } from '../format';
import type { Entrance, Geometry } from '../spaces';
import type { State, Store } from '../state';
import { show } from './map';

const STRIPES = 'perhaps-usable';

/** The ground of the space whose card is open: solid where people can surely use it, striped where they perhaps can; and where it is entered. */
export function space(map: L.Map, store: Store<State>, words: () => Words): void {
  const group = L.layerGroup().addTo(map);
  map.getContainer().append(pattern());
  const draw = () => {
    group.clearLayers();
    const { answer } = store.get().reports.space;
    if (!answer) {
      return;
    }
    const { ground, entrances } = answer;
    // What is surely usable is so by both readings: it lies on the stripes.
    outlined(ground?.optimistic, 'ground ground-perhaps', `url(#${STRIPES})`)?.addTo(group);
    outlined(ground?.pessimistic, 'ground ground-sure')?.addTo(group);
    entrances?.list.forEach((entrance) => mark(entrance, words()).addTo(group));
  };
  store.on(['reports', 'language'], (now, before) => {
    if (now.reports.space.answer !== before.reports.space.answer || now.language !== before.language) {
      draw();
    }
  });
  // The panel is wider while a card is open, and the cross elsewhere: what is under it is told anew. Of two maps, both are then narrower.
  store.on(['space'], () => {
    window.dispatchEvent(new Event('resize'));
    map.fire('moveend');
  });
  // A link without a window of its own shows the space; and on a phone the legend, now that it says more, would lie on the picture.
  const { space: linked, view } = store.get();
  let seen = view === null ? null : linked;
  store.on(['space', 'reports'], ({ space: now, reports: { space: found } }) => {
    if (found.answer && now !== seen) {
      seen = now;
      if (now === linked || matchMedia('(max-width: 720px)').matches) {
        show(map, found.answer.summary.bounds);
      }
    } else if (now === null) {
      seen = null;
    }
  });
}

function outlined(geometry: Geometry | null | undefined, className: string, fillColor?: string): L.Layer | null {
  return geometry ? L.geoJSON(geometry as GeoJsonObject, { pane: 'space', interactive: false, style: { className, ...(fillColor ? { fillColor } : {}) } }) : null;
}

/** Dashed where nobody knows whether it is open. */
function mark({ lat, lon, compass, open }: Entrance, text: Words): L.Layer {
  const label = Object.assign(document.createElement('span'), { textContent: text.text('entranceAt', { side: text.word('compass', compass) }) });
  return L.circleMarker([lat, lon], { pane: 'space', radius: 6, className: `entrance entrance-${open === null ? 'perhaps' : open ? 'open' : 'closed'}` }).bindTooltip(label, { direction: 'top' });
}

/** Stripes for outlines, in a drawing of its own that is not seen. */
function pattern(): SVGElement {
  const svg = (name: string, attributes: Record<string, string>, ...children: SVGElement[]) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  };
  const line = svg('path', { d: 'M-2 2 2 -2M0 8 8 0M6 10 10 6', class: 'perhaps-stripe' });
  return svg('svg', { width: '0', height: '0', 'aria-hidden': 'true', style: 'position:absolute' }, svg('pattern', { id: STRIPES, width: '8', height: '8', patternUnits: 'userSpaceOnUse' }, line));
}
