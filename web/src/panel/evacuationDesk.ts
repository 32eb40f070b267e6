import { chosen, question } from '../chosen';
import { el, fill } from '../dom';
import type { Evacuation } from '../evacuation';
import type { Evacuating } from '../evacuating';
import { atLeast, duration, fastestWords, leftWords, safeWords } from '../evacuationWords';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { evacuationFields } from './evacuationForm';
import { folds } from './fold';
import { sentence } from './report';
import { seldom } from './siting';

/** What is asked of an evacuation, the search for a plan, and how far it is. */
export function evacuationDesk(store: Store<State>, words: () => Words, evacuating: Evacuating): HTMLElement {
  const form = el('div', { class: 'site-form' });
  const run = el('button', { type: 'button', id: 'evac-run', class: 'main', onclick: () => void evacuating.run() });
  const stop = el('button', { type: 'button', id: 'evac-cancel', onclick: () => void evacuating.cancel() });
  const near = el('progress', { id: 'evac-near', max: 1 });
  const line = el('p', { class: 'quiet', id: 'evac-progress' });
  const shown = el('div', { class: 'site-shown' }, near, line);
  const heard = el('p', { class: 'hidden', role: 'status' });
  const trouble = el('div', { class: 'evac-trouble' });
  const root = el('section', { class: 'evacuation' }, form, el('div', { class: 'row-buttons' }, run, stop), shown, trouble, heard);
  const say = seldom((words) => { heard.textContent = words; });
  const fold = folds();
  const drawForm = () => {
    const state = store.get();
    root.hidden = !chosen(state)?.hazards || !question(state);
    fill(form, ...evacuationFields(state, words(), evacuating, fold));
    run.textContent = words().text('evacRun');
    near.setAttribute('aria-label', words().text('evacNear'));
    // A field that is taken away while somebody writes in it still says what was written.
    if (store.get().evacuate !== state.evacuate) {
      drawForm();
    }
  };
  const drawProgress = () => {
    const { evacuation } = store.get();
    const { running, stopping, job, failure } = evacuation;
    stop.textContent = words().text(stopping ? 'evacStopping' : 'evacCancel');
    const left = document.activeElement === stop && !running;
    run.disabled = running;
    stop.hidden = !running || job === null;
    if (left || (running && document.activeElement === document.body && !stop.hidden)) {
      (left ? run : stop).focus({ preventScroll: true });
    }
    shown.hidden = !running;
    const { value = null, bound = null } = job?.progress ?? {};
    if (value === null || bound === null || value === 0) {
      near.removeAttribute('value');
    } else {
      near.value = Math.min(1, bound / value);
    }
    const said = running ? progressWords(evacuation, words()) : '';
    line.textContent = running && job?.progress ? `${said} (${words().text('evacSince', { seconds: words().decimal(job.progress.seconds) })})` : said;
    near.setAttribute('aria-valuetext', said);
    const why = failure && sentence(failure, words());
    fill(trouble, why);
    say(why ? why.textContent! : running ? said : endWords(evacuation, words()));
  };
  store.on(['evacuate', 'areas', 'area', 'profile', 'minutes', 'hazard', 'scenario', 'from', 'side', 'scenarios', 'pending', 'shelters', 'language'], drawForm);
  store.on(['coverage'], (now, before) => now.coverage?.area !== before.coverage?.area && drawForm());
  store.on(['evacuation', 'language'], drawProgress);
  drawForm();
  drawProgress();
  return root;
}

function progressWords({ job }: Evacuation, text: Words): string {
  if (job?.state === 'queued' && job.ahead > 0) {
    return text.text('evacWaiting', { count: text.count(job.ahead) });
  }
  const { value = null, bound = null } = job?.progress ?? {};
  if (value === null) {
    return bound === null ? text.text('evacStarting') : text.text('evacNoneYet', { bound: atLeast(bound, text) });
  }
  return bound === null ? text.text('evacSoFarNoBound', { value: duration(value, text) }) : text.text('evacSoFar', { value: duration(value, text), bound: atLeast(bound, text) });
}

/** How it ended, for those who hear the page. */
function endWords({ job, answer }: Evacuation, text: Words): string {
  if (answer === null) {
    return job?.state === 'cancelled' ? text.text('evacStopped') : '';
  }
  return [safeWords(answer, text), fastestWords(answer, text), leftWords(answer, text)].join(' ').trim();
}
