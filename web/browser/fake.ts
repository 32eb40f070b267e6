import type { Page, Route } from 'playwright-core';
import { inject } from 'vitest';
import type { Coverage, People } from '../src/domain';
import type { Edit, Scenario } from '../src/scenario';
import { decode, encode } from './tile';

// Answers what the service at hand does not know yet, on top of what it does: shapes by the contract, numbers made up but adding up.

const NEW = ['hazard', 'night', 'capacity', 'scenario', 'from', 'to'];
const HAZARDS = [
  { name: 'flood-100', hazard: 'flood', zones: 2, deepestM: 2.4 },
  { name: 'landslide', hazard: 'landslide', zones: 1, deepestM: null },
];
/** A strip along the harbour, two depths: west, south, east, north. */
const ZONES: { name: string; depthM: number | null; box: [number, number, number, number] }[] = [
  { name: 'flood-100', depthM: 0.4, box: [7.4185, 43.7315, 7.4265, 43.7375] },
  { name: 'flood-100', depthM: 2.4, box: [7.4205, 43.7325, 7.4245, 43.736] },
  { name: 'landslide', depthM: null, box: [7.4125, 43.7315, 7.416, 43.7355] },
];

/** Stands in for the service in the questions that it does not answer itself. */
export async function fakeWhereMissing(page: Page): Promise<void> {
  const asked = async (path: string) => (await fetch(`${inject('address')}/api/areas${path}`)).json() as Promise<Record<string, unknown>>;
  const area = ((await asked('')).areas as { hazards?: unknown }[])[0];
  if (area?.hazards === undefined) {
    await fake(page);
    return;
  }
  if ((await asked('/monaco/coverage?capacity=true')).capacity === undefined) {
    await page.route(/\/coverage\?.*capacity=true/, async (route) => {
      const url = new URL(route.request().url());
      url.searchParams.delete('capacity');
      const found = await route.fetch({ url: url.href });
      await (found.ok() ? route.fulfill({ json: withRoom((await found.json()) as Coverage) }) : route.fulfill({ response: found }));
    });
  }
  if ((await asked('/monaco/redundancy')).streets === undefined) {
    await page.route(/\/redundancy\?/, async (route) => {
      const found = await route.fetch();
      await (found.ok() ? route.fulfill({ json: { ...((await found.json()) as object), streets: streets() } }) : route.fulfill({ response: found }));
    });
  }
}

