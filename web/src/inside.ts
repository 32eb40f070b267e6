import type { Geometry, SpaceShape } from './spaces';

type Ring = [lon: number, lat: number][];

/** Spaces whose outline a place lies in, the smallest first. */
export function spacesAt(spaces: SpaceShape[], [lon, lat]: [lon: number, lat: number]): SpaceShape[] {
  return spaces
    .filter(({ bounds: [west, south, east, north], geometry }) => lon >= west && lon <= east && lat >= south && lat <= north && inside(geometry, lon, lat))
    .sort((one, other) => one.areaM2 - other.areaM2);
}

function inside({ type, coordinates }: Geometry, lon: number, lat: number): boolean {
  const polygons = (type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : []) as Ring[][];
  return polygons.some((rings) => rings.filter((ring) => within(ring, lon, lat)).length === 1);
}

/** Whether a line to the east crosses the ring an odd number of times. */
function within(ring: Ring, lon: number, lat: number): boolean {
  let odd = false;
  ring.forEach(([x, y], index) => {
    const [fromX, fromY] = ring[index === 0 ? ring.length - 1 : index - 1]!;
    if (y > lat !== fromY > lat && lon < ((fromX - x) * (lat - y)) / (fromY - y) + x) {
      odd = !odd;
    }
  });
  return odd;
}
