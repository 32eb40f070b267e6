import type * as L from 'leaflet';
import { CircleSymbolizer, type Feature, PolygonSymbolizer } from 'protomaps-leaflet';
import type { State } from '../domain';
import { placeColour, timeSteps, UNKNOWN } from '../palette';
import { tiles } from '../server';
import type { Store } from '../state';
import { own } from './base';

/** Every house, coloured by its walk to the nearest shelter. The old colours stay until the new ones are there. */
export function places(map: L.Map, store: Store<State>): void {
  let shown: L.GridLayer | null = null;
  const draw = () => {
    const { area, profile, minutes, k } = store.get();
    if (!area || !profile || !minutes) {
      return;
    }
    const steps = timeSteps(minutes);
    const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
    const colour = (_: number, feature?: Feature) =>
      placeColour(String(feature?.props.state), number(feature?.props.walkSeconds), number(feature?.props.optimisticWalkSeconds), steps);
    const lived = (_: number, feature: Feature) => Number(feature.props.people) > 0;
    const outline = (_: number, feature: Feature) => feature.geomType === 3;
    const layer = own({
      url: tiles(area, 'coverage', { profile, minutes: String(minutes), k: String(k) }),
      pane: 'places',
      labelRules: [],
      paintRules: [
        { dataLayer: 'place', filter: (z, f) => outline(z, f) && !lived(z, f), symbolizer: new PolygonSymbolizer({ fill: colour, opacity: 0.35, perFeature: true }) },
        { dataLayer: 'place', filter: (z, f) => outline(z, f) && lived(z, f), symbolizer: new PolygonSymbolizer({ fill: colour, opacity: 0.95, perFeature: true }) },
        { dataLayer: 'place', filter: (z, f) => outline(z, f) && lived(z, f) && f.props.state === 'unknown', symbolizer: new PolygonSymbolizer({ pattern: hatch(), fill: UNKNOWN }) },
        { dataLayer: 'place', filter: (_, f) => f.geomType === 1, symbolizer: new CircleSymbolizer({ fill: colour, radius: 4, stroke: '#fff', width: 1 }) },
      ],
    });
    const old = shown;
    shown = layer;
    layer.once('load', () => old?.remove());
    layer.addTo(map);
  };
  store.on(['area', 'profile', 'minutes', 'k'], draw);
  draw();
}

/** Stripes for what is not known, so that it does not depend on colour alone. */
function hatch(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = UNKNOWN;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = '#ffffff';
  pen.lineWidth = 1.6;
  for (const shift of [-8, 0, 8]) {
    pen.beginPath();
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
    pen.stroke();
  }
  return canvas;
}
