import { afterAll, expect, test, vi } from 'vitest';
import { Following } from '../src/following';
import { type Job, NO_SEARCH, type Search } from '../src/jobs';
import { Refused, type Server } from '../src/server';

vi.stubGlobal('addEventListener', () => {});
afterAll(() => vi.unstubAllGlobals());

const job = (change: Partial<Job<string>> = {}): Job<string> => ({ id: '1', state: 'running', ahead: 0, progress: null, result: null, problem: null, ...change });

/** A search, a server that ends its job when it is told, and what has become of them. */
function begun() {
  let search: Search<string> = NO_SEARCH;
  const cancelled: string[] = [];
  const server = { hears: (_: Job<string>) => {}, ends: (_: Job<string>) => {}, fails: (_: unknown) => {} };
  const heard = (_: string, hear: typeof server.hears, signal: AbortSignal) => new Promise<Job<string>>((done, fail) => {
    Object.assign(server, { hears: hear, ends: done, fails: fail });
    signal.addEventListener('abort', () => fail(signal.reason));
  });
  const cancelJob = async (id: string) => { cancelled.push(id); };
  const kept = { get: () => search, keep: (change: Partial<Search<string>>) => { search = { ...search, ...change }; } };
  const following = new Following<string>({ hear: heard, cancelJob } as unknown as Server, kept);
  return { following, server, cancelled, now: () => search };
}

/** Until all has been done that waits for nothing. */
const settled = () => new Promise((done) => setTimeout(done));

test('a search is followed to its answer, which the job no longer holds', async () => {
  const { following, server, now } = begun();
  const end = following.run(NO_SEARCH, async () => job({ state: 'queued', ahead: 2 }));
  await settled();
  expect(now()).toMatchObject({ running: true, job: { ahead: 2 } });
  const progress = { value: 3, bound: 4, gap: 0.25, seconds: 1 };
  server.hears(job({ progress }));
  expect(now().job!.progress).toEqual(progress);
  server.ends(job({ state: 'done', result: 'found' }));
  expect((await end)!.result).toBe('found');
  expect(now()).toMatchObject({ running: false, answer: 'found', failure: null, job: { state: 'done', result: null } });
});

test('what the server refuses is said of its field, and goes when something else is asked', async () => {
  const { following, server, now } = begun();
  expect(await following.run(NO_SEARCH, () => Promise.reject(new Refused('p is 0', 400, 'p')))).toBeNull();
  expect([now().running, now().failure]).toEqual([false, { sentence: 'p is 0', field: 'p' }]);
  following.forgive();
  expect(now().failure).toBeNull();
  void following.run(NO_SEARCH, async () => job());
  await settled();
  server.ends(job({ state: 'failed', problem: { sentence: 'p is 9', field: 'p' } }));
  await settled();
  expect(now().failure).toEqual({ sentence: 'p is 9', field: 'p' });
});

test('where nobody answers any longer the search has ended, and that stays said', async () => {
  const { following, server, now } = begun();
  void following.run(NO_SEARCH, async () => job());
  await settled();
  server.fails(new Refused(null));
  await settled();
  following.forgive();
  expect(now()).toMatchObject({ running: false, job: null, failure: { sentence: null, field: null } });
});

test('a search that is stopped goes on until its answer is there', async () => {
  const { following, server, cancelled, now } = begun();
  void following.run(NO_SEARCH, async () => job());
  await settled();
  await following.cancel();
  expect([cancelled, now().stopping, now().running]).toEqual([['1'], true, true]);
  server.ends(job({ state: 'cancelled', result: 'best so far' }));
  await settled();
  expect(now()).toMatchObject({ running: false, answer: 'best so far' });
});

test('what comes of a search that is left is dropped, and its job ended even if it begins only then', async () => {
  const { following, server, cancelled, now } = begun();
  const first = following.run(NO_SEARCH, async () => job());
  await settled();
  following.leave();
  server.ends(job({ state: 'done', result: 'old' }));
  expect([await first, now().answer, cancelled]).toEqual([null, null, ['1']]);
  let begin = (_: Job<string>) => {};
  const second = following.run(NO_SEARCH, () => new Promise((done) => { begin = done; }));
  following.leave();
  begin(job({ id: '2' }));
  expect([await second, now().answer, cancelled]).toEqual([null, null, ['1', '2']]);
});
