import { forOne, ofArea, ofJob, ofSpaces, options, withRoom } from './addresses';
import type { Green, Mobilization, Profiles } from './districts';
import type { Areas, Coverage, Language, Nearest, Question, RuleFigures, RulePack, Shelter, SpaceQuestion } from './domain';
import type { EvacuationAnswer, Film } from './evacuation/evacuation';
import { extent } from './extent';
import type { Job } from './jobs';
import type { Expected, Fairness, Integrity, Redundancy, Surveys } from './reports';
import type { Comparison, Edit, Scenario } from './scenario/scenario';
import type { SitingAnswer } from './siting/siting';
import type { Fact, Geometry, JudgedSpace, SpaceLists, SpaceShape } from './spaces';
import type { Body } from './siting/wanted';

/** The server said no, in a sentence of its own, and where it can, to which field; or nobody answered, and the sentence is null. */
export class Refused extends Error {
  constructor(readonly sentence: string | null, readonly status: number | null = null, readonly field: string | null = null) {
    super(sentence ?? 'no answer');
  }
}

type About = Pick<Scenario, 'title' | 'author' | 'reason'>;

/** A fact to enter: about the whole area where it names nothing else. */
export type NewFact = Pick<Fact, 'kind' | 'value' | 'source' | 'date'> & { note?: string; district?: number; space?: number; shelter?: number };

const SAMPLES = 200;
/** How many entries each list of spaces has. */
const LISTED = 20;
const MOST_LISTED = 1000;
const A_MOMENT_MILLIS = 200;

/** The only place that asks the server. A newer question of the same kind cancels the older one. */
export class Server {
  private readonly running = new Map<string, AbortController>();

  areas(): Promise<Areas> {
    return this.ask('areas', '/api/areas');
  }

  async packs(): Promise<RulePack[]> {
    return (await this.ask<{ rules: RulePack[] }>('packs', '/api/rules')).rules;
  }

  figures(pack: string): Promise<RuleFigures> {
    return this.ask('figures', `/api/rules/${encodeURIComponent(pack)}`);
  }

  coverage(asked: Question, capacity: boolean): Promise<Coverage> {
    return this.ask('coverage', ofArea(asked.area, 'coverage', withRoom(asked, capacity)));
  }

  /** The same of what came before. */
  before(asked: Question, capacity: boolean): Promise<Coverage> {
    return this.ask('before', ofArea(asked.area, 'coverage', withRoom(asked, capacity)));
  }

  redundancy(asked: Question): Promise<Redundancy> {
    return this.ask('redundancy', ofArea(asked.area, 'redundancy', forOne(asked)));
  }

  nearest(asked: Question, at: [number, number], lang: Language): Promise<Nearest> {
    return this.ask('nearest', ofArea(asked.area, 'nearest', { lon: String(at[0]), lat: String(at[1]), ...forOne(asked), count: '3', lang }));
  }

  fairness(asked: Question): Promise<Fairness> {
    return this.ask('fairness', ofArea(asked.area, 'fairness', options(asked)));
  }

  integrity(asked: Question): Promise<Integrity> {
    return this.ask('integrity', ofArea(asked.area, 'integrity', options(asked)));
  }

  unknowns(asked: Question, capacity: boolean): Promise<Surveys> {
    return this.ask('unknowns', ofArea(asked.area, 'unknowns', withRoom(asked, capacity)));
  }

  /** @param damage percent of the buildings that are damaged */
  expected(asked: Question, damage: number): Promise<Expected> {
    return this.ask('expected', ofArea(asked.area, 'expected', { ...options(asked), damage: String(damage), samples: String(SAMPLES), seed: '0', model: 'tokyo' }));
  }

  lists(asked: SpaceQuestion): Promise<SpaceLists> {
    return this.ask('lists', ofArea(asked.area, 'judged/lists', { ...ofSpaces(asked), count: String(LISTED) }));
  }

  space(asked: SpaceQuestion, space: number): Promise<JudgedSpace> {
    return this.ask('space', ofArea(asked.area, `judged/${space}`, ofSpaces(asked)));
  }

  profiles(asked: Question): Promise<Profiles> {
    return this.ask('profiles', ofArea(asked.area, 'profiles', forOne(asked)));
  }

  green(asked: Question): Promise<Green> {
    return this.ask('green', ofArea(asked.area, 'green', forOne(asked)));
  }

  mobilization(asked: Question): Promise<Mobilization> {
    return this.ask('mobilization', ofArea(asked.area, 'mobilization', forOne(asked)));
  }

  async facts(area: string): Promise<Fact[]> {
    return (await this.ask<{ facts: Fact[] }>('facts', ofArea(area, 'facts'))).facts;
  }

  addFact(area: string, fact: NewFact): Promise<Fact> {
    return this.send('POST', ofArea(area, 'facts'), fact);
  }

  async deleteFact(area: string, id: string): Promise<void> {
    await this.fetched(ofArea(area, `facts/${id}`), { method: 'DELETE' });
  }

  compare(asked: Question, from: string | null, to: string): Promise<Comparison> {
    return this.ask('compare', ofArea(asked.area, 'compare', { ...(from === null ? {} : { from }), to, ...options({ ...asked, scenario: null }) }));
  }

  async scenarios(area: string): Promise<Scenario[]> {
    return (await this.ask<{ scenarios: Scenario[] }>('scenarios', ofArea(area, 'scenarios'))).scenarios;
  }

  createScenario(area: string, about: About & { edits?: Edit[] }): Promise<Scenario> {
    return this.send('POST', ofArea(area, 'scenarios'), about);
  }

