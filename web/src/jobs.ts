// Long work of the server's under its own names, and a search that is done by it.

export interface Progress {
  value: number | null;
  bound: number | null;
  gap: number | null;
  /** Since it began. */
  seconds: number;
}

export interface Job<A> {
  id: string;
  state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Others in the queue before it. */
  ahead: number;
  progress: Progress | null;
  result: A | null;
  /** The field is of the question that the mistake is in; null for a fault of the server's. */
  problem: { sentence: string; field: string | null } | null;
}

/** A search, as far as it is. */
export interface Search<A> {
  /** From the press of the button until the answer is there. */
  running: boolean;
  /** It was asked to end, and has not yet. */
  stopping: boolean;
  job: Job<A> | null;
  answer: A | null;
  /** The field is the server's name of what it refuses. */
  failure: { sentence: string | null; field: string | null } | null;
}

export const NO_SEARCH = { running: false, stopping: false, job: null, answer: null, failure: null };
