import { expect, test } from 'vitest';
import type { Shelter } from '../src/domain';
import { type Edit, hazardsOn, standing } from '../src/scenario/scenario';

const park: Shelter = {
  id: 0, name: 'Park', names: {}, capacity: 100, illustrative: false, lon: 7.5, lat: 43.5,
  geometry: { type: 'Polygon', coordinates: [[[7.4, 43.4], [7.6, 43.4], [7.6, 43.6], [7.4, 43.4]]] },
};
const school: Shelter = { ...park, id: 1, name: 'School', capacity: null };

test('added shelters get the next numbers, and later edits mean them by these', () => {
  const edits: Edit[] = [
    { type: 'add-shelter', lon: 7.1, lat: 43.1, name: 'A', capacity: null },
    { type: 'add-shelter', lon: 7.2, lat: 43.2, name: 'B', capacity: 20 },
    { type: 'close-shelter', shelter: 2, reason: null },
    { type: 'resize-shelter', shelter: 3, capacity: 50 },
    { type: 'resize-shelter', shelter: 1, capacity: 70 },
    { type: 'move-shelter', shelter: 9, lon: 0, lat: 0 },
  ];
  const after = standing([park, school], edits);
  expect(after.map(({ id, name, capacity, change }) => [id, name, capacity, change])).toEqual([
    [0, 'Park', 100, 'none'], [1, 'School', 70, 'resized'], [2, 'A', null, 'closed'], [3, 'B', 50, 'added'],
  ]);
  expect([park.capacity, school.capacity]).toEqual([100, null]);
});

test('a shelter moves with its outline', () => {
  const [moved] = standing([park], [{ type: 'move-shelter', shelter: 0, lon: 8.5, lat: 44.5 }]);
  expect([moved!.lon, moved!.lat, moved!.change]).toEqual([8.5, 44.5, 'moved']);
  const corner = (moved!.geometry.coordinates as number[][][])[0]![0]!;
  expect(corner[0]).toBeCloseTo(8.4);
  expect(corner[1]).toBeCloseTo(44.4);
});

test('the last switch of a hazard counts', () => {
  const turn = (name: string, active: boolean): Edit => ({ type: 'hazard', name, active });
  expect(hazardsOn([turn('flood', true), turn('fire', true), turn('flood', false)])).toEqual(['fire']);
  expect(hazardsOn([turn('flood', false), turn('flood', true)])).toEqual(['flood']);
});