  describeScenario({ area, id }: Scenario, about: About): Promise<Scenario> {
    return this.send('PATCH', ofArea(area, `scenarios/${id}`), about);
  }

  copyScenario({ area, id }: Scenario): Promise<Scenario> {
    return this.send('POST', ofArea(area, `scenarios/${id}/copy`));
  }

  async deleteScenario({ area, id }: Scenario): Promise<void> {
    await this.fetched(ofArea(area, `scenarios/${id}`), { method: 'DELETE', keepalive: true });
  }

  addEdit({ area, id }: Scenario, edit: Edit): Promise<Scenario> {
    return this.send('POST', ofArea(area, `scenarios/${id}/edits`), edit);
  }

  undoEdit({ area, id }: Scenario): Promise<Scenario> {
    return this.send('DELETE', ofArea(area, `scenarios/${id}/edits/last`));
  }

  /** The lists of spaces, as long as the server gives them. */
  candidates(asked: SpaceQuestion): Promise<SpaceLists> {
    return this.ask('candidates', ofArea(asked.area, 'judged/lists', { ...ofSpaces(asked), count: String(MOST_LISTED) }));
  }

  /** A space that a site is moved to. */
  judged(asked: SpaceQuestion, space: number): Promise<JudgedSpace> {
    return this.ask('judged', ofArea(asked.area, `judged/${space}`, ofSpaces(asked)));
  }

  /** What edits do that nobody keeps. */
  tried({ area, ...asked }: Question, capacity: boolean, edits: Edit[]): Promise<Coverage> {
    return this.send('POST', ofArea(area, 'coverage'), { ...asked, capacity, edits });
  }

  site(area: string, body: Body): Promise<Job<SitingAnswer>> {
    return this.send('POST', ofArea(area, 'siting'), body);
  }

  evacuate(area: string, body: Body): Promise<Job<EvacuationAnswer>> {
    return this.send('POST', ofArea(area, 'evacuation'), body);
  }

  /** Who is where over time, of a job that has ended. */
  film(job: string, which: Film['which']): Promise<Film> {
    return this.ask(`film ${which}`, ofJob(job, `/frames?which=${which}`));
  }

  /** Asks once more, and keeps the answer under a name: by a job, where the search for it takes long. */
  keep(area: string, kind: string, name: string, body: Body): Promise<Pick<Job<unknown>, 'id'> & Partial<Job<unknown>>> {
    return this.send('POST', ofArea(area, 'results'), { ...body, kind, name });
  }

  /** Goes on when the page is left. */
  async cancelJob(id: string): Promise<void> {
    await this.fetched(ofJob(id), { method: 'DELETE', keepalive: true });
  }

  /**
   * Hears how far a job is, until it has ended.
   *
   * @param hear   of it, before it has ended
   * @param signal ends it: it then rejects with `AbortError`
   * @return the job as it ended
   */
  async hear<A>(id: string, hear: (job: Job<A>) => void, signal: AbortSignal): Promise<Job<A>> {
    signal.throwIfAborted();
    const source = new EventSource(ofJob(id, '/events'));
    let refused: ReturnType<typeof setTimeout> | undefined;
    const told = (event: MessageEvent<string>) => JSON.parse(event.data) as Job<A>;
    const end = new Promise<Job<A>>((done, fail) => {
      source.addEventListener('progress', (event) => hear(told(event)));
      source.addEventListener('end', (event) => done(told(event)));
      // The browser asks again by itself, unless it was refused; or the page is being left, and there is nobody to hear of it a moment later.
      source.addEventListener('error', () => {
        if (source.readyState === EventSource.CLOSED) {
          refused = setTimeout(() => fail(new Refused(null)), A_MOMENT_MILLIS);
        }
      });
      signal.addEventListener('abort', () => fail(signal.reason));
    });
    return end.finally(() => {
      source.close();
      clearTimeout(refused);
    });
  }

  async shelters(area: string): Promise<Shelter[]> {
    const found = await this.ask<{ features: Feature[] }>('shelters', ofArea(area, 'shelters'));
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

  async spaces(area: string): Promise<SpaceShape[]> {
    const { features } = await this.ask<{ features: { geometry: Geometry; properties: SpaceShape }[] }>('spaces', ofArea(area, 'spaces'));
    return features.map(({ geometry, properties }) => ({ ...properties, geometry, bounds: extent(geometry.coordinates) }));
  }

  /** Rejects with `AbortError` where a newer question took its place. */
  private async ask<T>(kind: string, url: string): Promise<T> {
    this.running.get(kind)?.abort();
    const controller = new AbortController();
    this.running.set(kind, controller);
    const answer = await this.fetched(url, { signal: controller.signal });
    return (await answer.json()) as T;
  }

  private async send<T>(method: string, url: string, body?: unknown): Promise<T> {
    const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const answer = await this.fetched(url, { method, ...content });
    return (await answer.json()) as T;
  }

  private async fetched(url: string, request: RequestInit): Promise<Response> {
    let answer: Response;
    try {
      answer = await fetch(url, { ...request, headers: { Accept: 'application/json, application/geo+json', ...request.headers } });
    } catch (failure) {
      throw cancelled(failure) ? failure : new Refused(null);
    }
    if (!answer.ok) {
      const problem = (await answer.json().catch(() => ({}))) as { detail?: string; field?: string };
      throw new Refused(problem.detail ?? null, answer.status, problem.field ?? null);
    }
    return answer;
  }
}

interface Feature {
  geometry: Shelter['geometry'];
  properties: Omit<Shelter, 'lon' | 'lat' | 'geometry'>;
}

export function cancelled(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError';
}
