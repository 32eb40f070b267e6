import type { Indicator, IndicatorValue, ProfilePart, Profiles } from '../districts';
import { el, fill, foreign } from '../dom';
import type { Words } from '../format';
import { formatOf, reading } from '../measure';
import { en } from '../messages/en';
import { standingOf, valueOf } from '../standing';
import type { State, Store } from '../state';
import { hazardWord } from './conditions';
import { report } from './report';

const CHARACTERS = ['integrity', 'mobilization', 'emergency', 'redundancy'] as const;
type Character = (typeof CHARACTERS)[number];

/** The four characters of the districts: a table for each, sorted by a chosen indicator, of which each says what it means. */
export function profiles(store: Store<State>, words: () => Words): HTMLElement {
  // Whoever sorts the table knows that it changes: it is not read out anew.
  const view = el('div', { 'aria-live': 'off' });
  let character: Character = 'integrity';
  let sorted: string | null = null;
  let down = true;
  const draw = (found: Profiles, text: Words) => {
    const indicators = found.indicators.filter((one) => one.character === character);
    const by = indicators.find(({ name }) => name === sorted) ?? indicators[0]!;
    const meaning = el('p', { class: 'note', id: 'meaning' });
    const explain = (indicator: Indicator) => meaning.replaceChildren(...definition(indicator, store.get(), text));
    const sort = (indicator: Indicator) => {
      down = indicator === by ? !down : true;
      sorted = indicator.name;
      draw(found, text);
    };
    const choose = (one: Character) => {
      character = one;
      sorted = null;
      down = true;
      draw(found, text);
    };
    const head = (indicator: Indicator) =>
      el(
        'th',
        { scope: 'col', 'aria-sort': indicator === by ? (down ? 'descending' : 'ascending') : 'none' },
        el('button', { type: 'button', 'data-indicator': indicator.name, 'aria-describedby': 'meaning', onclick: () => sort(indicator), onfocus: () => explain(indicator), onmouseenter: () => explain(indicator) }, indicatorName(indicator, store.get(), text)),
      );
    explain(by);
    fill(
      view,
      el('div', { class: 'segments', role: 'group', 'aria-label': text.text('character') }, ...CHARACTERS.map((one) => el('button', { type: 'button', 'data-character': one, 'aria-pressed': String(one === character), onclick: () => choose(one) }, text.text(`character.${one}`)))),
      el('p', { class: 'quiet' }, text.text('profilesHint')),
      meaning,
      el('div', { class: 'wide-table profile-table', tabindex: 0, role: 'region', 'aria-label': text.text(`character.${character}`) }, table(found, indicators, by, down, head, text)),
    );
  };
  return report(store, words, 'profiles', 'profiles', (found, text) => {
    draw(found, text);
    return [view];
  });
}

function table(found: Profiles, indicators: Indicator[], by: Indicator, down: boolean, head: (indicator: Indicator) => HTMLElement, text: Words): HTMLElement {
  return el(
    'table',
    { class: 'plain-table' },
    el('caption', { class: 'hidden' }, text.text(`character.${by.character}`)),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, text.text('district')), ...indicators.map(head))),
    el('tbody', {}, ...ordered(found, by, down).map((part) => row(part, indicators, found, text))),
    el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, text.text('wholeArea')), ...indicators.map((one) => el('td', {}, valueWords(valueOf(found.all, one), one, text))))),
  );
}

/** By the middle of what may be; what nobody knows comes last either way. */
function ordered({ districts }: Profiles, by: Indicator, down: boolean): ProfilePart[] {
  const middle = (part: ProfilePart) => {
    const { low, high } = valueOf(part, by);
    return low === null || high === null ? null : (low + high) / 2;
  };
  return [...districts].sort((one, other) => {
    const [a, b] = [middle(one), middle(other)];
    return a === null || b === null ? Number(a === null) - Number(b === null) : down ? b - a : a - b;
  });
}

function row(part: ProfilePart, indicators: Indicator[], all: Profiles, text: Words): HTMLElement {
  const cells = indicators.map((indicator) => {
    const value = valueOf(part, indicator);
    const mark = standingOf(value, indicator, all.districts);
    return el(
      'td',
      { class: mark },
      valueWords(value, indicator, text),
      mark && el('span', { 'aria-hidden': 'true' }, mark === 'better' ? ' ▲' : ' ▼'),
      mark && el('span', { class: 'hidden' }, `, ${text.text(mark)}`),
    );
  });
  return el('tr', { 'data-profile': part.id }, el('th', { scope: 'row' }, text.name(part.names, part.name) ?? text.text('outside')), ...cells);
}

/** Nothing entered is unknown, and so is what nobody can bound. */
function valueWords({ low, high }: IndicatorValue, { unit }: Indicator, text: Words): string {
  return low === null || high === null ? text.text('unknown') : reading({ pessimistic: low, optimistic: high }, text, formatOf(unit, text));
}

/** Which of our words an indicator has: those of hours and of hazard layers carry theirs in the name. */
function worded({ name }: Indicator, state: State, text: Words): { key: string; values: Record<string, string> } {
  const ready = /^ready(\d+)h$/.exec(name);
  const layer = /^coverage:(.*)$/.exec(name);
  return ready ? { key: 'ready', values: { hours: ready[1]! } } : layer ? { key: 'coverageIn', values: { hazard: hazardWord(layer[1]!, state, text) } } : { key: name, values: {} };
}

function indicatorName(indicator: Indicator, state: State, text: Words): string {
  const { key, values } = worded(indicator, state, text);
  const message = `indicator.${key}`;
  return message in en ? text.text(message as 'indicator.ready', values) : indicator.name;
}

/** What it measures, of which stages it speaks, and which way is better. */
function definition(indicator: Indicator, state: State, text: Words): (Node | string)[] {
  const { key, values } = worded(indicator, state, text);
  const message = `defines.${key}`;
  return [
    el('strong', {}, indicatorName(indicator, state, text)),
    ': ',
    message in en ? text.text(message as 'defines.ready', values) : foreign(indicator.definition, text.language),
    ` ${text.text('stages', { stages: text.list(indicator.stages.map((stage) => text.word('stage', stage))) })} ${text.text(indicator.more ? 'moreIsBetter' : 'lessIsBetter')}`,
  ];
}
