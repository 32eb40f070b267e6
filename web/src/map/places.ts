import type * as L from 'leaflet';
import { CircleSymbolizer, type Feature, type PaintRule, PolygonSymbolizer } from 'protomaps-leaflet';
import { ASKED, chosen, compareKey, keyOf, question } from '../chosen';
import { CHANGES, changeColour, placeColour, timeSteps, UNKNOWN } from '../palette';
import { options, tiles } from '../server';
import type { State, Store } from '../state';
import { own } from './base';
import { hatch } from './hatch';

type Colour = (zoom: number, feature?: Feature) => string;

/** Every house, coloured by its walk to the nearest shelter, or by what a scenario changes for it. The old colours stay until the new ones are there. */
export function places(map: L.Map, store: Store<State>): void {
  let shown: L.GridLayer[] = [];
  let city: string | undefined;
  let before = '';
  const draw = () => {
    const state = store.get();
    const area = chosen(state);
    if (area?.name !== city) {
      city = area?.name;
      shown.forEach((layer) => layer.remove());
      shown = [];
    }
    const compared = state.side === 'difference';
    const key = compared ? compareKey(state) : keyOf(state);
    if (key === null || `${compared} ${key}` === before) {
      return;
    }
    before = `${compared} ${key}`;
    const layer = compared ? difference(state) : coverage(state);
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
  store.on([...ASKED], draw);
  draw();
}

function coverage(state: State): L.GridLayer {
  const asked = question(state)!;
  const steps = timeSteps(asked.minutes);
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  const colour: Colour = (_, feature) =>
    placeColour(String(feature?.props.state), number(feature?.props.walkSeconds), number(feature?.props.optimisticWalkSeconds), steps);
  return layer(tiles(asked.area, 'coverage', options(asked)), colour, (f) => f.props.state === 'unknown', hatch('#ffffff', { ground: UNKNOWN }));
}

function difference(state: State): L.GridLayer {
  const asked = question({ ...state, scenario: null, side: 'after' })!;
  const sides = { ...(state.from === null ? {} : { from: state.from }), to: state.scenario! };
  const change = (feature?: Feature) => String(feature?.props.change);
  return layer(
    tiles(asked.area, 'difference', { ...sides, ...options(asked) }),
    (_, feature) => changeColour(change(feature)),
    (feature) => change(feature) === 'lost',
    hatch('#ffffff', { ground: CHANGES.lost }),
    (feature) => change(feature) !== 'same',
  );
}

/**
 * @param striped what is not told by its colour alone
 * @param telling what is not drawn pale
 */
function layer(url: string, colour: Colour, striped: (feature: Feature) => boolean, pattern: HTMLCanvasElement, telling = (_: Feature) => true): L.GridLayer {
  const lived = (feature: Feature) => Number(feature.props.people) > 0 && telling(feature);
  const outline = (feature: Feature) => feature.geomType === 3;
  const rule = (filter: (feature: Feature) => boolean, symbolizer: PaintRule['symbolizer']): PaintRule => ({ dataLayer: 'place', filter: (_, feature) => filter(feature), symbolizer });
  return own({
    url,
    pane: 'places',
    labelRules: [],
    paintRules: [
      rule((f) => outline(f) && !lived(f), new PolygonSymbolizer({ fill: colour, opacity: 0.35, perFeature: true })),
      rule((f) => outline(f) && lived(f), new PolygonSymbolizer({ fill: colour, opacity: 0.95, perFeature: true })),
      rule((f) => outline(f) && lived(f) && striped(f), new PolygonSymbolizer({ pattern, fill: '#ffffff' })),
      rule((f) => f.geomType === 1, new CircleSymbolizer({ fill: colour, radius: 4, stroke: '#fff', width: 1 })),
    ],
  });
}
