// The server's addresses: what is asked, as it is written in them.
import type { Language, Question, SpaceQuestion } from './domain';

/** Names and values. */
type Query = Record<string, string>;

/** What is asked, under the server's names; what is not asked for is left out. */
export function options({ profile, minutes, k, hazard, night, rules, scenario }: Question): Query {
  return {
    profile,
    minutes: String(minutes),
    k: String(k),
    ...(hazard === null ? {} : { hazard }),
    ...(night ? { night: 'true' } : {}),
    ...(rules === null ? {} : { rules }),
    ...(scenario === null ? {} : { scenario }),
  };
}

/** The same where a place may count only while it has room. */
export function withRoom(asked: Question, capacity: boolean): Query {
  return { ...options(asked), ...(capacity ? { capacity: 'true' } : {}) };
}

/** The same for a question that is about one shelter at a time. */
export function forOne(asked: Question): Query {
  const { k: _, ...rest } = options(asked);
  return rest;
}

export function ofSpaces(asked: SpaceQuestion): Query {
  return { ...forOne(asked), ...(asked.stay === null ? {} : { stay: asked.stay }) };
}

/** Address of what is asked of an area. */
export function ofArea(area: string, path: string, query: Query = {}): string {
  const names = new URLSearchParams(query).toString();
  return `/api/areas/${encodeURIComponent(area)}/${path}${names ? `?${names}` : ''}`;
}

/** Of a job, or of something of it. */
export const ofJob = (id: string, path = '') => `/api/jobs/${encodeURIComponent(id)}${path}`;

/** Address of the ways of a district, or of all, as sheets to print. */
export function sheetsUrl(job: string, district: number | null, lang: Language): string {
  return ofJob(job, `/sheets.html?${new URLSearchParams({ ...(district === null ? {} : { district: String(district) }), lang }).toString()}`);
}

/** Address of vector tiles, with the places of z, x and y left open. */
export function tiles(area: string, layer: 'base' | 'coverage' | 'hazard' | 'difference', query: Query = {}): string {
  return ofArea(area, `tiles/${layer}/{z}/{x}/{y}.mvt`, query);
}

/** Address of a layer as a file. */
export function exportUrl(layer: string, format: string, asked: Question, capacity: boolean): string {
  return ofArea(asked.area, 'export', { layer, format, ...withRoom(asked, capacity) });
}
