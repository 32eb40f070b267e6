import { chosen, question } from '../chosen';
import { el, fill } from '../dom';
import type { Words } from '../format';
import type { Searching } from '../searching';
import { boundWords, gapWords, valueWords } from '../siteCard';
import { closeness } from '../siting';
import type { State, Store } from '../state';
import type { Wanted } from '../wanted';
import { sentence } from './report';
import { siteForm } from './siteForm';

/** Whoever hears the page hears of a search as often at most. */
const HEARD_MILLIS = 1000;

/** What is wanted of the next shelters, the search, and how far it is. */
export function sitingDesk(store: Store<State>, words: () => Words, searching: Searching): HTMLElement {
  const form = el('div', { class: 'site-form' });
  const run = el('button', { type: 'button', id: 'site-run', class: 'main', onclick: () => void searching.run() });
  const stop = el('button', { type: 'button', id: 'site-cancel', onclick: () => void searching.cancel() });
  const near = el('progress', { id: 'site-near', max: 1 });
  const line = el('p', { class: 'quiet', id: 'site-progress' });
  const shown = el('div', { class: 'site-shown' }, near, line);
  const heard = el('p', { class: 'hidden', role: 'status' });
  const trouble = el('div', { class: 'site-trouble' });
  const root = el('section', { class: 'siting' }, form, el('div', { class: 'row-buttons' }, run, stop), shown, trouble, heard);
  const say = seldom((words) => { heard.textContent = words; });
  const drawForm = () => {
    const state = store.get();
    root.hidden = !chosen(state)?.hazards || !question(state);
    fill(form, ...siteForm(store, words(), searching, drawForm));
    run.textContent = words().text('siteRun');
    near.setAttribute('aria-label', words().text('siteNear'));
    // A field that is taken away while somebody writes in it still says what was written.
    if (store.get().wanted !== state.wanted) {
      drawForm();
    }
  };
  const drawProgress = () => {
    const { wanted, siting: { running, stopping, job, failure } } = store.get();
    stop.textContent = words().text(stopping ? 'siteStopping' : 'siteCancel');
    const left = document.activeElement === stop && !running;
    run.disabled = running;
    stop.hidden = !running || job === null;
    if (left || (running && document.activeElement === document.body && !stop.hidden)) {
      (left ? run : stop).focus({ preventScroll: true });
    }
    shown.hidden = !running;
    const closed = closeness(wanted.goal, job?.progress?.value ?? null, job?.progress?.bound ?? null);
    if (closed === null) {
      near.removeAttribute('value');
    } else {
      near.value = closed;
    }
    const said = running ? progressWords(store.get(), words()) : '';
    line.textContent = running && job?.progress ? `${said} (${words().text('siteSeconds', { seconds: words().decimal(job.progress.seconds) })})` : said;
    near.setAttribute('aria-valuetext', said);
    const why = failure && sentence(failure, words());
    fill(trouble, why);
    say(why ? why.textContent! : running ? said : endWords(store.get(), words()));
  };
  store.on(['siting', 'wanted', 'tool', 'language'], (now, before) => {
    const same = now.siting.failure === before.siting.failure && (now.siting.answer === before.siting.answer || now.siting.answer === null);
    if (!same || !sameForm(now.wanted, before.wanted) || now.language !== before.language || (now.tool?.kind === 'place') !== (before.tool?.kind === 'place')) {
      drawForm();
    }
    if (now.siting !== before.siting || now.language !== before.language) {
      drawProgress();
    }
  });
  store.on(['areas', 'area', 'profile', 'minutes', 'hazard', 'judge', 'k', 'stay', 'figures', 'spaces'], drawForm);
  // Whoever has drawn goes on where drawing began.
  store.on(['tool'], (now, before) => {
    if (before.tool?.kind === 'place' && now.tool === null) {
      queueMicrotask(() => document.activeElement === document.body && form.querySelector<HTMLElement>('#site-draw')?.focus({ preventScroll: true }));
    }
  });
  drawForm();
  drawProgress();
  return root;
}

/** Whether a form would be drawn alike: a field that says what a drawn place is called, holds or costs says so already. */
function sameForm(now: Wanted, before: Wanted): boolean {
  const shape = ({ places, ...rest }: Wanted) => JSON.stringify([rest, places.map(({ lon, lat }) => [lon, lat])]);
  return now === before || shape(now) === shape(before);
}

function progressWords({ wanted, siting: { job } }: State, text: Words): string {
  if (job?.state === 'queued' && job.ahead > 0) {
    return text.text('siteWaiting', { count: text.count(job.ahead) });
  }
  const { value = null, bound = null, gap = null } = job?.progress ?? {};
  if (value === null && bound === null) {
    return text.text('siteStarting');
  }
  const most = boundWords(wanted, bound, gap, text);
  if (gap === 0 && (wanted.alternatives > 0 || wanted.front > 0 || (wanted.goal === 'cover' && wanted.limit === 'sites'))) {
    return `${text.text('siteHas', { value: valueWords(wanted, value ?? 0, text) })} ${text.text('siteLooking')}`;
  }
  return value === null
    ? text.text('siteNoneYet', { bound: most })
    : text.text('siteSoFar', { value: valueWords(wanted, value, text), bound: most, gap: bound === null ? '' : gapWords(gap, text) });
}

/** How it ended, for those who hear the page. */
function endWords({ siting: { asked, job, answer } }: State, text: Words): string {
  if (answer === null || asked === null) {
    return job?.state === 'cancelled' ? text.text('siteStopped') : '';
  }
  return answer.value === null
    ? text.text('siteInfeasible')
    : [text.text('siteHas', { value: valueWords(asked.wanted, answer.value, text) }), boundWords(asked.wanted, answer.bound, answer.gap, text), gapWords(answer.gap, text)].join(' ');
}

/** Says the newest of what comes, and not too often. */
export function seldom(say: (words: string) => void): (words: string) => void {
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
