import { hazardsShown, type Question, question, spaceQuestion } from './chosen';
import { type Body, type Job, NO_SITING, type Settled, settle, type Siting, type Wanted } from './siting';
import { Refused, type Server } from './server';
import type { State, Store } from './state';

/** Entries of those not chosen. */
const NOT_CHOSEN = 10;

/** Has the server look for sites, hears how far it is, and ends it early. One search at a time. */
export class Searching {
  /** Ends hearing of the job that runs. */
  private leave = () => {};
  /** Counts the searches: what comes of an older one is dropped. */
  private search = 0;

  constructor(private readonly store: Store<State>, private readonly server: Server) {
    store.on(['area'], () => {
      void this.cancel();
      this.drop();
      store.update({ siting: NO_SITING });
    });
    // The server goes on for nobody otherwise.
    addEventListener('pagehide', () => void this.cancel());
  }

  want(change: Partial<Wanted>): void {
    this.keep({ wanted: { ...this.store.get().siting.wanted, ...change } });
  }

  settle(one: Settled, as: 'open' | 'closed' | 'free'): void {
    this.keep({ wanted: settle(this.store.get().siting.wanted, one, as) });
  }

  async run(): Promise<void> {
    const state = this.store.get();
    const asked = question(state);
    if (!asked || state.siting.running) {
      return;
    }
    this.drop();
    const search = this.search;
    const { wanted } = state.siting;
    this.keep({ running: true, stopping: false, asked: askedKey(state), hazards: hazardsShown(state), job: null, answer: null, failure: null });
    try {
      const passing = wanted.candidates === 'passing' ? await this.server.passing(spaceQuestion(state)!) : [];
      const job = await this.server.site(asked.area, known(bodyOf(asked, state.stay, wanted, passing)));
      if (search === this.search) {
        this.hear(job);
      } else {
        await this.server.cancelJob(job.id);
      }
    } catch (problem) {
      if (search === this.search) {
        this.keep({ running: false, failure: { sentence: problem instanceof Refused ? problem.sentence : null } });
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
        this.keep({ running: false, job: null, failure: { sentence: null } });
      } else if (now.state === 'queued' || now.state === 'running') {
        this.keep({ job: now });
      } else {
        this.keep({ running: false, job: { ...now, result: null }, answer: now.result, failure: now.problem });
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

/**
 * The question as it is sent. What does not fit a goal is left out of it.
 *
 * @param passing numbers of the spaces that would pass every test; they count only where they are the candidates
 */
export function bodyOf({ area: _, k, profile, minutes, hazard, night, rules, scenario }: Question, stay: string | null, wanted: Wanted, passing: number[] = []): Body {
  const { goal, limit, sites, budget, sharePercent, candidates, open, closed, costs } = wanted;
  const most = limit === 'budget' ? { budget, costs } : goal === 'fewest' ? {} : { p: sites };
  return {
    profile, minutes, hazard, night, rules, scenario, stay, goal,
    ...(goal === 'cover' ? { k } : {}),
    ...most,
    ...(goal === 'fewest' ? { sharePercent } : {}),
    candidates: candidates === 'passing' ? passing : candidates,
    open: open.map(({ space }) => space),
    closed: closed.map(({ space }) => space),
    count: NOT_CHOSEN,
    curve: goal === 'cover' && limit === 'sites',
  };
}

/** What is not chosen is left out. */
const known = (body: Body): Body => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));

/** The same for the same search, in whichever scenario; null until it is known what to ask. */
export function askedKey(state: State): string | null {
  const asked = question(state);
  const { stay, judge, siting } = state;
  return asked && JSON.stringify([bodyOf({ ...asked, scenario: null }, stay, siting.wanted), siting.wanted.candidates === 'passing' ? judge : null]);
}
