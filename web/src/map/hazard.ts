import type * as L from 'leaflet';
import { type Feature, PolygonSymbolizer } from 'protomaps-leaflet';
import { tiles } from '../addresses';
import { chosen, hazardsShown } from '../chosen';
import { HAZARD, hazardColour } from '../palette';
import type { State, Store } from '../state';
import { own } from './base';
import { hatch } from './hatch';

/** The ground that the hazards take which are switched on: shaded by depth, and striped. */
export function hazard(map: L.Map, store: Store<State>): void {
  let shown: L.GridLayer[] = [];
  let before = '';
  const draw = () => {
    const area = chosen(store.get());
    const names = area ? hazardsShown(store.get()).filter((name) => area.hazards?.some((one) => one.name === name)) : [];
    const key = JSON.stringify([area?.name, names]);
    if (key === before) {
      return;
    }
    before = key;
    shown.forEach((layer) => layer.remove());
    shown = names.map((name) => layer(area!.name, name).addTo(map));
  };
  store.on(['area', 'areas', 'hazard', 'scenario', 'from', 'side', 'scenarios', 'pending'], draw);
  draw();
}

function layer(area: string, name: string): L.GridLayer {
  const depth = (feature?: Feature) => (typeof feature?.props.depthM === 'number' ? feature.props.depthM : undefined);
  const colour = (_: number, feature?: Feature) => hazardColour(depth(feature));
  return own({
    url: tiles(area, 'hazard', { hazard: name }),
    pane: 'hazard',
    labelRules: [],
    paintRules: [
      { dataLayer: 'hazard', symbolizer: new PolygonSymbolizer({ fill: colour, opacity: 0.42, perFeature: true }) },
      { dataLayer: 'hazard', symbolizer: new PolygonSymbolizer({ pattern: hatch(HAZARD, { down: true, width: 1.2 }), fill: HAZARD }) },
    ],
  });
}
