import { expect, test } from 'vitest';
import { spacesAt } from '../src/inside';
import type { SpaceShape } from '../src/spaces';

const ring = (west: number, south: number, east: number, north: number) => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const space = (id: number, areaM2: number, type: string, coordinates: unknown, bounds: SpaceShape['bounds']): SpaceShape => ({ id, sourceId: `way/${id}`, name: null, names: {}, kind: 'park', areaM2, bounds, geometry: { type, coordinates } });

const park = space(0, 100, 'Polygon', [ring(0, 0, 10, 10), ring(4, 4, 6, 6)], [0, 0, 10, 10]);
const pitch = space(1, 10, 'Polygon', [ring(1, 1, 3, 3)], [1, 1, 3, 3]);
const halls = space(2, 20, 'MultiPolygon', [[ring(8, 8, 9, 9)], [ring(20, 20, 22, 22)]], [8, 8, 22, 22]);
const bent = space(3, 5, 'Polygon', [[[30, 0], [40, 0], [31, 1], [30, 10], [30, 0]]], [30, 0, 40, 10]);
const spaces = [park, pitch, halls, bent, space(4, 0, 'Point', [2, 2], [2, 2, 2, 2])];
const at = (lon: number, lat: number) => spacesAt(spaces, [lon, lat]).map(({ id }) => id);

test('a place lies in every outline around it, the smallest first; never in a hole, beside, or in a point', () => {
  expect(at(2, 2)).toEqual([1, 0]);
  expect(at(5, 5)).toEqual([]);
  expect(at(8.5, 8.5)).toEqual([2, 0]);
  expect(at(21, 21)).toEqual([2]);
  expect(at(15, 15)).toEqual([]);
  expect([at(30.5, 1), at(35, 5)]).toEqual([[3], []]);
});
