import { staysOf } from '../../chosen';
import { el } from '../../dom';
import type { Words } from '../../format';
import type { Searching } from '../../siting/searching';
import type { State, Store } from '../../state';
import { CANDIDATES, costsCount, EXISTING, FRONT_POINTS, GOALS, hasFront, listed, mustCover, USUAL_HAZARD, type Wanted } from '../../siting/wanted';
import { hazardWord } from '../conditions';
import { select, toggle } from '../controls';
import { figure } from '../figure';
import type { Fold } from '../fold';
import { candidateLists } from './siteLists';
import { sentenceCase } from '../space/spaceWords';
import { type Refusal, refusalOf, warning } from './refusal';

/** Fields of the server's that lie under "more". */
const MORE = ['apartMetres', 'backupPercent', 'k', 'stay', 'seconds', 'gapPercent', 'alternatives'];

/** What is wanted: the goal and its limit, the shelters there are, the candidates, and more conditions. */
export function siteForm(store: Store<State>, text: Words, searching: Searching, fold: Fold, draw: () => void): (HTMLElement | null)[] {
  const state = store.get();
  const { wanted } = state;
  const refusal = refusalOf(state);
  return [
    el('p', { class: 'quiet' }, text.text('sitingHint')),
    select('site-goal', text.text('siteGoal'), wanted.goal, GOALS.map((one) => [one, text.text(`goal.${one}`)]), (value) => searching.want({ goal: value as Wanted['goal'] })),
    ...limits(wanted, text, searching, refusal),
    ...existing(wanted, text, searching),
    candidatesField(state, text, searching),
    warning('candidates', refusal),
    ...candidateLists(store, text, searching, refusal, draw),
    hasFront(wanted, state.k)
      ? toggle('site-front', text.text('frontWanted'), wanted.front > 0, (on) => searching.want({ front: on ? FRONT_POINTS : 0 }))
      : null,
    warning('front', refusal),
    more(store, text, searching, refusal, fold),
  ];
}

function limits(wanted: Wanted, text: Words, searching: Searching, refusal: Refusal): (HTMLElement | null)[] {
  const { goal, limit, sites, budget, sharePercent, existing, cost } = wanted;
  const share = () => figure('site-share', text.text('siteShare'), sharePercent, { least: 0, most: 100, ...refusal('sharePercent') }, (value) => searching.want({ sharePercent: value ?? sharePercent }));
  const most = () =>
    limit === 'sites'
      ? figure('site-sites', text.text(existing === 'movable' ? 'siteSitesAll' : 'siteSites'), sites, { least: 1, whole: true, ...refusal('p') }, (value) => searching.want({ sites: value ?? sites }))
      : figure('site-budget', text.text('siteBudget'), budget, { least: 0, ...refusal('budget') }, (value) => searching.want({ budget: value ?? budget }));
  return [
    el(
      'div',
      { class: 'pair' },
      mustCover(goal) ? null : select('site-limit', text.text('siteLimit'), limit, (['sites', 'budget'] as const).map((one) => [one, text.text(`siteLimit.${one}`)]), (value) => searching.want({ limit: value as Wanted['limit'] })),
      mustCover(goal) ? share() : most(),
      costsCount(wanted) ? figure('site-cost', text.text('siteCostUsual'), cost, { least: 0, ...refusal('costs') }, (value) => searching.want({ cost: value ?? cost })) : null,
    ),
    costsCount(wanted) ? el('p', { class: 'quiet' }, text.text('siteBudgetHint', { cost: text.precise(cost) })) : null,
  ];
}

function existing({ existing }: Wanted, text: Words, searching: Searching): HTMLElement[] {
  return [
    select('site-existing', text.text('siteExisting'), existing, EXISTING.map((one) => [one, text.text(`existing.${one}`)]), (value) => searching.want({ existing: value as Wanted['existing'] })),
    el('p', { class: 'quiet' }, text.text(`existingWhy.${existing}`)),
  ];
}

function candidatesField(state: State, text: Words, searching: Searching): HTMLElement {
  const { wanted, hazard, judge } = state;
  const named = (one: Wanted['candidates']): [string, string] => [one, text.text(`candidates.${one}`, {
    hazard: hazardWord(hazard ?? (listed(one) ? judge : USUAL_HAZARD), state, text),
    count: text.count(one === 'picked' ? wanted.picked.length : wanted.places.length),
  })];
  const [all, lists, own] = [CANDIDATES.slice(0, 2), CANDIDATES.slice(2, 4), CANDIDATES.slice(4)].map((group) => group.map(named));
  return select('site-candidates', text.text('siteCandidates'), wanted.candidates, all!, (value) => searching.want({ candidates: value as Wanted['candidates'] }), [
    [text.text('candidatesOfLists'), lists!],
    [text.text('candidatesOfMine'), own!],
  ]);
}

/** What most people leave as it is. How many are set is said, so that one that is folded away is not forgotten. */
function more(store: Store<State>, text: Words, searching: Searching, refusal: Refusal, fold: Fold): HTMLElement {
  const { wanted, k, stay, figures } = store.get();
  const { goal, apartMetres, backupPercent, seconds, gapPercent, alternatives } = wanted;
  const field = (name: 'apartMetres' | 'backupPercent' | 'seconds' | 'gapPercent', value: number | null, limits: { least: number; most: number }) =>
    figure(`site-${name}`, text.text(`more.${name}`), value, { ...limits, hint: text.text(`moreWhy.${name}`), ...refusal(name) }, (given) => searching.want({ [name]: given }));
  const stays = staysOf(figures);
  const set = [apartMetres, goal === 'cover' ? backupPercent : null, seconds, gapPercent, stay, goal === 'cover' && k > 1 ? k : null, alternatives || null].filter((one) => one !== null).length;
  const list = fold(
    'site-more',
    [text.text('siteMore'), set > 0 ? el('span', { class: 'badge' }, text.count(set)) : null],
    field('apartMetres', apartMetres, { least: 0, most: 100_000 }),
    ...(goal === 'cover'
      ? [
          described('site-k', select('site-k', text.text('k'), String(k), ['1', '2', '3'].map((count) => [count, count]), (value) => store.update({ k: Number(value), ...(value === '1' ? {} : { capacity: false }) })), text.text('moreWhy.k'), warning('k', refusal)),
          field('backupPercent', backupPercent, { least: 0, most: 50 }),
        ]
      : []),
    described('site-stay', select('site-stay', text.text('judgeStay'), stay ?? stays[0] ?? '', stays.map((one) => [one, sentenceCase(text.word('stay', one))]), (value) => store.update({ stay: value === stays[0] ? null : value })), text.text('moreWhy.stay'), warning('stay', refusal)),
    field('gapPercent', gapPercent, { least: 0, most: 99 }),
    field('seconds', seconds, { least: 0, most: 3600 }),
    figure('site-alternatives', text.text('more.alternatives'), alternatives, { least: 0, most: 100, whole: true, hint: text.text('moreWhy.alternatives'), ...refusal('alternatives') }, (value) => searching.want({ alternatives: value ?? 0 })),
  );
  if (MORE.some((name) => refusal(name).refused !== null)) {
    list.open = true;
  }
  return list;
}

function described(id: string, field: HTMLElement, why: string, trouble: HTMLElement | null): HTMLElement {
  field.querySelector('select')!.setAttribute('aria-describedby', `${id}-hint`);
  return el('div', {}, field, trouble, el('p', { class: 'quiet', id: `${id}-hint` }, why));
}