async function fake(page: Page): Promise<void> {
  const scenarios = new Map<string, Scenario>();
  let made = 0;
  const json = (route: Route, body: unknown, status = 200) => route.fulfill({ status, contentType: status < 300 ? 'application/json' : 'application/problem+json', body: JSON.stringify(body) });
  /** The old answer to the same question without what is new in it. */
  const old = async (route: Route, drop: string[] = NEW) => {
    const url = new URL(route.request().url());
    drop.forEach((name) => url.searchParams.delete(name));
    return route.fetch({ url: url.href });
  };
  const query = (route: Route) => new URL(route.request().url()).searchParams;
  const edits = (route: Route) => scenarios.get(query(route).get('scenario') ?? '')?.edits ?? [];
  const covered = async (route: Route, under: Edit[] = edits(route)) => {
    const found = (await (await old(route)).json()) as Coverage;
    return changed(found, query(route), under);
  };

  await page.route(/\/api\/areas$/, async (route) => {
    const found = (await (await route.fetch()).json()) as { areas: object[] };
    await json(route, { ...found, areas: found.areas.map((area) => ({ ...area, hazards: HAZARDS, elevation: true })) });
  });
  await page.route(/\/coverage\?/, async (route) => json(route, await covered(route)));
  await page.route(/\/nearest\?/, async (route) => route.fulfill({ response: await old(route) }));
  await page.route(/\/redundancy\?/, async (route) => {
    const found = (await (await old(route)).json()) as object;
    await json(route, { ...found, streets: streets() });
  });
  await page.route(/\/(fairness|integrity|unknowns|expected)\?/, async (route) => {
    const [, kind] = /\/(\w+)\?/.exec(route.request().url())!;
    const of = new URL(route.request().url().replace(`/${kind}?`, '/coverage?'));
    ['damage', 'samples', 'seed', 'model', ...NEW].forEach((name) => of.searchParams.delete(name));
    const coverage = (await (await route.fetch({ url: of.href })).json()) as Coverage;
    await json(route, reports(coverage, query(route))[kind as 'fairness']);
  });
  await page.route(/\/compare\?/, async (route) => {
    const of = new URL(route.request().url().replace('/compare?', '/coverage?'));
    NEW.forEach((name) => of.searchParams.delete(name));
    const plain = (await (await route.fetch({ url: of.href })).json()) as Coverage;
    const side = (id: string | null) => changed(structuredClone(plain), query(route), scenarios.get(id ?? '')?.edits ?? []);
    const [from, to] = [side(query(route).get('from')), side(query(route).get('to'))];
    const more = to.people.covered - from.people.covered;
    await json(route, {
      from: { people: from.people, walkSeconds: from.walkSeconds },
      to: { people: to.people, walkSeconds: to.walkSeconds },
      districts: from.districts.map((district, index) => ({ id: district.id, name: district.name, names: district.names, before: district.people, after: to.districts[index]!.people })),
      groups: [],
      gained: Math.max(0, more) + 12,
      lost: Math.max(0, -more) + 12,
      minutesSaved: more * 3,
    });
  });
  await page.route(/\/tiles\/coverage\//, async (route) => route.fulfill({ response: await old(route) }));
  await page.route(/\/tiles\/difference\//, async (route) => {
    const url = route.request().url().replace('/difference/', '/coverage/');
    const of = new URL(url);
    NEW.forEach((name) => of.searchParams.delete(name));
    const shapes = decode(new Uint8Array(await (await route.fetch({ url: of.href })).body()), 'place');
    const names = ['gained', 'lost', 'faster', 'slower', 'same'];
    await route.fulfill({
      contentType: 'application/vnd.mapbox-vector-tile',
      body: encode('place', shapes.map((shape) => ({ ...shape, properties: { people: shape.properties.people ?? 0, change: names[Number(shape.properties.id ?? 0) % 5]! } }))),
    });
  });
  await page.route(/\/tiles\/hazard\//, (route) => {
    const [, z, x, y] = /hazard\/(\d+)\/(\d+)\/(\d+)\.mvt/.exec(route.request().url())!.map(Number);
    const shapes = ZONES.filter((zone) => zone.name === query(route).get('hazard')).map(({ box: [west, south, east, north], depthM }) => {
      const at = (lon: number, lat: number) => ({ x: ((lon / 360 + 0.5) * 2 ** z! - x!) * 4096, y: ((0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * 2 ** z! - y!) * 4096 });
      return { kind: 3 as const, rings: [[at(west, north), at(east, north), at(east, south), at(west, south), at(west, north)]], properties: (depthM === null ? {} : { depthM }) as Record<string, number> };
    });
    return route.fulfill({ contentType: 'application/vnd.mapbox-vector-tile', body: encode('hazard', shapes) });
  });
  await page.route(/\/api\/areas\/\w+\/scenarios/, (route) => {
    const { pathname } = new URL(route.request().url());
    const method = route.request().method();
    const [id, sub] = pathname.split('/scenarios')[1]!.split('/').slice(1);
    const body = () => route.request().postDataJSON() as Record<string, string>;
    const now = new Date().toISOString();
    if (id === undefined) {
      if (method === 'GET') {
        return json(route, { scenarios: [...scenarios.values()].reverse() });
      }
      const scenario = { id: `s${++made}`, area: 'monaco', title: body().title!, author: body().author ?? null, reason: body().reason ?? null, createdAt: now, changedAt: now, edits: [] };
      scenarios.set(scenario.id, scenario);
      return json(route, scenario, 201);
    }
    const found = scenarios.get(id);
    if (!found) {
      return json(route, { detail: `There is no scenario ${id} in monaco.` }, 404);
    }
    const keep = (scenario: Scenario) => {
      scenarios.set(scenario.id, scenario);
      return json(route, scenario);
    };
    if (sub === 'copy') {
      return keep({ ...found, id: `s${++made}`, title: `${found.title} (copy)`, createdAt: now, changedAt: now });
    }
    if (sub === 'edits') {
      const edit = method === 'POST' ? (route.request().postDataJSON() as Edit) : null;
      if (edit?.type === 'resize-shelter' && edit.capacity === 0) {
        return json(route, { detail: 'capacity is 0, but must be 1 to 1000000.', code: 'option' }, 400);
      }
      return keep({ ...found, changedAt: now, edits: edit ? [...found.edits, edit] : found.edits.slice(0, -1) });
    }
    if (method === 'DELETE') {
      scenarios.delete(id);
      return route.fulfill({ status: 204 });
    }
    return keep({ ...found, ...body(), changedAt: now } as Scenario);
  });
}

/** Moves a share of those in time to too late (or back), and some of them to unknown. */
function moved(people: People, less: number, doubt: number): People {
  const lost = Math.max(-people.notCovered, Math.min(people.covered, Math.round(people.covered * less)));
  const unknown = Math.min(people.covered - lost, Math.round(people.covered * doubt));
  return { ...people, covered: people.covered - lost - unknown, unknown: people.unknown + unknown, notCovered: people.notCovered + lost };
}

function changed(coverage: Coverage, query: URLSearchParams, edits: Edit[]): Coverage {
  const flooded = query.get('hazard') ?? edits.find((edit) => edit.type === 'hazard' && edit.active) as unknown;
  const weight: Record<Edit['type'], number> = { 'add-shelter': -0.02, 'close-shelter': 0.08, 'resize-shelter': 0, 'move-shelter': 0.01, 'close-street': 0.02, 'close-area': 0.05, hazard: 0 };
  const less = (flooded ? 0.2 : 0) + (query.get('night') ? 0.05 : 0) + edits.reduce((sum, edit) => sum + weight[edit.type], 0);
  const change = (people: People) => moved(people, less, flooded ? 0.06 : 0);
  const districts = coverage.districts.map((district) => ({ ...district, people: change(district.people) }));
  const sum = (part: keyof People) => districts.reduce((all, district) => all + district.people[part], 0);
  const people = { total: sum('total'), covered: sum('covered'), unknown: sum('unknown'), notCovered: sum('notCovered'), unreachable: sum('unreachable') };
  const found = { ...coverage, people, districts, scenario: query.get('scenario'), hazard: query.get('hazard'), night: query.get('night') === 'true' };
  return query.get('capacity') ? withRoom(found) : found;
}

