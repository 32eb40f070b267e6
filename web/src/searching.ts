import { chosen, hazardsShown, type Question, question, sheltersShown, spaceQuestion } from './chosen';
import { Refused, type Server } from './server';
import { type Asked, type Job, NO_SITING, type Siting } from './siting';
import type { State, Store } from './state';
import { type Body, bodyOf, costsCount, type DrawnPlace, kindsOf, listed, ofList, pick, settle, type SettledAs, USUALLY_WANTED, type Wanted } from './wanted';

const FIELDS = ['p', 'budget', 'sharePercent', 'candidates', 'open', 'closed', 'places', 'costs', 'existing', 'apartMetres', 'backupPercent', 'seconds', 'gapPercent', 'alternatives', 'front'];

/** Has the server look for sites, hears how far it is, and ends it early. One search at a time. */
export class Searching {
  /** Ends hearing of the job that runs. */
  private leave = () => {};
  /** Counts the searches: what comes of an older one is dropped. */
  private search = 0;

  constructor(private readonly store: Store<State>, private readonly server: Server) {
    store.on(['area'], (_, before) => {
      void this.cancel();
      this.drop();
      store.update({ siting: NO_SITING, ...(before.area === null ? {} : { wanted: USUALLY_WANTED }) });
    });
    // A refusal is of what was asked.
    store.on(['wanted', 'k', 'stay'], ({ siting }) => siting.failure?.field && this.keep({ failure: null }));
    // The server goes on for nobody otherwise.
    addEventListener('pagehide', () => void this.cancel());
  }

  want(change: Partial<Wanted>): void {
    this.store.update({ wanted: { ...this.store.get().wanted, ...change } });
  }

  settle(space: number, as: SettledAs): void {
    this.want(settle(this.store.get().wanted, space, as));
  }

  /** Whoever picks a space wants those picked for candidates. */
  pick(space: number): void {
    this.want({ ...pick(this.store.get().wanted, space), candidates: 'picked' });
  }

  /** Puts the place that is being drawn on the map; the next has no name yet. */
  draw([lon, lat]: [lon: number, lat: number]): void {
    const { draft, wanted } = this.store.get();
    this.store.update({ draft: { ...draft, name: '' }, wanted: { ...wanted, places: [...wanted.places, { lon, lat, name: draft.name.trim(), capacity: draft.capacity, cost: draft.cost }] } });
  }

  /** @param change null takes it away */
  place(index: number, change: Partial<DrawnPlace> | null): void {
    const { places } = this.store.get().wanted;
    this.want({ places: places.flatMap((one, other) => (other !== index ? [one] : change === null ? [] : [{ ...one, ...change }])) });
  }

  async run(): Promise<void> {
    const state = this.store.get();
    const asked = question(state);
    if (!asked || state.siting.running) {
      return;
    }
    this.drop();
    const search = this.search;
    const { wanted } = state;
    const about = askedNow(state, asked);
    this.keep({ ...NO_SITING, running: true, asked: about });
    try {
      const list = listed(wanted.candidates) ? await this.server.candidates(spaceQuestion(state)!) : null;
      const numbers = list && listed(wanted.candidates) ? ofList(list, wanted.candidates) : [];
      if (list && search === this.search) {
        this.keep({ asked: { ...about, listed: { sent: numbers.length, count: wanted.candidates === 'passing' ? list.passingCount : list.oneFixCount } } });
      }
      const job = await this.server.site(asked.area, known(bodyOf(asked, state.stay, wanted, numbers, chosen(state)!.counts.space ?? 0)));
      if (search === this.search) {
        this.hear(job);
      } else {
        await this.server.cancelJob(job.id);
      }
    } catch (problem) {
      if (search === this.search) {
        const { sentence, field } = problem instanceof Refused ? problem : new Refused(null);
        this.keep({ running: false, failure: { sentence, field } });
      }
    }
  }

  /** The answer is then the best that was found. */
  async cancel(): Promise<void> {
    const { job, running } = this.store.get().siting;
    if (running && job) {
      this.keep({ stopping: true });
      await this.server.cancelJob(job.id).catch(() => {});
    }
  }

  private hear(job: Job): void {
    this.keep({ job });
    this.leave = this.server.watchJob(job.id, (now) => {
      if (now === null) {
        this.keep({ running: false, job: null, failure: { sentence: null, field: null } });
      } else if (now.state === 'queued' || now.state === 'running') {
        this.keep({ job: now });
      } else {
        this.keep({ running: false, job: { ...now, result: null }, answer: now.result, failure: now.problem && { ...now.problem, field: fieldOf(now.problem.sentence) } });
      }
    });
  }

  private drop(): void {
    this.leave();
    this.leave = () => {};
    this.search++;
  }

  private keep(change: Partial<Siting>): void {
    this.store.update({ siting: { ...this.store.get().siting, ...change } });
  }
}

/** What a sentence of the server's is about: it begins with the name of the field. */
function fieldOf(sentence: string): string | null {
  const first = sentence.split(' ')[0]!;
  return FIELDS.includes(first) ? first : sentence.startsWith('There are no candidates') ? 'candidates' : null;
}

function askedNow(state: State, asked: Question): Asked {
  const hazards = hazardsShown(state);
  return {
    key: askedKey(state)!, question: asked, stay: state.stay, wanted: state.wanted, hazards, kinds: kindsOf(hazards, chosen(state)?.hazards ?? []),
    shelters: sheltersShown(state).filter(({ change }) => change !== 'closed'), listed: null,
  };
}

/** What is not chosen is left out. */
const known = (body: Body): Body => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));

/** The same for the same search, in whichever scenario; null until it is known what to ask. */
export function askedKey(state: State): string | null {
  const asked = question(state);
  const { stay, judge, wanted } = state;
  const body = asked && bodyOf({ ...asked, scenario: null }, stay, wanted);
  return body && JSON.stringify([body, wanted.candidates, listed(wanted.candidates) ? judge : null, costsCount(wanted) ? wanted.cost : null]);
}
