import { chosen, question } from '../chosen';
import { el, fill } from '../dom';
import type { Words } from '../format';
import type { Searching } from '../searching';
import { boundWords, gapWords, valueWords } from '../siteCard';
import { CANDIDATES, closeness, GOALS, type Goal, type Settled, type Siting, type Wanted } from '../siting';
import type { State, Store } from '../state';
import { hazardWord } from './conditions';
import { select } from './controls';
import { sentence } from './report';

const MOST_SITES = 1000;
/** Whoever hears the page hears of a search as often at most. */
const HEARD_MILLIS = 1000;
/** What the rules judge candidates for where no hazard is on. */
export const USUAL_HAZARD = 'earthquake';

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
    fill(form, ...fields(state, words(), searching));
    run.textContent = words().text('siteRun');
    near.setAttribute('aria-label', words().text('siteNear'));
    // A field that is taken away while somebody writes in it still says what was written.
    if (store.get().siting.wanted !== state.siting.wanted) {
      drawForm();
    }
  };
  const drawProgress = () => {
    const { running, stopping, job, failure, wanted } = store.get().siting;
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
    const said = running ? progressWords(store.get().siting, words()) : '';
    line.textContent = running && job?.progress ? `${said} (${words().text('siteSeconds', { seconds: words().decimal(job.progress.seconds) })})` : said;
    near.setAttribute('aria-valuetext', said);
    const why = failure && sentence(failure, words());
    fill(trouble, why);
    say(why ? why.textContent! : running ? said : endWords(store.get().siting, words()));
  };
  store.on(['siting', 'language'], (now, before) => {
    if (now.siting.wanted !== before.siting.wanted || now.language !== before.language) {
      drawForm();
    }
    if (now.siting !== before.siting || now.language !== before.language) {
      drawProgress();
    }
  });
  store.on(['areas', 'area', 'profile', 'minutes', 'hazard', 'judge'], drawForm);
  drawForm();
  drawProgress();
  return root;
}

function fields(state: State, text: Words, searching: Searching): (HTMLElement | null)[] {
  const { wanted } = state.siting;
  const { goal, limit, sites, budget, sharePercent, candidates, open, closed } = wanted;
  const want = (change: Partial<Wanted>) => searching.want(change);
  const judged = { spaces: '', suitable: state.hazard ?? USUAL_HAZARD, passing: state.hazard ?? state.judge };
  const fewest = goal === 'fewest';
  return [
    el('p', { class: 'quiet' }, text.text('sitingHint')),
    select('site-goal', text.text('siteGoal'), goal, GOALS.map((one) => [one, text.text(`goal.${one}`)]), (value) => want({ goal: value as Goal, ...(value === 'fewest' ? { limit: 'sites' } : {}) })),
    el(
      'div',
      { class: 'pair' },
      fewest ? null : select('site-limit', text.text('siteLimit'), limit, (['sites', 'budget'] as const).map((one) => [one, text.text(`siteLimit.${one}`)]), (value) => want({ limit: value as Wanted['limit'] })),
      fewest
        ? number('site-share', text.text('siteShare'), sharePercent, { min: 1, max: 100, step: 1 }, (value) => want({ sharePercent: value }))
        : limit === 'sites'
          ? number('site-sites', text.text('siteSites'), sites, { min: 1, max: MOST_SITES, step: 1 }, (value) => want({ sites: value }))
          : number('site-budget', text.text('siteBudget'), budget, { min: 0, max: 1e9, step: 'any' }, (value) => want({ budget: value })),
    ),
    limit === 'budget' ? el('p', { class: 'quiet' }, text.text('siteBudgetHint')) : null,
    select('site-candidates', text.text('siteCandidates'), candidates, CANDIDATES.map((one) => [one, text.text(`candidates.${one}`, { hazard: hazardWord(judged[one], state, text) })]), (value) => want({ candidates: value as Wanted['candidates'] })),
    settledList('open', open, text, searching),
    settledList('closed', closed, text, searching),
  ];
}

function settledList(as: 'open' | 'closed', list: Settled[], text: Words, searching: Searching): HTMLElement | null {
  if (list.length === 0) {
    return null;
  }
  const title = text.text(as === 'open' ? 'siteOpen' : 'siteClosed');
  const item = (one: Settled) =>
    el('li', {}, one.name, el('button', { type: 'button', class: 'plain', 'data-free': one.space, 'aria-label': text.text('siteFree', { name: one.name }), onclick: () => searching.settle(one, 'free') }, '✕'));
  return el('div', { class: `site-settled site-${as}` }, el('h3', {}, title), el('ul', { 'aria-label': title }, ...list.map(item)));
}

/** What is no number, or out of its limits, is put right as it is entered. */
function number(id: string, label: string, value: number, limits: { min: number; max: number; step: number | 'any' }, choose: (value: number) => void): HTMLElement {
  const field = el('input', {
    id, type: 'number', inputmode: limits.step === 1 ? 'numeric' : 'decimal', ...limits, value,
    onchange: () => {
      const asked = limits.step === 1 ? Math.round(Number(field.value)) : Number(field.value);
      const kept = field.value !== '' && Number.isFinite(asked) ? Math.min(limits.max, Math.max(limits.min, asked)) : value;
      field.value = String(kept);
      choose(kept);
    },
  });
  return el('label', { class: 'field' }, el('span', {}, label), field);
}

function progressWords({ wanted, job }: Siting, text: Words): string {
  if (job?.state === 'queued' && job.ahead > 0) {
    return text.text('siteWaiting', { count: text.count(job.ahead) });
  }
  const { value = null, bound = null, gap = null } = job?.progress ?? {};
  if (value === null && bound === null) {
    return text.text('siteStarting');
  }
  const most = boundWords(wanted.goal, bound, gap, text);
  return value === null
    ? text.text('siteNoneYet', { bound: most })
    : text.text('siteSoFar', { value: valueWords(wanted.goal, value, text), bound: most, gap: bound === null ? '' : gapWords(gap, text) });
}

/** How it ended, for those who hear the page. */
function endWords({ job, answer }: Siting, text: Words): string {
  if (answer === null) {
    return job?.state === 'cancelled' ? text.text('siteStopped') : '';
  }
  return answer.value === null
    ? text.text('siteInfeasible')
    : [text.text('siteHas', { value: valueWords(answer.objective, answer.value, text) }), boundWords(answer.objective, answer.bound, answer.gap, text), gapWords(answer.gap, text)].join(' ');
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
