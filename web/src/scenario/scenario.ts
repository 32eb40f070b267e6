// A what-if: the city and the edits made to it, in their order.
import type { Named } from '../reports';
import type { People, Shelter, WalkSeconds } from '../domain';

export interface Scenario {
  id: string;
  area: string;
  title: string;
  author: string | null;
  reason: string | null;
  createdAt: string;
  changedAt: string;
  edits: Edit[];
  /** Edits, by their place in the list, that no longer apply since the area has changed. */
  notApplied?: { edit: number; reason: string }[];
}

export interface Polygon {
  type: 'Polygon';
  coordinates: [lon: number, lat: number][][];
}

export type Edit =
  | { type: 'add-shelter'; lon: number; lat: number; name: string; capacity: number | null; space?: string; hazards?: string[] }
  | { type: 'close-shelter'; shelter: number; reason: string | null }
  | { type: 'resize-shelter'; shelter: number; capacity: number }
  | { type: 'move-shelter'; shelter: number; lon: number; lat: number }
  | { type: 'close-street'; lon: number; lat: number; reason: string | null }
  | { type: 'close-area'; geometry: Polygon; reason: string | null }
  | { type: 'hazard'; name: string; active: boolean };

export interface Sides {
  people: People;
  walkSeconds: WalkSeconds;
}

export interface Comparison {
  from: Sides;
  to: Sides;
  districts: (Named & { before: People; after: People })[];
  gained: number;
  lost: number;
  minutesSaved: number;
}

/** A shelter as a scenario leaves it. */
export interface Standing extends Shelter {
  change: 'none' | 'added' | 'moved' | 'resized' | 'closed';
}

/** The shelters after the edits. The area's own keep their numbers; those added get the numbers that follow, in the order of the edits. */
export function standing(shelters: Shelter[], edits: Edit[]): Standing[] {
  const after: Standing[] = shelters.map((shelter) => ({ ...shelter, change: 'none' }));
  let next = Math.max(-1, ...shelters.map((shelter) => shelter.id)) + 1;
  for (const edit of edits) {
    if (edit.type === 'add-shelter') {
      const { lon, lat, name, capacity } = edit;
      const geometry = { type: 'Point', coordinates: [lon, lat] };
      after.push({ id: next++, name, names: {}, capacity, illustrative: false, lon, lat, geometry, change: 'added' });
    } else if ('shelter' in edit) {
      const shelter = after.find((one) => one.id === edit.shelter);
      if (shelter) {
        change(shelter, edit);
      }
    }
  }
  return after;
}

function change(shelter: Standing, edit: Extract<Edit, { shelter: number }>): void {
  const was = shelter.change;
  if (edit.type === 'close-shelter') {
    shelter.change = 'closed';
  } else if (edit.type === 'resize-shelter') {
    shelter.capacity = edit.capacity;
    shelter.change = was === 'none' ? 'resized' : was;
  } else {
    const { lon, lat } = edit;
    const { type, coordinates } = shelter.geometry;
    Object.assign(shelter, { lon, lat, geometry: { type, coordinates: shifted(coordinates, lon - shelter.lon, lat - shelter.lat) } });
    shelter.change = was === 'none' || was === 'resized' ? 'moved' : was;
  }
}

/** Coordinates nested to any depth, moved as a whole. */
function shifted(coordinates: unknown, east: number, north: number): unknown {
  const list = coordinates as unknown[];
  return typeof list[0] === 'number' ? [list[0] + east, (list[1] as number) + north] : list.map((inner) => shifted(inner, east, north));
}

/** Names of the hazards that the edits leave switched on. */
export function hazardsOn(edits: Edit[]): string[] {
  const on = new Set<string>();
  for (const edit of edits) {
    if (edit.type === 'hazard') {
      on[edit.active ? 'add' : 'delete'](edit.name);
    }
  }
  return [...on];
}
