import { el, fill } from '../../dom';
import type { Editing } from '../../scenario/editing';
import type { Words } from '../../format';
import { askedKey, type Searching } from '../../siting/searching';
import { boundWords, gapWords, inParts, siteActions, siteLines, siteName, valueWords } from '../../siting/siteCard';
import { type Asked, newOnes, type Site, siteKey, type Siting, type SitingAnswer, sitesOf } from '../../siting/siting';
import type { State, Store } from '../../state';
import { editsOf, type Trying } from '../../siting/trying';
import { listed, USUAL_HAZARD } from '../../siting/wanted';
import { hazardWord } from '../conditions';
import { folds } from '../fold';
import { point } from '../losses';
import { statements } from '../report';
import { curve } from './siteCurve';
import { siteEffect } from './siteEffect';
import { siteExisting } from './siteExisting';
import { siteSets, trialNote } from './siteSets';

/**
 * What a search has found: value and bound, other sets as good, the chosen sites, those that could take their place, before and after, why
 * nothing can be chosen; and a scenario made of the set that is shown.
 *
 * @param tried what follows once it is open
 */
export function sited(store: Store<State>, words: () => Words, searching: Searching, trying: Trying, editing: Editing, tried: () => void): HTMLElement {
  const root = el('section', { class: 'sited' });
  const fold = folds('curve', 'sets', 'front');
  const draw = () => {
    const { siting } = store.get();
    const { answer, asked, job, running } = siting;
    const text = words();
    if (answer && asked) {
      fill(root, ...content(siting, answer, asked, text));
    } else {
      fill(root, job?.state === 'cancelled' && !running ? el('p', {}, text.text('siteStopped')) : null);
    }
  };
  const content = (siting: Siting, answer: SitingAnswer, asked: Asked, text: Words) => [
    askedKey(store.get()) === asked.key ? null : el('p', { class: 'note', 'data-stale': '' }, text.text('siteStale')),
    ...head(answer, asked, store.get(), text),
    ...siteSets(store, text, trying, searching, fold),
    el('div', { class: siting.trial ? 'site-trying' : null }, trialNote(store.get(), text), answer.edits.length && store.get().keepsScenarios ? take(siting, answer, asked, text) : null),
    ...sites(siting, answer, text),
    ...(answer.value === null ? [] : siteExisting(store, text)),
    answer.value === null ? null : siteEffect(siting, answer, fold, text),
    answer.curve && answer.curve.length > 1 ? fold('curve', [text.text('siteCurve')], ...curve(answer.curve, asked.wanted.existing, text)) : null,
    fold('assumptions', [text.text('assumptions')], statements(answer.assumptions, text)),
  ];
  const take = (siting: Siting, answer: SitingAnswer, asked: Asked, text: Words) => {
    const shown = sitesOf(siting);
    const title = text.text('siteTitle', { goal: text.text(`goal.${answer.objective}`), count: text.count(newOnes(shown).length) });
    const act = async () => {
      if (await editing.open(title, siting.trial ? editsOf(answer, asked, shown) : answer.edits, answer.scenario)) {
        // Whoever looked for room compares by room.
        store.update(answer.objective === 'room' ? { capacity: true, k: 1 } : {});
        tried();
      }
    };
    return el('div', { class: 'site-try' }, el('div', { class: 'row-buttons' }, el('button', { type: 'button', id: 'site-try', class: 'main', onclick: () => void act() }, text.text(siting.trial ? 'siteTake' : 'siteTry')), siting.trial && el('button', { type: 'button', id: 'site-back', onclick: () => trying.back() }, text.text('siteBack'))), siting.trial ? null : el('p', { class: 'quiet' }, text.text('siteTryWhy')));
  };
  const sites = (siting: Siting, { notChosen, unit }: SitingAnswer, text: Words) => {
    const item = (site: Site, where: string, number?: number) => {
      const name = siteName(site, text);
      return el(
        'li',
        {},
        el('button', { type: 'button', 'data-site': `${where}-${siteKey(site)}`, onclick: () => point(store, { ...site, bounds: null }, name) }, el('strong', {}, number === undefined ? name : text.text('siteMark', { number, name })), ...siteLines(site, unit, text).map((line) => el('span', {}, line))),
        siteActions(site, where, number !== undefined, { store, searching }, text),
      );
    };
    const chosen = newOnes(sitesOf(siting));
    return [
      ...(chosen.length ? [el('h3', {}, text.text('siteChosen')), el('ol', { class: 'list' }, ...chosen.map((site, index) => item(site, 'chosen', index + 1)))] : []),
      ...(notChosen.length && !siting.trial ? [el('h3', {}, text.text('siteNotChosen')), el('p', { class: 'quiet' }, text.text('siteNotChosenWhy')), el('ol', { class: 'list' }, ...notChosen.map((site) => item(site, 'other')))] : []),
    ];
  };
  store.on(['siting', 'wanted', 'language', 'area', 'areas', 'profile', 'minutes', 'k', 'hazard', 'night', 'rules', 'stay', 'judge', 'keepsScenarios', 'shelters'], (now, before) => {
    const same = now.siting.answer === before.siting.answer && now.siting.trial === before.siting.trial && now.siting.running === before.siting.running;
    if (!same || now.siting === before.siting) {
      draw();
    }
  });
  draw();
  return root;
}

function head(answer: SitingAnswer, { wanted, hazards, listed: list }: Asked, state: State, text: Words): (HTMLElement | null)[] {
  const { objective, value, bound, gap, stopped, optimisticValue, minutes, profile, scenario, candidates, people, before, reasons, leastChange } = answer;
  const early = { time: 'siteTime', cancelled: 'siteEnded', gap: null, optimal: null, infeasible: null } as const;
  const why = early[stopped];
  const judged = (hazards.length ? hazards : [USUAL_HAZARD]).map((name) => hazardWord(name, state, text));
  return [
    value === null
      ? el('p', { class: 'warning' }, text.text(stopped === 'infeasible' ? 'siteInfeasible' : 'siteStopped'))
      : el('p', { class: 'site-value', 'data-site-value': value }, valueWords(wanted, value, text)),
    stopped === 'infeasible' ? null : el('p', { 'data-site-bound': bound }, boundWords(wanted, bound, gap, text), ' ', value === null ? '' : gapWords(gap, text)),
    why && gap !== 0 ? el('p', {}, text.text(why)) : null,
    value === null ? null : el('p', {}, text.text(objective === 'room' ? 'siteBeforeRoom' : 'siteBefore', { before: text.count(before.covered), total: text.count(before.total), after: text.between(people.covered, people.covered + people.unknown) })),
    optimisticValue === null || optimisticValue === value ? null : el('p', {}, text.text('siteOptimistic', { value: valueWords(wanted, optimisticValue, text) })),
    el('p', { class: 'quiet' }, text.text('siteAsked', { minutes: text.count(minutes), profile: text.word('pace', profile), scenario: scenario === null ? '' : text.text('siteInScenario'), candidates: text.count(candidates), hazards: text.list(judged) })),
    inParts(wanted) ? el('p', { class: 'quiet' }, text.text('siteParts', { first: text.precise(100 - wanted.backupPercent!), second: text.precise(wanted.backupPercent!) })) : null,
    list && listed(wanted.candidates) && list.sent < list.count ? el('p', { class: 'warning' }, text.text('siteListCut', { sent: text.count(list.sent), count: text.count(list.count) })) : null,
    reasons.length ? statements(reasons, text) : null,
    ...(leastChange.length ? [el('h3', {}, text.text('siteChange')), statements(leastChange, text)] : []),
  ];
}
