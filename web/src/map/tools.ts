import * as L from 'leaflet';
import type { Editing } from '../scenario/editing';
import type { State, Store } from '../state';

/** The area being drawn; a double click closes it. */
export function tools(map: L.Map, store: Store<State>, editing: Editing): void {
  const group = L.layerGroup().addTo(map);
  const draw = () => {
    const { tool, drawn } = store.get();
    group.clearLayers();
    map.getContainer().classList.toggle('with-tool', tool !== null);
    map.doubleClickZoom[tool?.kind === 'area' ? 'disable' : 'enable']();
    const corners = drawn.map(([lon, lat]) => L.latLng(lat, lon));
    if (corners.length > 1) {
      L.polygon(corners, { pane: 'edits', className: 'drawn', interactive: false }).addTo(group);
    }
    corners.forEach((corner) => L.circleMarker(corner, { pane: 'edits', radius: 5, className: 'drawn-corner', interactive: false }).addTo(group));
  };
  store.on(['tool', 'drawn'], draw);
  map.on('dblclick', () => store.get().tool?.kind === 'area' && editing.finish());
}
