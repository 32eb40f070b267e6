import { el, fill } from '../../dom';
import { type EvacuationAnswer, type Fate, type Shows, type Walked } from '../../evacuation/evacuation';
import { type Evacuating, evacuationKey } from '../../evacuation/evacuating';
import { duration, ENDS, FATES, fastestWords, leftWords, onFoot, safeWords, unplannedWords } from '../../evacuation/evacuationWords';
import type { Words } from '../../format';
import type { State, Store } from '../../state';
import { arrivalCurves } from './arrivalCurves';
import { bottlenecks } from './bottlenecks';
import { hazardWord } from '../conditions';
import { evacuationMore } from './evacuationMore';
import { evacuationDistricts, evacuationGroups, evacuationShelters } from './evacuationTables';
import { evacuationKeep } from './evacuationKeep';
import { folds } from '../fold';
import { statements } from '../report';

/**
 * What an evacuation comes to: how soon the last is safe and that nobody could do it faster, what would happen without a plan, who finds no
 * place and why; then where it jams, who goes where, and what it hangs on.
 */
export function evacuated(store: Store<State>, words: () => Words, evacuating: Evacuating): HTMLElement {
  const root = el('section', { class: 'evacuated' });
  const fold = folds('arrivals', 'bottlenecks');
  const stale = el('div');
  const keep = evacuationKeep(store, words, evacuating);
  const draw = () => {
    const { answer, job, running } = store.get().evacuation;
    const text = words();
    if (answer) {
      fill(root, stale, ...content(answer, text));
    } else {
      fill(root, job?.state === 'cancelled' && !running ? el('p', {}, text.text('evacStopped')) : null);
    }
    age();
  };
  const age = () => {
    const { answer, asked } = store.get().evacuation;
    const old = answer !== null && evacuationKey(store.get()) !== asked;
    fill(stale, old ? el('p', { class: 'note', 'data-stale': '' }, words().text('evacStale')) : null);
  };
  const content = (answer: EvacuationAnswer, text: Words): (HTMLElement | null)[] => {
    const state = store.get();
    const job = state.evacuation.job?.id ?? null;
    return [
      ...head(answer, state, text),
      fates(answer.people, text),
      shows(state, text, evacuating),
      answer.reasons?.length ? statements(answer.reasons, text) : null,
      answer.unplanned ? fold('compare', [text.text('evacCompare')], sidesTable(answer, text), el('p', { class: 'quiet' }, text.text('evacCompareWhy'))) : null,
      answer.arrivals ? fold('arrivals', [text.text('arrivals')], ...arrivalCurves(answer.arrivals, text)) : null,
      answer.bottlenecks ? fold('bottlenecks', [text.text('bottlenecks')], ...bottlenecks(answer, store, evacuating, text, fold)) : null,
      fold('evac-shelters', [text.text('evacShelters')], ...evacuationShelters(answer, store, text)),
      fold('evac-districts', [text.text('evacDistricts')], ...evacuationDistricts(answer, job, text)),
      answer.groups?.length ? fold('evac-groups', [text.text('evacGroups')], evacuationGroups(answer.groups, text)) : null,
      ...evacuationMore(answer, store, evacuating, text, fold),
      keep,
      answer.assumptions?.length ? fold('assumptions', [text.text('assumptions')], statements(answer.assumptions, text)) : null,
    ];
  };
  store.on(['evacuation', 'language'], (now, before) => {
    const [is, was] = [now.evacuation, before.evacuation];
    const same = is.answer === was.answer && is.running === was.running && is.shows === was.shows && is.films === was.films && is.filmless === was.filmless;
    if (!same || now.language !== before.language) {
      draw();
    }
  });
  store.on(['evacuate', 'area', 'areas', 'profile', 'hazard', 'night', 'rules', 'scenario', 'from', 'side', 'scenarios', 'pending'], age);
  draw();
  return root;
}