function withRoom(coverage: Coverage): Coverage {
  const { covered, notCovered, unreachable, unknown } = coverage.people;
  const full = Math.round(covered * 0.22);
  const placed = covered - full;
  const names = ['Jardin Japonais', 'Stade Louis-II', 'Place du Casino', 'Parc Princesse Antoinette', 'Collège Charles III', 'Square Théodore Gastaud', 'Jardins Saint-Martin', 'Roseraie Princesse Grace', 'Place d’Armes', 'École de Fontvieille'];
  const shelters = names.map((name, shelter) => ({
    shelter, name, names: {}, capacity: shelter === 3 ? null : 400 + shelter * 350, placed: Math.round(placed / 10), nearest: 500 + shelter * 700,
    areaM2: shelter === 3 ? null : 4000, m2PerPerson: shelter === 3 ? null : shelter === 1 ? 1.2 : 2.6, ruleM2PerPerson: 1.5, priceSeconds: [320, 4000, 0, null, 12, 90, 0, 45, 600, 1][shelter] ?? null,
  }));
  shelters.forEach((shelter) => { shelter.placed = Math.min(shelter.placed, shelter.capacity ?? shelter.placed); });
  return {
    ...coverage,
    people: { total: coverage.people.total, covered: placed, unknown, notCovered: notCovered + full, unreachable },
    capacity: { placed, notPlaced: full, noWay: unreachable, totalWalkSeconds: placed * 290, nearestFirst: { placed: Math.round(placed * 0.83), notPlaced: covered - Math.round(placed * 0.83), totalWalkSeconds: placed * 210 }, unknownCapacity: 1, shelters },
  };
}

function streets() {
  const section = { name: null, bridge: false, tunnel: false, steps: false, kind: 'residential', bounds: null };
  return [
    { ...section, street: 11, name: 'Pont Sainte-Dévote', bridge: true, lon: 7.4203, lat: 43.7378, uncovered: 812, bounds: [7.419, 43.737, 7.4225, 43.739] },
    { ...section, street: 12, steps: true, kind: 'steps', lon: 7.4251, lat: 43.7405, uncovered: 390 },
    { ...section, street: 13, name: 'Boulevard de Belgique', lon: 7.4158, lat: 43.7345, uncovered: 121 },
  ];
}

function reports({ people, walkSeconds, districts }: Coverage, query: URLSearchParams) {
  const share = (of: People, index: number) => ({ people: of.total, covered: of.covered, walkSeconds, gini: 0.31 + index / 100, palma: 0.62 + index / 50, worstTenthSeconds: 840 + 60 * index, accessibility: 0.4 + index / 10 });
  const named = districts.map(({ id, name, names }) => ({ id, name, names }));
  const damage = Number(query.get('damage') ?? 0);
  const mean = people.covered * (1 - damage / 130);
  return {
    fairness: { all: share(people, 0), groups: ['adult', 'elderly'].map((id, index) => ({ id, ...share(people, index) })), districts: districts.map((district, index) => ({ ...named[index]!, ...share(district.people, index) })), accessibility: {} },
    integrity: {
      together: people,
      alone: moved(people, 0.12, 0),
      districts: districts.map((district, index) => ({ ...named[index]!, together: district.people, alone: moved(district.people, 0.12, 0) })),
      pairs: [{ first: named[0]!, second: named[1]!, people: 420, personMinutes: 3100.4 }, { first: named[2]!, second: named[3]!, people: 130, personMinutes: 900 }],
    },
    unknowns: {
      people: moved(people, 0, 0.08),
      facts: [{ layer: 'crossing', fact: 'kerb', count: 31, people: 1800 }, { layer: 'street', fact: 'width', count: 12, people: 420 }],
      places: [{ layer: 'street', facts: ['width', 'surface'], id: 4, name: 'Rue Grimaldi', lon: 7.4196, lat: 43.7372, people: 640, bounds: null }, { layer: 'crossing', facts: ['kerb'], id: 9, name: null, lon: 7.4262, lat: 43.7395, people: 210, bounds: null }],
      levels: { coveredLow: people.covered - 400, coveredHigh: people.covered + 350 },
    },
    expected: { damage, samples: 200, seed: 0, model: 'tokyo', people: { total: people.total, expected: mean, low: mean * 0.93, high: Math.min(people.total, mean * 1.05), covered: people.covered, bad: Math.round(mean * 0.8), mostExpected: mean * 1.06 }, districts: [], blockedStreets: {} },
  };
}
