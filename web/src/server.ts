import type { Areas, Bounds, Coverage, Language, Nearest, Redundancy, Shelter } from './domain';

/** The server said no, in a sentence of its own; or nobody answered, and the sentence is null. */
export class Refused extends Error {
  constructor(readonly sentence: string | null) {
    super(sentence ?? 'no answer');
  }
}

/** The only place that asks the server. A newer question of the same kind cancels the older one. */
export class Server {
  private readonly running = new Map<string, AbortController>();

  areas(): Promise<Areas> {
    return this.ask('areas', '/api/areas');
  }

  coverage(area: string, profile: string, minutes: number, k: number): Promise<Coverage> {
    return this.ask('coverage', `/api/areas/${encodeURIComponent(area)}/coverage?${new URLSearchParams({ profile, minutes: String(minutes), k: String(k) })}`);
  }

  redundancy(area: string, profile: string, minutes: number): Promise<Redundancy> {
    return this.ask('redundancy', `/api/areas/${encodeURIComponent(area)}/redundancy?${new URLSearchParams({ profile, minutes: String(minutes) })}`);
  }

  nearest(area: string, at: [number, number], profile: string, minutes: number, lang: Language): Promise<Nearest> {
    const query = new URLSearchParams({ lon: String(at[0]), lat: String(at[1]), profile, minutes: String(minutes), count: '3', lang });
    return this.ask('nearest', `/api/areas/${encodeURIComponent(area)}/nearest?${query}`);
  }

  async shelters(area: string): Promise<Shelter[]> {
    const found = await this.ask<{ features: Feature[] }>('shelters', `/api/areas/${encodeURIComponent(area)}/shelters`);
    return found.features.map((feature) => {
      const bounds = extent(feature.geometry.coordinates);
      return {
        ...feature.properties,
        geometry: feature.geometry,
        lon: (bounds[0] + bounds[2]) / 2,
        lat: (bounds[1] + bounds[3]) / 2,
      };
    });
  }

  /** Rejects with `AbortError` where a newer question took its place. */
  private async ask<T>(kind: string, url: string): Promise<T> {
    this.running.get(kind)?.abort();
    const controller = new AbortController();
    this.running.set(kind, controller);
    let answer: Response;
    try {
      answer = await fetch(url, { signal: controller.signal, headers: { Accept: 'application/json, application/geo+json' } });
    } catch (failure) {
      throw cancelled(failure) ? failure : new Refused(null);
    }
    if (!answer.ok) {
      const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
      throw new Refused(problem.detail ?? null);
    }
    return (await answer.json()) as T;
  }
}

interface Feature {
  geometry: Shelter['geometry'];
  properties: Omit<Shelter, 'lon' | 'lat' | 'geometry'>;
}

export function cancelled(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError';
}

/** Extent of coordinates nested to any depth. */
export function extent(coordinates: unknown): Bounds {
  const found = [coordinates].flat(Number.POSITIVE_INFINITY as 1) as number[];
  const lon = found.filter((_, index) => index % 2 === 0);
  const lat = found.filter((_, index) => index % 2 === 1);
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}

/** Address of vector tiles, with the places of z, x and y left open. */
export function tiles(area: string, layer: 'base' | 'coverage', query: Record<string, string> = {}): string {
  const names = new URLSearchParams(query).toString();
  return `/api/areas/${encodeURIComponent(area)}/tiles/${layer}/{z}/{x}/{y}.mvt${names ? `?${names}` : ''}`;
}

/** Address of a layer as a file. */
export function exportUrl(area: string, layer: string, format: string, profile: string, minutes: number, k: number): string {
  return `/api/areas/${encodeURIComponent(area)}/export?${new URLSearchParams({ layer, format, profile, minutes: String(minutes), k: String(k) })}`;
}
