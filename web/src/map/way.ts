import * as L from 'leaflet';
import { extent } from '../extent';
import type { State, Store } from '../state';
import { show } from './map';

/** The person, and the way to the shelter that is chosen; the others thin beside it. */
export function way(map: L.Map, store: Store<State>): void {
  const group = L.layerGroup().addTo(map);
  const draw = () => {
    group.clearLayers();
    const { at, nearest, way: chosen } = store.get();
    if (!at) {
      return;
    }
    L.marker([at[1], at[0]], { pane: 'shelters', interactive: false, keyboard: false, icon: L.divIcon({ className: 'person', iconSize: [18, 18] }) }).addTo(group);
    const ways = nearest?.shelters ?? [];
    const order = ways.map((_, index) => index).sort((a, b) => Number(a === chosen) - Number(b === chosen));
    for (const index of order) {
      const found = ways[index]!;
      const line = found.route.coordinates.map(([lon, lat]) => [lat, lon] as [number, number]);
      const main = index === chosen;
      const name = `way${main ? '' : ' way-other'}${found.straightLine ? ' way-straight' : ''}`;
      if (main) {
        L.polyline(line, { pane: 'way', className: 'way-casing', interactive: false }).addTo(group);
      }
      L.polyline(line, { pane: 'way', className: name, interactive: false }).addTo(group);
    }
  };
  store.on(['at', 'nearest', 'way'], draw);
  // Goes there for a place or a shelter newly chosen; never for another language or profile, nor for what a link has its own window for.
  const { view, at, way: first } = store.get();
  let seen = view && at ? `${at} ${first}` : '';
  store.on(['nearest', 'way', 'at'], (now) => {
    const found = now.nearest?.shelters[now.way];
    const place = `${now.at} ${now.way}`;
    if (found && now.at && place !== seen) {
      show(map, extent([...found.route.coordinates, now.at]), 18);
    }
    if (found || !now.at) {
      seen = place;
    }
  });
  draw();
}
