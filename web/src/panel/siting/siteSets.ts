import { el } from '../../dom';
import type { Words } from '../../format';
import type { Searching } from '../../siting/searching';
import { siteName, trialWords, valueWords } from '../../siting/siteCard';
import { type Asked, type Effect, type Site, siteKey, type SiteSet, type Siting, type SitingAnswer, type Trial } from '../../siting/siting';
import type { State, Store } from '../../state';
import type { Trying } from '../../siting/trying';
import { ALTERNATIVES, ofWalks } from '../../siting/wanted';
import type { folds } from '../fold';
import { refused } from '../report';
import { siteFront } from './siteFront';

/** Sites that are named where sets differ. */
const NAMED = 3;

/** The best set and those that lose at most 1 %, and those of the front; one of them is shown. */
export function siteSets(store: Store<State>, text: Words, trying: Trying, searching: Searching, fold: ReturnType<typeof folds>): (HTMLElement | null)[] {
  const { siting } = store.get();
  const { answer, asked, trial } = siting;
  if (!answer || !asked || answer.value === null) {
    return [];
  }
  const { alternatives, alternativesComplete } = answer;
  const button = (index: number | null, ...lines: (HTMLElement | string)[]) =>
    el('li', {}, el('button', { type: 'button', 'data-set': index ?? 'best', 'aria-pressed': String(index === null ? trial === null : trial?.of?.list === 'alternatives' && trial.of.index === index), onclick: () => (index === null ? trying.back() : trying.choose('alternatives', index)) }, ...lines));
  const list = (sets: SiteSet[]) => [
    el('p', { class: 'quiet' }, text.text('siteSetsWhy')),
    el(
      'ol',
      { class: 'list' },
      button(null, el('strong', {}, text.text('siteSetBest', { value: valueWords(asked.wanted, answer.value!, text) }))),
      ...sets.map((set, index) => button(index, el('strong', {}, valueWords(asked.wanted, set.value, text)), ...otherwise(answer.chosen, set.chosen, text).map((line) => el('span', {}, line)))),
    ),
    el('p', { class: 'quiet' }, text.text(alternativesComplete ? 'siteSetsAll' : 'siteSetsMore')),
  ];
  const more = () => {
    searching.want({ alternatives: ALTERNATIVES });
    void searching.run();
  };
  const look = el('div', { class: 'row-buttons' }, el('button', { type: 'button', id: 'site-look', onclick: more }, text.text('siteLook')));
  return [
    alternatives === null ? look : alternatives.length === 0 ? el('p', { class: 'quiet', 'data-sets': 'none' }, text.text(alternativesComplete ? 'siteSetsNone' : 'siteSetsNoneFound')) : fold('sets', [text.text('siteSets', { count: text.count(alternatives.length) })], ...list(alternatives)),
    siteFront(siting, answer, trying, fold, text),
  ];
}

/** What a set that is not the best does, against the best and against now; null while the best is shown. */
export function trialNote({ siting }: Pick<State, 'siting'>, text: Words): HTMLElement | null {
  const { answer, asked, trial } = siting;
  return answer && asked && trial && el('div', { class: 'note site-trial', 'data-trial': trial.failure ? 'refused' : trial.effect ? 'known' : 'waiting', role: 'status' }, ...trialLines(siting, answer, asked, trial, text));
}

/** What one set has, and the best has not, in words. */
function otherwise(best: Site[], set: Site[], text: Words): string[] {
  const names = (of: Site[], without: Site[]) => of.filter((site) => without.every((other) => siteKey(other) !== siteKey(site))).map((site) => siteName(site, text));
  const [more, less] = [names(set, best), names(best, set)];
  return [
    ...(more.length && less.length ? [text.text('siteInstead', { more: several(more, text), less: several(less, text) })] : []),
    ...(more.length && !less.length ? [text.text('siteMoreThan', { more: several(more, text) })] : []),
    ...(less.length && !more.length ? [text.text('siteLessThan', { less: several(less, text) })] : []),
  ];
}

const several = (names: string[], text: Words) =>
  names.length <= NAMED + 1 ? text.list(names) : text.text('siteAndMore', { names: text.list(names.slice(0, NAMED)), count: text.count(names.length - NAMED) });

function trialLines({ best }: Siting, answer: SitingAnswer, { wanted }: Asked, trial: Trial, text: Words): (HTMLElement | string)[] {
  const { effect, failure, sites } = trial;
  const which = el('strong', {}, trial.of === null ? text.text('siteMoved') : text.text(trial.of.list === 'front' ? 'frontShown' : 'siteSetShown', { number: trial.of.index + 1 }));
  if (failure) {
    return [el('p', {}, ...refused(failure.sentence, text))];
  }
  const moved = trial.of?.list === 'alternatives' ? [] : otherwise(answer.chosen, sites, text);
  if (!effect) {
    return [which, ...moved.map((line) => el('p', {}, line)), el('p', {}, text.text('loading'))];
  }
  return [
    which,
    ...moved.map((line) => el('p', {}, line)),
    el('p', { 'data-trial-people': effect.people.covered }, trialWords(answer, effect, text)),
    ...(ofWalks(wanted.goal) && best ? [el('p', {}, text.text('siteTrialWalks', { ...walks(effect, '', text), ...walks(best, 'Best', text) }))] : []),
  ];
}

function walks({ walkSeconds: { median, percentile95 } }: Effect, suffix: '' | 'Best', text: Words): Record<string, string> {
  const minutes = (seconds: number | null) => (seconds === null ? '–' : text.precise(Math.round((100 * seconds) / 60) / 100));
  return { [`half${suffix}`]: minutes(median), [`late${suffix}`]: minutes(percentile95) };
}
