import type { Bounds } from './domain';

/** Extent of coordinates nested to any depth. */
export function extent(coordinates: unknown): Bounds {
  const found = [coordinates].flat(Number.POSITIVE_INFINITY as 1) as number[];
  const lon = found.filter((_, index) => index % 2 === 0);
  const lat = found.filter((_, index) => index % 2 === 1);
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}
