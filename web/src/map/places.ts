import type * as L from 'leaflet';
import { CircleSymbolizer, type Feature, type PaintRule, PolygonSymbolizer } from 'protomaps-leaflet';
import { tiles, withRoom } from '../addresses';
import { ASKED, chosen, compareKey, keyOf, question } from '../chosen';
import { CHANGES, changeColour, EMPTY, placeColour, ROOM, roomAt, timeSteps, UNKNOWN } from '../palette';
import type { State, Store } from '../state';
import { own } from './base';
import { hatch } from './hatch';

/** How near to a house that has no outline is on it. */
const POINT_PIXELS = 6;

type Colour = (zoom: number, feature?: Feature) => string;
type Stripe = [striped: (feature: Feature) => boolean, pattern: HTMLCanvasElement];

const STRIPED = ['surer', 'lessSure', 'lost'] as const;

/** What the tiles say of a house. */
export type House = Feature['props'];

/**
 * Every house, coloured by its walk to the nearest shelter, by whether all who live there find room, or by what a scenario changes for it.
 * The old colours stay until the new ones are there.
 *
 * @return what is known of the house at a place; undefined where there is none
 */
export function places(map: L.Map, store: Store<State>): (at: L.LatLng) => House | undefined {
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
    const asked = compared ? compareKey(state) : keyOf(state);
    const key = `${compared} ${state.capacity} ${asked}`;
    if (asked === null || key === before) {
      return;
    }
    before = key;
    const layer = compared ? difference(state) : state.capacity ? room(state) : coverage(state);
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
  store.on([...ASKED, 'capacity'], draw);
  draw();
  return (at) => shown.length > 0 ? houseAt(shown[shown.length - 1]!, at) : undefined;
}

/** The layer knows its houses by the tiles that it has drawn. */
function houseAt(layer: L.GridLayer, { lng, lat }: L.LatLng): House | undefined {
  const { queryTileFeaturesDebug: query } = layer as unknown as { queryTileFeaturesDebug(lon: number, lat: number, brush: number): Map<string, { feature: Feature }[]> };
  return [...query.call(layer, lng, lat, POINT_PIXELS).values()].flat().pop()?.feature.props;
}

function coverage(state: State): L.GridLayer {
  const asked = question(state)!;
  const steps = timeSteps(asked.minutes);
  const colour: Colour = (_, feature) =>
    placeColour(String(feature?.props.state), seconds(feature?.props.walkSeconds), seconds(feature?.props.optimisticWalkSeconds), steps);
  return layer(tiles(asked.area, 'coverage', withRoom(asked, false)), colour, [[(f) => f.props.state === 'unknown', hatch('#ffffff', { ground: UNKNOWN })]]);
}

function room(state: State): L.GridLayer {
  const asked = question(state)!;
  const found = (feature?: Feature) => roomAt(String(feature?.props.state), shortest(feature?.props ?? {}), asked.minutes);
  const colour: Colour = (_, feature) => (Number(feature?.props.people) > 0 ? ROOM[found(feature)] : EMPTY);
  return layer(tiles(asked.area, 'coverage', withRoom(asked, true)), colour, [[(f) => found(f) === 'unknown', hatch('#ffffff', { ground: UNKNOWN })]]);
}

const seconds = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** The shortest walk that may be, in seconds; undefined where there is none. */
export function shortest({ walkSeconds, optimisticWalkSeconds }: House): number | undefined {
  return seconds(optimisticWalkSeconds) ?? seconds(walkSeconds);
}

function difference(state: State): L.GridLayer {
  const asked = question({ ...state, scenario: null, side: 'after' })!;
  const sides = { ...(state.from === null ? {} : { from: state.from }), to: state.scenario! };
  const change = (feature?: Feature) => String(feature?.props.change);
  return layer(
    tiles(asked.area, 'difference', { ...sides, ...withRoom(asked, state.capacity) }),
    (_, feature) => changeColour(change(feature)),
    STRIPED.map((name) => [(feature) => change(feature) === name, hatch('#ffffff', { ground: CHANGES[name], down: name === 'surer' })]),
    (feature) => change(feature) !== 'same',
  );
}

/**
 * @param stripes what is not told by its colour alone, and by which pattern it is told
 * @param telling what is not drawn pale
 */
function layer(url: string, colour: Colour, stripes: Stripe[], telling = (_: Feature) => true): L.GridLayer {
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
      ...stripes.map(([striped, pattern]) => rule((f) => outline(f) && lived(f) && striped(f), new PolygonSymbolizer({ pattern, fill: '#ffffff' }))),
      rule((f) => f.geomType === 1, new CircleSymbolizer({ fill: colour, radius: 4, stroke: '#fff', width: 1 })),
    ],
  });
}
