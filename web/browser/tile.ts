import { VectorTile } from '@mapbox/vector-tile';
import Pbf from 'pbf';

type Value = string | number | boolean;
type Ring = { x: number; y: number }[];

export interface Shape {
  kind: 1 | 2 | 3;
  rings: Ring[];
  properties: Record<string, Value>;
}

/** The shapes of one layer of a vector tile. */
export function decode(bytes: Uint8Array, layer: string): Shape[] {
  const found = new VectorTile(new Pbf(bytes)).layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, index) => {
    const feature = found!.feature(index);
    return { kind: feature.type as Shape['kind'], rings: feature.loadGeometry(), properties: feature.properties as Shape['properties'] };
  });
}

/** A vector tile of one layer (Mapbox Vector Tile 2.1). */
export function encode(layer: string, shapes: Shape[]): Buffer {
  const pbf = new Pbf();
  pbf.writeMessage(3, (_, out) => {
    const keys: string[] = [];
    const values: Value[] = [];
    const at = <T>(list: T[], item: T) => (list.includes(item) ? list.indexOf(item) : list.push(item) - 1);
    out.writeVarintField(15, 2);
    out.writeStringField(1, layer);
    for (const shape of shapes) {
      const tags = Object.entries(shape.properties).flatMap(([key, value]) => [at(keys, key), at(values, value)]);
      out.writeMessage(2, (__, feature) => {
        feature.writePackedVarint(2, tags);
        feature.writeVarintField(3, shape.kind);
        feature.writePackedVarint(4, commands(shape));
      }, null);
    }
    keys.forEach((key) => out.writeStringField(3, key));
    values.forEach((value) => out.writeMessage(4, (__, written) => (typeof value === 'string' ? written.writeStringField(1, value) : typeof value === 'number' ? written.writeDoubleField(3, value) : written.writeBooleanField(7, value)), null));
    out.writeVarintField(5, 4096);
  }, null);
  return Buffer.from(pbf.finish());
}

function commands({ kind, rings }: Shape): number[] {
  const out: number[] = [];
  let [x, y] = [0, 0];
  const zigzag = (value: number) => (value << 1) ^ (value >> 31);
  const step = (point: { x: number; y: number }) => {
    out.push(zigzag(Math.round(point.x) - x), zigzag(Math.round(point.y) - y));
    [x, y] = [Math.round(point.x), Math.round(point.y)];
  };
  for (const ring of rings) {
    const points = kind === 3 ? ring.slice(0, -1) : ring;
    out.push(1 | (1 << 3));
    step(points[0]!);
    if (kind !== 1) {
      out.push(2 | ((points.length - 1) << 3));
      points.slice(1).forEach(step);
      if (kind === 3) {
        out.push(7 | (1 << 3));
      }
    }
  }
  return out;
}
