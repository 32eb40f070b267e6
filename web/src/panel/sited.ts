import { el, fill, foreign } from '../dom';
import type { Editing } from '../editing';
import type { Words } from '../format';
import { askedKey, type Searching } from '../searching';
import { boundWords, gapWords, siteActions, siteLines, siteName, valueWords } from '../siteCard';
import type { Site, SitingAnswer } from '../siting';
import type { State, Store } from '../state';
import { hazardWord } from './conditions';
import { folds } from './fold';
import { point } from './losses';
import { curve } from './siteCurve';
import { USUAL_HAZARD } from './siting';

/**
 * What a search has found: value and bound, the chosen sites, those that could take their place, why nothing can be chosen; and a scenario
 * made of it.
 *
 * @param tried what follows once it is open
 */
export function sited(store: Store<State>, words: () => Words, searching: Searching, editing: Editing, tried: () => void): HTMLElement {
  const root = el('section', { class: 'sited' });
  const fold = folds('curve');
  const draw = () => {
    const { answer, job, running } = store.get().siting;
    const text = words();
    if (answer) {
      fill(root, ...content(answer, text));
    } else {
      fill(root, job?.state === 'cancelled' && !running ? el('p', {}, text.text('siteStopped')) : null);
    }
  };
  const content = (answer: SitingAnswer, text: Words) => [
    askedKey(store.get()) === store.get().siting.asked ? null : el('p', { class: 'note', 'data-stale': '' }, text.text('siteStale')),
    ...head(answer, store.get(), text),
    answer.edits.length && store.get().keepsScenarios ? tryThese(answer, text) : null,
    ...sites(answer, text),
    answer.curve && answer.curve.length > 1 ? fold('curve', [text.text('siteCurve')], ...curve(answer.curve, text)) : null,
    fold('assumptions', [text.text('assumptions')], sentences(answer.assumptions, text)),
  ];
  const tryThese = (answer: SitingAnswer, text: Words) => {
    const title = text.text('siteTitle', { goal: text.text(`goal.${answer.objective}`), count: text.count(answer.chosen.length) });
    const act = async () => {
      if (await editing.open(title, answer.edits, answer.scenario)) {
        // Whoever looked for room compares by room.
        store.update(answer.objective === 'room' ? { capacity: true, k: 1 } : {});
        tried();
      }
    };
    return el('div', { class: 'site-try' }, el('div', { class: 'row-buttons' }, el('button', { type: 'button', id: 'site-try', class: 'main', onclick: () => void act() }, text.text('siteTry'))), el('p', { class: 'quiet' }, text.text('siteTryWhy')));
  };
  const sites = ({ chosen, notChosen, unit }: SitingAnswer, text: Words) => {
    const item = (site: Site, where: string, number?: number) => {
      const name = siteName(site, text);
      return el(
        'li',
        {},
        el('button', { type: 'button', 'data-site': `${where}-${site.space}`, onclick: () => point(store, { ...site, bounds: null }, name) }, el('strong', {}, number === undefined ? name : text.text('siteMark', { number, name })), ...siteLines(site, unit, text).map((line) => el('span', {}, line))),
        siteActions(site, store.get().siting.wanted, where, searching, text),
      );
    };
    return [
      ...(chosen.length ? [el('h3', {}, text.text('siteChosen')), el('ol', { class: 'list' }, ...chosen.map((site, index) => item(site, 'chosen', index + 1)))] : []),
      ...(notChosen.length ? [el('h3', {}, text.text('siteNotChosen')), el('p', { class: 'quiet' }, text.text('siteNotChosenWhy')), el('ol', { class: 'list' }, ...notChosen.map((site) => item(site, 'other')))] : []),
    ];
  };
  store.on(['siting', 'language', 'area', 'areas', 'profile', 'minutes', 'k', 'hazard', 'night', 'rules', 'stay', 'judge', 'keepsScenarios'], (now, before) => {
    const same = now.siting.answer === before.siting.answer && now.siting.wanted === before.siting.wanted && now.siting.running === before.siting.running;
    if (!same || now.siting === before.siting) {
      draw();
    }
  });
  draw();
  return root;
}

function head(answer: SitingAnswer, state: State, text: Words): (HTMLElement | null)[] {
  const { objective, value, bound, gap, stopped, optimisticValue, minutes, profile, scenario, candidates, kept, people, before, reasons, leastChange } = answer;
  const early = { time: 'siteTime', cancelled: 'siteEnded', gap: null, optimal: null, infeasible: null } as const;
  const why = early[stopped];
  const { hazards } = state.siting;
  const judged = (hazards.length ? hazards : [USUAL_HAZARD]).map((name) => hazardWord(name, state, text));
  return [
    value === null
      ? el('p', { class: 'warning' }, text.text(stopped === 'infeasible' ? 'siteInfeasible' : 'siteStopped'))
      : el('p', { class: 'site-value', 'data-site-value': value }, valueWords(objective, value, text)),
    stopped === 'infeasible' ? null : el('p', { 'data-site-bound': bound }, boundWords(objective, bound, gap, text), ' ', value === null ? '' : gapWords(gap, text)),
    why && gap !== 0 ? el('p', {}, text.text(why)) : null,
    value === null ? null : el('p', {}, text.text(objective === 'room' ? 'siteBeforeRoom' : 'siteBefore', { before: text.count(before.covered), total: text.count(before.total), after: text.between(people.covered, people.covered + people.unknown) })),
    optimisticValue === null || optimisticValue === value ? null : el('p', {}, text.text('siteOptimistic', { value: valueWords(objective, optimisticValue, text) })),
    el('p', { class: 'quiet' }, text.text('siteAsked', { minutes: text.count(minutes), profile: text.word('pace', profile), scenario: scenario === null ? '' : text.text('siteInScenario'), candidates: text.count(candidates), kept: text.count(kept), hazards: text.list(judged) })),
    reasons.length ? sentences(reasons, text) : null,
    ...(leastChange.length ? [el('h3', {}, text.text('siteChange')), sentences(leastChange, text)] : []),
  ];
}

const sentences = (list: string[], text: Words) => el('ul', { class: 'quiet lines' }, ...list.map((one) => el('li', {}, foreign(one, text.language))));