/** The answer in three sentences. */
function head(answer: EvacuationAnswer, state: State, text: Words): (HTMLElement | null)[] {
  const { people, placed, placedBound, clearanceSeconds, lowerBoundSeconds, optimistic, unplanned, stopped, proven, profile, scenario, hazard } = answer;
  const left = onFoot(people) - people.placed;
  const early = !proven && (stopped === 'time' || stopped === 'cancelled') ? (stopped === 'time' ? 'evacTimeOver' : 'evacEnded') : null;
  const better = optimistic && (optimistic.placed !== placed || optimistic.clearanceSeconds !== clearanceSeconds);
  return [
    el('p', { class: 'site-value', 'data-evac-clearance': clearanceSeconds }, safeWords(answer, text)),
    el('p', { class: 'evac-bound', 'data-evac-bound': lowerBoundSeconds }, fastestWords(answer, text), placedBound > placed ? ` ${text.text('evacMostPlaced', { people: text.count(placedBound) })}` : ''),
    left > 0 ? el('p', { class: 'evac-left', 'data-evac-left': left }, leftWords(answer, text)) : null,
    unplanned ? el('p', { class: 'evac-unplanned', 'data-evac-unplanned': unplanned.clearanceSeconds }, `${unplannedWords(answer, text).join(text.language === 'zh' ? '；' : '; ')}${text.language === 'zh' ? '。' : '.'}`) : null,
    early ? el('p', {}, text.text(early)) : null,
    better ? el('p', { class: 'quiet' }, text.text('evacOptimistic', { clearance: duration(optimistic.clearanceSeconds, text), placed: text.count(optimistic.placed) })) : null,
    el(
      'p',
      { class: 'quiet' },
      text.text('evacAsked', {
        profile: text.word('pace', profile),
        scenario: scenario ? text.text('evacInScenario') : '',
        hazard: hazard ? text.text('evacInHazard', { hazard: hazardWord(hazard, state, text) }) : '',
      }),
    ),
  ];
}

/** Who finds a place, who does not and why; together everybody. */
function fates(people: Fate, text: Words): HTMLElement {
  const met = FATES.filter((fate) => (people[fate] ?? 0) > 0 || fate === 'placed');
  const row = (fate: (typeof FATES)[number]) =>
    el(
      'div',
      { class: `part fate-${fate}`, 'data-fate': fate, 'data-people': people[fate] ?? 0 },
      el('dt', {}, text.text(`fate.${fate}`)),
      el('dd', {}, text.count(people[fate] ?? 0), fate === 'placed' ? null : el('small', { class: 'quiet' }, ` ${text.text(`fateWhy.${fate}`)}`)),
    );
  return el(
    'div',
    {},
    el('div', { class: 'bar', 'aria-hidden': 'true' }, ...met.map((fate) => el('span', { class: `fate-bar-${fate}`, style: `flex-grow:${people[fate] ?? 0}` }))),
    el('dl', { class: 'fates', 'aria-label': text.text('fates') }, ...met.map(row)),
  );
}

/** What of it the map shows. */
function shows({ evacuation: { films, filmless, shows: now } }: State, text: Words, evacuating: Evacuating): HTMLElement | null {
  if (!films.plan) {
    return el('p', { class: 'waiting' }, text.text(filmless ? 'filmNone' : 'filmLoading'));
  }
  const choices: Shows[] = films.unplanned ? ['plan', 'unplanned', 'both', 'nothing'] : ['plan', 'nothing'];
  const button = (one: Shows) => el('button', { type: 'button', 'data-shows': one, 'aria-pressed': String(one === now), onclick: () => evacuating.show(one) }, text.text(`evacShows.${one}`));
  return el('div', {}, el('h3', {}, text.text('evacShow')), el('div', { class: 'segments', role: 'group', 'aria-label': text.text('evacShow') }, ...choices.map(button)));
}

/** The plan, the plan as people walk it, and no plan, side by side; each column adds up to everybody. */
function sidesTable({ people, clearanceSeconds, placed, walked, unplanned }: EvacuationAnswer, text: Words): HTMLElement {
  const planned: Walked = { placed, clearanceSeconds, caught: 0, withoutRoom: 0, noWay: 0, stuck: 0, turnedAway: 0, atHome: onFoot(people) - placed };
  const columns = ([['evacColumnPlan', planned], ['evacColumnWalked', walked], ['evacColumnUnplanned', unplanned]] as const).flatMap(([name, column]) => (column ? [{ name, column }] : []));
  const row = (name: string, figure: (column: Walked) => string, end: string | null = null) =>
    el('tr', { 'data-end': end }, el('th', { scope: 'row' }, name), ...columns.map(({ column }) => el('td', {}, figure(column))));
  const met = ENDS.filter((end) => end === 'placed' || columns.some(({ column }) => (column[end] ?? 0) > 0));
  return el(
    'table',
    { class: 'plain-table', 'data-table': 'evac-sides' },
    el('caption', { class: 'hidden' }, text.text('evacCompare')),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }), ...columns.map(({ name }) => el('th', { scope: 'col' }, text.text(name))))),
    el(
      'tbody',
      {},
      row(text.text('evacRow.clearance'), (column) => (column.placed ? duration(column.clearanceSeconds, text) : '–')),
      ...met.map((end) => row(text.text(`evacRow.${end}`), (column) => text.count(column[end] ?? 0), end)),
      row(text.text('evacRow.total'), (column) => text.count(ENDS.reduce((sum, end) => sum + (column[end] ?? 0), 0)), 'total'),
      row(text.text('evacRow.turnedAway'), (column) => text.count(column.turnedAway)),
    ),
  );
}
