import type * as L from 'leaflet';
import { CircleSymbolizer, type Feature, PolygonSymbolizer } from 'protomaps-leaflet';
import { chosen } from '../chosen';
import type { State } from '../domain';
import { placeColour, timeSteps, UNKNOWN } from '../palette';
import { tiles } from '../server';
import type { Store } from '../state';
import { own } from './base';

/** Every house, coloured by its walk to the nearest shelter. The old colours stay until the new ones are there. */
export function places(map: L.Map, store: Store<State>): void {
  let shown: L.GridLayer[] = [];
  let city: string | undefined;
  let before = '';
  const draw = () => {
    const { profile, minutes, k } = store.get();
    const area = chosen(store.get());
    if (area?.name !== city) {
      city = area?.name;
      shown.forEach((layer) => layer.remove());
      shown = [];
    }
    const question = `${area?.name} ${profile} ${minutes} ${k}`;
    if (!area || !profile || !minutes || question === before) {
      return;
    }
    before = question;
    const steps = timeSteps(minutes);
    const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
    const colour = (_: number, feature?: Feature) =>
      placeColour(String(feature?.props.state), number(feature?.props.walkSeconds), number(feature?.props.optimisticWalkSeconds), steps);
    const lived = (_: number, feature: Feature) => Number(feature.props.people) > 0;
    const outline = (_: number, feature: Feature) => feature.geomType === 3;
    const layer = own({
      url: tiles(area.name, 'coverage', { profile, minutes: String(minutes), k: String(k) }),
      pane: 'places',
      labelRules: [],
      paintRules: [
        { dataLayer: 'place', filter: (z, f) => outline(z, f) && !lived(z, f), symbolizer: new PolygonSymbolizer({ fill: colour, opacity: 0.35, perFeature: true }) },
        { dataLayer: 'place', filter: (z, f) => outline(z, f) && lived(z, f), symbolizer: new PolygonSymbolizer({ fill: colour, opacity: 0.95, perFeature: true }) },
        { dataLayer: 'place', filter: (z, f) => outline(z, f) && lived(z, f) && f.props.state === 'unknown', symbolizer: new PolygonSymbolizer({ pattern: hatch(), fill: UNKNOWN }) },
        { dataLayer: 'place', filter: (_, f) => f.geomType === 1, symbolizer: new CircleSymbolizer({ fill: colour, radius: 4, stroke: '#fff', width: 1 }) },
      ],
    });
    // Of the layers before, one at most stays, until this one is there.
    shown.slice(1).forEach((older) => older.remove());
    const old = shown[0];
    shown = old ? [old, layer] : [layer];
    layer.once('load', () => {
      old?.remove();
      shown = shown.filter((one) => one !== old);
    });
    layer.addTo(map);
  };
  store.on(['area', 'areas', 'profile', 'minutes', 'k'], draw);
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
