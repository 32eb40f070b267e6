import * as L from 'leaflet';
import { type Feature, LineLabelSymbolizer, LineSymbolizer, leafletLayer, type PaintRule, PolygonSymbolizer, CenteredTextSymbolizer } from 'protomaps-leaflet';
import { tiles } from '../addresses';
import { chosen } from '../chosen';
import type { Words } from '../format';
import type { State, Store } from '../state';

const LIGHT = {
  earth: '#f4f3ef', water: '#b9d9ea', green: '#dcebd0', space: '#cfe5c4', square: '#e9e4d6', road: '#ffffff', casing: '#d8d4ca',
  path: '#c9bfae', building: '#e3dfd6', border: '#7a6f8f', text: '#4c4a45', halo: '#ffffff',
};
const DARK = {
  earth: '#16191d', water: '#1d3444', green: '#1d2a20', space: '#223526', square: '#2a2822', road: '#3a3f45', casing: '#0e1013',
  path: '#4b463d', building: '#24282d', border: '#8d83a6', text: '#c4c8cd', halo: '#16191d',
};
type Colours = typeof LIGHT;

const WIDE = new Set(['motorway', 'trunk', 'primary', 'secondary', 'tertiary']);
const SMALL = new Set(['footway', 'path', 'steps', 'track', 'cycleway', 'bridleway', 'corridor']);
const SQUARES = new Set(['square', 'car-park', 'school', 'university', 'sports-hall', 'town-hall', 'place-of-worship', 'library', 'community-centre', 'other']);

const kind = (feature?: Feature) => String(feature?.props.kind ?? '');
const scaled = (zoom: number, metres: number) => Math.max(0.6, metres * 2 ** (zoom - 17));

function paint(colours: Colours): PaintRule[] {
  const road = (extra: number) => (zoom: number, feature?: Feature) => scaled(zoom, WIDE.has(kind(feature)) ? 14 : kind(feature) === 'service' ? 5 : 9) + extra;
  const notSmall = (_: number, feature: Feature) => !SMALL.has(kind(feature));
  return [
    { dataLayer: 'green', symbolizer: new PolygonSymbolizer({ fill: colours.green }) },
    { dataLayer: 'space', symbolizer: new PolygonSymbolizer({ fill: (_: number, feature?: Feature) => (SQUARES.has(kind(feature)) ? colours.square : colours.space), perFeature: true }) },
    { dataLayer: 'water', symbolizer: new PolygonSymbolizer({ fill: colours.water }), filter: (_, feature) => feature.geomType === 3 },
    { dataLayer: 'water', symbolizer: new LineSymbolizer({ color: colours.water, width: (zoom: number) => scaled(zoom, 6) }), filter: (_, feature) => feature.geomType === 2 },
    { dataLayer: 'building', symbolizer: new PolygonSymbolizer({ fill: colours.building }) },
    { dataLayer: 'street', minzoom: 13, symbolizer: new LineSymbolizer({ color: colours.casing, width: road(1.5), perFeature: true }), filter: notSmall },
    { dataLayer: 'street', symbolizer: new LineSymbolizer({ color: colours.road, width: road(0), perFeature: true }), filter: notSmall },
    { dataLayer: 'street', symbolizer: new LineSymbolizer({ color: colours.path, width: (zoom: number) => scaled(zoom, 3), dash: [3, 2] }), filter: (_, feature) => SMALL.has(kind(feature)) },
    { dataLayer: 'district', symbolizer: new LineSymbolizer({ color: colours.border, width: 1.2, opacity: 0.6, dash: [6, 4] }) },
  ];
}

/** The city's own map, from its own layers; or, if somebody chose so, the online one. */
export function baseMap(map: L.Map, store: Store<State>, words: () => Words): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let layers: L.Layer[] = [];
  let credit = '';
  const draw = () => {
    layers.forEach((layer) => layer.remove());
    layers = [];
    const { online } = store.get();
    const area = chosen(store.get());
    const colours = dark.matches ? DARK : LIGHT;
    map.getContainer().style.background = colours.earth;
    if (area && online) {
      // Their rules ask for a referrer, which the service else keeps to itself.
      layers.push(L.tileLayer('https://tile.openstreetmap.org/{z}/{x}/{y}.png', { pane: 'base', maxZoom: 19, referrerPolicy: 'origin' }));
    } else if (area) {
      const url = tiles(area.name, 'base');
      const ground = own({ url, pane: 'base', backgroundColor: colours.earth, paintRules: paint(colours), labelRules: [] });
      const names = own({ url, pane: 'labels', paintRules: [], labelRules: labels(colours) });
      // One store of tiles for both, so that each is fetched once.
      (names as unknown as { views: unknown }).views = (ground as unknown as { views: unknown }).views;
      layers.push(ground, names);
    }
    layers.forEach((layer) => layer.addTo(map));
  };
  const sign = () => {
    const area = chosen(store.get());
    map.attributionControl?.removeAttribution(credit);
    credit = area ? escaped(`${area.attribution} · ${words().text('dataDate', { date: words().date(area.dataDate) })}`) : '';
    map.attributionControl?.addAttribution(credit);
  };
  let before = '';
  store.on(['area', 'areas', 'online'], (now) => {
    const key = `${chosen(now)?.name} ${now.online}`;
    if (key !== before) {
      before = key;
      draw();
    }
  });
  store.on(['area', 'areas', 'language'], sign);
  dark.addEventListener('change', draw);
  draw();
}

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function labels(colours: Colours) {
  const text = { fill: colours.text, stroke: colours.halo, width: 2.5 };
  return [
    { dataLayer: 'street', minzoom: 16, symbolizer: new LineLabelSymbolizer({ ...text, labelProps: ['name'], font: '500 11px system-ui, sans-serif' }) },
    { dataLayer: 'space', minzoom: 16, symbolizer: new CenteredTextSymbolizer({ ...text, labelProps: ['name'], font: 'italic 500 11px system-ui, sans-serif', lineHeight: 1.3 }) },
  ];
}

/** A layer of vector tiles that Leaflet can hold. */
export function own(options: NonNullable<Parameters<typeof leafletLayer>[0]>): L.GridLayer {
  return leafletLayer({ maxDataZoom: 16, tileDelay: 0, attribution: '', ...options }) as unknown as L.GridLayer;
}
