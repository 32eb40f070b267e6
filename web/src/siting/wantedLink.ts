import { CANDIDATES, type DrawnPlace, EXISTING, GOALS, USUALLY_WANTED, type Wanted } from './wanted';

// What is wanted of the next shelters as it stands in a link, under the server's names; what is as usual is left out.

const FIGURES = ['sharePercent', 'cost', 'apartMetres', 'backupPercent', 'seconds', 'gapPercent', 'alternatives', 'front'] as const;
const LISTS = ['picked', 'open', 'closed'] as const;
const WORDS = ['goal', 'candidates', 'existing'] as const;

/** Names and values. */
export function wantedInLink(wanted: Wanted): [string, string][] {
  const found: [string, string][] = [];
  const put = (name: string, value: string, usual = '') => value !== usual && found.push([name, value]);
  WORDS.forEach((name) => put(name, wanted[name], USUALLY_WANTED[name]));
  if (wanted.limit === 'budget') {
    put('budget', String(wanted.budget));
  } else {
    put('p', String(wanted.sites), String(USUALLY_WANTED.sites));
  }
  FIGURES.forEach((name) => put(name, String(wanted[name]), String(USUALLY_WANTED[name])));
  LISTS.forEach((name) => put(name, wanted[name].join(',')));
  put('costs', Object.entries(wanted.costs).map(([space, cost]) => `${space}:${cost}`).join(','));
  put('places', wanted.places.map(written).join(';'));
  return found;
}

/** The name has no separators of ours; after it stands whether the place is chosen in any case. */
const written = ({ lon, lat, capacity, cost, name, open }: DrawnPlace) => [lon, lat, capacity ?? '', cost ?? '', encodeURIComponent(name), ...(open ? ['open'] : [])].join(',');

/** What is not said, or said in a way that makes no sense, is as usual. */
export function wantedOfLink(query: URLSearchParams): Wanted {
  const budget = figure(query.get('budget'));
  const word = <T extends string>(name: string, words: readonly T[], usual: T) => words.find((one) => one === query.get(name)) ?? usual;
  const list = (name: string) => [...new Set(parts(query.get(name), ',').map(whole).filter((one) => one !== null))];
  return {
    ...USUALLY_WANTED,
    goal: word('goal', GOALS, USUALLY_WANTED.goal),
    candidates: word('candidates', CANDIDATES, USUALLY_WANTED.candidates),
    existing: word('existing', EXISTING, USUALLY_WANTED.existing),
    ...(budget === null ? { sites: figure(query.get('p')) ?? USUALLY_WANTED.sites } : { limit: 'budget', budget }),
    ...Object.fromEntries(FIGURES.map((name) => [name, figure(query.get(name)) ?? USUALLY_WANTED[name]])),
    ...Object.fromEntries(LISTS.map((name) => [name, list(name)])),
    costs: Object.fromEntries(parts(query.get('costs'), ',').map((one) => one.split(':')).flatMap(([space, cost]) => pair(whole(space), figure(cost)))),
    places: parts(query.get('places'), ';').flatMap(place),
  };
}

const parts = (text: string | null, separator: string) => (text ? text.split(separator) : []);
const pair = (space: number | null, cost: number | null): [number, number][] => (space === null || cost === null ? [] : [[space, cost]]);

function figure(text: string | null | undefined): number | null {
  const value = Number(text);
  return text === null || text === undefined || text.trim() === '' || !Number.isFinite(value) ? null : value;
}

function whole(text: string | undefined): number | null {
  const value = figure(text);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
}

function place(text: string): DrawnPlace[] {
  const [lon, lat, capacity, cost, name = '', settled] = text.split(',');
  const [east, north] = [figure(lon), figure(lat)];
  return east === null || north === null ? [] : [{ lon: east, lat: north, capacity: figure(capacity), cost: figure(cost), name: decoded(name), open: settled === 'open' }];
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
