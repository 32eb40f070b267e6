import type { GeoJsonObject } from 'geojson';
import * as L from 'leaflet';
import type { State } from '../domain';
import type { Words } from '../format';
import type { Store } from '../state';

const HOUSE = '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 5 4 15h3v11h7v-7h4v7h7V15h3z" fill="currentColor"/></svg>';

/** The shelters: their outline, and a sign on it that says name and room. */
export function shelters(map: L.Map, store: Store<State>, words: () => Words): void {
  const group = L.layerGroup().addTo(map);
  const draw = () => {
    group.clearLayers();
    const text = words();
    store.get().shelters.forEach((shelter) => {
      L.geoJSON(shelter.geometry as GeoJsonObject, {
        pane: 'shelters',
        interactive: false,
        style: { className: 'shelter-outline' },
        pointToLayer: (_, at) => L.circleMarker(at, { radius: 3, pane: 'shelters', className: 'shelter-outline' }),
      }).addTo(group);
      const name = text.name(shelter.names, shelter.name) ?? text.text('unnamed');
      const room = shelter.capacity === null ? text.text('capacityUnknown') : text.text('capacity', { people: text.count(shelter.capacity) });
      const lines = [name, room, ...(shelter.illustrative ? [text.text('illustrative')] : [])];
      const tip = document.createElement('div');
      lines.forEach((line, index) => tip.append(Object.assign(document.createElement(index === 0 ? 'strong' : 'div'), { textContent: line })));
      const sign = L.marker([shelter.lat, shelter.lon], {
        pane: 'shelters',
        icon: L.divIcon({ className: 'shelter', html: HOUSE, iconSize: [32, 32] }),
      })
        .bindTooltip(tip, { direction: 'top', offset: [0, -12] })
        .on('click', () => store.update({ at: [shelter.lon, shelter.lat], way: 0 }))
        .addTo(group);
      sign.getElement()?.setAttribute('aria-label', lines.join(', '));
    });
  };
  store.on(['shelters', 'language'], draw);
}
