import { editable, find } from '../../chosen';
import type { Capacity, People } from '../../domain';
import { el, fill } from '../../dom';
import type { Editing } from '../../scenario/editing';
import type { Words } from '../../format';
import type { Comparison, Sides } from '../../scenario/scenario';
import type { Side, State, Store } from '../../state';
import { share } from '../answer';
import { select } from '../controls';
import { titled } from './desk';

const SIDES: Side[] = ['before', 'difference', 'after', 'both'];

/** Before and after a scenario, or of two of them: the numbers side by side, and which of the two the map shows. */
export function compare(store: Store<State>, words: () => Words, editing: Editing): HTMLElement {
  const root = el('section', { class: 'compare', tabindex: -1 });
  let unfolded = false;
  const draw = () => {
    const text = words();
    const state = store.get();
    const { scenarios, scenario, from, side, comparison, coverage, before } = state;
    const after = coverage?.scenario === scenario ? coverage : null;
    if (!scenarios || !find(state, scenario)) {
      fill(root);
      return;
    }
    const options = (without: string | null): [string, string][] => scenarios.filter((one) => one.id !== without).map((one) => [one.id, titled(one, text)]);
    const sides = SIDES.map((one) =>
      el('button', { type: 'button', 'data-side': one, 'aria-pressed': String(one === side), onclick: () => store.update({ side: one }) }, text.text(`side.${one}`)));
    fill(
      root,
      el('h3', {}, text.text('compare')),
      el(
        'div',
        { class: 'pair' },
        select('from', text.text('compareFrom'), from ?? '', [['', text.text('asItIs')], ...options(scenario)], (value) => store.update({ from: value || null })),
        select('to', text.text('compareTo'), scenario, options(null), (value) => editing.choose(value)),
      ),
      el('div', { class: 'segments', role: 'group', 'aria-label': text.text('mapShows') }, ...sides),
      editable(state) ? null : el('p', { class: 'quiet' }, text.text('beforeNoEdits')),
      el('div', { 'aria-live': 'polite' }, comparison ? total(comparison, before?.capacity ?? null, after?.capacity ?? null, text) : el('p', { class: 'waiting' }, text.text('loading'))),
      comparison && coverage?.capacity ? el('p', { class: 'quiet' }, text.text('compareWalk')) : null,
      comparison ? byDistrict(comparison, text) : null,
    );
  };
  const byDistrict = ({ districts }: Comparison, text: Words) => {
    const rows = districts.map((district) =>
      row(text.name(district.names, district.name) ?? text.text('outside'), share(text, district.before), share(text, district.after), change(district.before, district.after, text)));
    const list = el('details', { open: unfolded }, el('summary', {}, text.text('districts')), table(text.text('districts'), rows, text));
    list.addEventListener('toggle', () => {
      unfolded = list.open;
    });
    return list;
  };
  store.on(['scenario', 'scenarios', 'from', 'side', 'comparison', 'coverage', 'before', 'language'], draw);
  draw();
  return root;
}

/** The walks, and where both are known, who finds room. */
function total({ from, to, gained, lost, minutesSaved }: Comparison, before: Capacity | null, after: Capacity | null, text: Words): HTMLElement {
  const reached = ({ people }: Sides) => text.between(people.covered, people.covered + people.unknown);
  const walk = (seconds: number | null) => (seconds === null ? '–' : text.minutes(seconds));
  const later = (key: 'median' | 'percentile95') => difference(from.walkSeconds[key], to.walkSeconds[key], text);
  const saved = minutesSaved === 0 ? 'savedNothing' : minutesSaved > 0 ? 'savedMinutes' : 'lostMinutes';
  return el(
    'div',
    {},
    table(
      text.text('compare'),
      [
        row(text.text('share'), share(text, from.people), share(text, to.people), ''),
        row(text.text('peopleInTime'), reached(from), reached(to), change(from.people, to.people, text)),
        ...(before && after ? [row(text.text('findRoom'), places(before, text), places(after, text), changed(before.placed, before.mostPlaced, after.placed, after.mostPlaced, text))] : []),
        row(text.text('halfWalk'), walk(from.walkSeconds.median), walk(to.walkSeconds.median), later('median')),
        row(text.text('lateWalk'), walk(from.walkSeconds.percentile95), walk(to.walkSeconds.percentile95), later('percentile95')),
      ],
      text,
    ),
    el('p', {}, text.text(from.people.unknown + to.people.unknown > 0 ? 'gainedLostSure' : 'gainedLost', { gained: text.count(gained), lost: text.count(lost) }), ' ', text.text(saved, { minutes: text.count(Math.abs(minutesSaved)) })),
  );
}

/** Change of those certainly in time, and where that differs, of those possibly so. */
function change(before: People, after: People, text: Words): string {
  return changed(before.covered, before.covered + before.unknown, after.covered, after.covered + after.unknown, text);
}

/** Change of a range, as its ends. */
export function changed(leastBefore: number, mostBefore: number, leastAfter: number, mostAfter: number, text: Words): string {
  const [certain, possible] = [leastAfter - leastBefore, mostAfter - mostBefore];
  const [least, most] = [Math.min(certain, possible), Math.max(certain, possible)];
  return least === most ? text.change(least) : text.text('range', { least: text.change(least), most: text.change(most) });
}

const places = ({ placed, mostPlaced }: Capacity, text: Words) => text.between(placed, mostPlaced);

function difference(before: number | null, after: number | null, text: Words): string {
  if (before === null || after === null || before === after) {
    return '';
  }
  return text.text(after < before ? 'shorterBy' : 'longerBy', { time: text.minutes(Math.abs(after - before)) });
}

function table(caption: string, rows: HTMLElement[], text: Words): HTMLElement {
  const head = ['', text.text('side.before'), text.text('side.after'), text.text('change')].map((name) => el('th', { scope: 'col' }, name));
  return el('table', { class: 'plain-table' }, el('caption', { class: 'hidden' }, caption), el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
}

function row(name: string, ...cells: string[]): HTMLElement {
  return el('tr', {}, el('th', { scope: 'row' }, name), ...cells.map((cell) => el('td', {}, cell)));
}
