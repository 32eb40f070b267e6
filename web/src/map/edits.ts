import type { GeoJsonObject } from 'geojson';
import * as L from 'leaflet';
import { editsShown } from '../chosen';
import type { Words } from '../format';
import type { State, Store } from '../state';

const CROSS = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M4 4 16 16M16 4 4 16" stroke="currentColor" stroke-width="3.5" stroke-linecap="round"/></svg>';

/** What the scenario closes: streets with a cross, areas striped; each says why. */
export function edits(map: L.Map, store: Store<State>, words: () => Words): void {
  const group = L.layerGroup().addTo(map);
  const draw = () => {
    group.clearLayers();
    const text = words();
    for (const edit of editsShown(store.get())) {
      if (edit.type === 'close-street') {
        const icon = L.divIcon({ className: 'closed-street', html: CROSS, iconSize: [20, 20] });
        const name = [text.text('streetClosed'), edit.reason].filter(Boolean).join(': ');
        const sign = L.marker([edit.lat, edit.lon], { pane: 'edits', icon, keyboard: false }).bindTooltip(said(name)).addTo(group);
        sign.getElement()?.setAttribute('aria-label', name);
      } else if (edit.type === 'close-area') {
        const name = [text.text('areaClosed'), edit.reason].filter(Boolean).join(': ');
        L.geoJSON(edit.geometry as GeoJsonObject, { pane: 'edits', style: { className: 'closed-area' }, bubblingMouseEvents: true }).bindTooltip(said(name), { sticky: true }).addTo(group);
      }
    }
  };
  store.on(['scenario', 'from', 'side', 'scenarios', 'pending', 'language'], draw);
  draw();
}

/** Words of somebody's as text, never as markup. */
const said = (text: string) => Object.assign(document.createElement('span'), { textContent: text });
