import type { Job, Search } from './jobs';
import { Refused, type Server } from './server';

/** Where a search is kept. */
export interface Kept<A> {
  get(): Search<A>;
  keep(change: Partial<Search<A>>): void;
}

/** Has the server search, hears how far it is, and ends it early. One search at a time. */
export class Following<A> {
  /** Aborted when what comes of the search is no longer wanted. */
  private present = new AbortController();

  constructor(private readonly server: Server, private readonly search: Kept<A>) {
    // The server goes on for nobody otherwise.
    addEventListener('pagehide', () => void this.cancel());
  }

  /** Of the search that runs, or has ended: aborted when another takes its place. */
  get signal(): AbortSignal {
    return this.present.signal;
  }

  /**
   * Searches, and drops what is still to come of an older search.
   *
   * @param begun what is kept of the search as it begins
   * @param ask   has the server begin
   * @return the job with its answer; null where it was refused or dropped
   */
  async run(begun: Search<A>, ask: (signal: AbortSignal) => Promise<Job<A>>): Promise<Job<A> | null> {
    this.drop();
    const { signal } = this;
    this.search.keep({ ...begun, running: true });
    const end = await this.followed(ask, signal).catch((problem: unknown) => (problem instanceof Refused ? problem : new Refused(null)));
    if (signal.aborted) {
      return null;
    }
    if (end instanceof Refused) {
      this.search.keep({ running: false, job: null, failure: { sentence: end.sentence, field: end.field } });
      return null;
    }
    this.search.keep({ running: false, job: { ...end, result: null }, answer: end.result, failure: end.problem && { sentence: end.problem.sentence, field: end.problem.field } });
    return end;
  }

  /** The answer is then the best that was found. */
  async cancel(): Promise<void> {
    const { job, running } = this.search.get();
    if (running && job) {
      this.search.keep({ stopping: true });
      await this.server.cancelJob(job.id).catch(() => {});
    }
  }

  /** Ends it, and wants nothing of it any longer. */
  leave(): void {
    void this.cancel();
    this.drop();
  }

  /** A refusal is of what was asked: it goes when something else is. */
  forgive(): void {
    if (this.search.get().failure?.field) {
      this.search.keep({ failure: null });
    }
  }

  private async followed(ask: (signal: AbortSignal) => Promise<Job<A>>, signal: AbortSignal): Promise<Job<A>> {
    const job = await ask(signal);
    if (signal.aborted) {
      await this.server.cancelJob(job.id);
      return job;
    }
    this.search.keep({ job });
    return this.server.hear<A>(job.id, (now) => this.search.keep({ job: now }), signal);
  }

  private drop(): void {
    this.present.abort();
    this.present = new AbortController();
  }
}
