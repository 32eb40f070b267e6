import { chosen, question } from '../chosen';
import { el, fill } from '../dom';
import type { Words } from '../format';
import type { Progress, Search } from '../jobs';
import type { State, Store } from '../state';
import { sentence } from './report';

/** Whoever hears the page hears of a search as often at most. */
const HEARD_MILLIS = 1000;

/** What a search has of its own, of all that is on a desk for one. */
export interface Desk {
  search: 'siting' | 'evacuation';
  /** What is asked beside the question of the page. */
  asks: 'wanted' | 'evacuate';
  /** Ids and words begin with it. */
  name: 'site' | 'evac';
  /** @param draw draws them again */
  fields(text: Words, draw: () => void): (HTMLElement | null)[];
  run(): Promise<void>;
  cancel(): Promise<void>;
  /** How near what is found is to what is possible, 0 to 1; null where that is not known. */
  near(progress: Progress): number | null;
  /** What is found so far, or known of it. */
  soFar(progress: Progress, text: Words): string;
  /** What is found. */
  found(text: Words): string;
}

/**
 * What is asked of a search, the button that begins it, how far it is, and its end before time.
 *
 * @return draw draws what is asked
 */
export function searchDesk(store: Store<State>, words: () => Words, desk: Desk): { root: HTMLElement; draw: () => void } {
  const { name } = desk;
  const form = el('div', { class: 'search-form' });
  const run = el('button', { type: 'button', id: `${name}-run`, class: 'main', onclick: () => void desk.run() });
  const stop = el('button', { type: 'button', id: `${name}-cancel`, onclick: () => void desk.cancel() });
  const near = el('progress', { id: `${name}-near`, max: 1 });
  const line = el('p', { class: 'quiet', id: `${name}-progress` });
  const shown = el('div', { class: 'search-shown' }, near, line);
  const heard = el('p', { class: 'hidden', role: 'status' });
  const trouble = el('div', { class: `${name}-trouble` });
  const root = el('section', { class: desk.search }, form, el('div', { class: 'row-buttons' }, run, stop), shown, trouble, heard);
  const say = seldom((words) => { heard.textContent = words; });
  const draw = () => {
    const state = store.get();
    root.hidden = !chosen(state)?.hazards || !question(state);
    fill(form, ...desk.fields(words(), draw));
    run.textContent = words().text(`${name}Run`);
    near.setAttribute('aria-label', words().text(`${name}Near`));
    // A field that is taken away while somebody writes in it still says what was written.
    if (store.get()[desk.asks] !== state[desk.asks]) {
      draw();
    }
  };
  const drawProgress = () => {
    const search = store.get()[desk.search];
    const { running, stopping, job, failure } = search;
    const text = words();
    stop.textContent = text.text(stopping ? 'searchStopping' : 'searchStop');
    const left = document.activeElement === stop && !running;
    run.disabled = running;
    stop.hidden = !running || job === null;
    if (left || (running && document.activeElement === document.body && !stop.hidden)) {
      (left ? run : stop).focus({ preventScroll: true });
    }
    shown.hidden = !running;
    const progress = job?.progress ?? null;
    const share = progress && desk.near(progress);
    if (share === null) {
      near.removeAttribute('value');
    } else {
      near.value = share;
    }
    const said = running ? progressWords(search, desk, text) : '';
    line.textContent = running && progress ? `${said} (${text.text('searchSeconds', { seconds: text.decimal(progress.seconds) })})` : said;
    near.setAttribute('aria-valuetext', said);
    const why = failure && sentence(failure, text);
    fill(trouble, why);
    say(why ? why.textContent! : running ? said : endWords(search, desk, text));
  };
  store.on([desk.search, 'language'], drawProgress);
  draw();
  drawProgress();
  return { root, draw };
}

function progressWords({ job }: Search<unknown>, { name, soFar }: Desk, text: Words): string {
  if (job?.state === 'queued' && job.ahead > 0) {
    return text.text('searchWaiting', { count: text.count(job.ahead) });
  }
  const progress = job?.progress;
  return progress && (progress.value !== null || progress.bound !== null) ? soFar(progress, text) : text.text(`${name}Starting`);
}

/** How it ended, for those who hear the page. */
function endWords({ job, answer }: Search<unknown>, { name, found }: Desk, text: Words): string {
  return answer !== null ? found(text) : job?.state === 'cancelled' ? text.text(`${name}Stopped`) : '';
}

/** Says the newest of what comes, and not too often. */
function seldom(say: (words: string) => void): (words: string) => void {
  let [said, last, next] = ['', -Infinity, ''];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (words) => {
    next = words;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (next !== said) {
        said = next;
        last = performance.now();
        say(next);
      }
    }, Math.max(0, last + HEARD_MILLIS - performance.now()));
  };
}
