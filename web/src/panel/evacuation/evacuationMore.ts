import { el } from '../../dom';
import type { BlockedClearances, Conflict, EvacuationAnswer } from '../../evacuation/evacuation';
import type { Evacuating } from '../../evacuation/evacuating';
import { atLeast, duration, orNone } from '../../evacuation/evacuationWords';
import { extent } from '../../extent';
import type { Words } from '../../format';
import { evacuationCars } from './evacuationCars';
import type { State, Store } from '../../state';
import type { Fold } from '../fold';
import { point } from '../losses';
import { svg } from '../svg';

const FIRST = 10;
const BARS = 16;
const [WIDTH, HEIGHT] = [320, 70];

/** What was asked beyond the plan itself; each part only where there is an answer to it. */
export function evacuationMore(answer: EvacuationAnswer, store: Store<State>, evacuating: Evacuating, text: Words, fold: Fold): (HTMLElement | null)[] {
  const { conflicts, staging, losses, blockage, cars } = answer;
  return [
    conflicts?.length ? fold('conflicts', [text.text('conflicts')], el('ol', { class: 'list' }, ...conflicts.slice(0, FIRST).map((one) => conflict(one, store, text)))) : null,
    staging ? fold('staging', [text.text('staging')], ...waits(answer, evacuating, text)) : null,
    losses ? fold('losses', [text.text('evacLosses')], el('p', { 'data-evac-losses': losses.clearanceSeconds }, text.text('evacLossMeans', { minute: text.count(losses.minute), affected: text.count(losses.affected), clearance: duration(losses.clearanceSeconds, text), placed: text.count(losses.placed), bound: atLeast(losses.lowerBoundSeconds, text) })), el('p', { class: 'quiet' }, text.text('evacLossKept', { clearance: duration(losses.keptClearance, text), placed: text.count(losses.keptPlaced) }))) : null,
    blockage ? fold('blockage', [text.text('blockage')], ...blocked(blockage, text)) : null,
    cars ? fold('cars', [text.text('cars')], ...evacuationCars(cars, store, text, fold)) : null,
  ];
}

function conflict({ street, name, forward, backward, lon, lat, line }: Conflict, store: Store<State>, text: Words): HTMLElement {
  const label = name ?? text.text('bottleneck.street');
  const go = () => point(store, { lon, lat, bounds: line?.length ? extent(line) : null }, label, line ?? []);
  return el('li', {}, el('button', { type: 'button', 'data-conflict': street, onclick: go }, el('strong', {}, label), el('span', {}, text.text('conflictPeople', { forward: text.count(forward), backward: text.count(backward) }))));
}

function waits({ staging, stagingSavesSeconds, staged }: EvacuationAnswer, evacuating: Evacuating, text: Words): (HTMLElement | null)[] {
  const waiting = staging!.filter(({ waitMinutes }) => waitMinutes > 0);
  const take = () => evacuating.want({ stages: waiting.flatMap(({ id, waitMinutes }) => (id === null ? [] : [{ district: id, minutes: waitMinutes }])) });
  const saves = stagingSavesSeconds ?? 0;
  return [
    el('p', { 'data-evac-staging': saves }, saves > 0 ? text.text('stagingSaves', { time: duration(saves, text) }) : text.text('stagingSavesNothing'), staged?.morePlaced ? ` ${text.text('stagingMore', { people: text.count(staged.morePlaced) })}` : ''),
    staged?.settled === false ? el('p', { class: 'quiet' }, text.text('stagingUnsettled')) : null,
    waiting.length ? el('ul', {}, ...waiting.map(({ name, names, waitMinutes }) => el('li', {}, text.text('evacStage', { name: text.name(names ?? {}, name) ?? text.text('unnamed'), minutes: text.precise(waitMinutes) })))) : null,
    waiting.length ? el('div', { class: 'row-buttons' }, el('button', { type: 'button', id: 'staging-take', onclick: take }, text.text('stagingTake'))) : null,
  ];
}

/** How the time until the last is safe spreads over chances, as bars and in words. */
function blocked({ samples, clearances, undamagedSeconds, p10Seconds, medianSeconds, p90Seconds, worstSeconds, meanNotPlaced }: BlockedClearances, text: Words): (HTMLElement | null)[] {
  const [from, to] = [Math.min(...clearances), Math.max(...clearances)];
  const counts = histogram(clearances, BARS);
  const most = Math.max(1, ...counts);
  const wide = WIDTH / BARS;
  const around = el('div', { class: 'chart' });
  around.append(
    svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT + 16}`, class: 'blockage-bars', role: 'img', 'aria-label': text.text('blockageShape', { from: duration(from, text), to: duration(to, text) }) },
      ...counts.map((count, index) => svg('rect', { x: index * wide + 1, width: wide - 2, y: HEIGHT - (count / most) * HEIGHT, height: (count / most) * HEIGHT })),
      svg('text', { x: 0, y: HEIGHT + 13 }, duration(from, text)),
      svg('text', { x: WIDTH, y: HEIGHT + 13, 'text-anchor': 'end' }, duration(to, text)),
    ),
  );
  return [
    el('p', { 'data-evac-blockage': medianSeconds }, text.text('blockageMeans', {
      samples: text.count(samples), median: orNone(medianSeconds, text), late: orNone(p90Seconds, text), early: orNone(p10Seconds, text), worst: orNone(worstSeconds, text),
      people: meanNotPlaced === null ? '–' : text.count(Math.round(meanNotPlaced)),
    })),
    undamagedSeconds ? el('p', { class: 'quiet' }, text.text('blockageNone', { clearance: duration(undamagedSeconds, text) })) : null,
    clearances.length > 1 && to > from ? around : null,
  ];
}

/** How many values fall into each of so many parts of their range. */
export function histogram(values: number[], bars: number): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const counts = new Array<number>(bars).fill(0);
  values.forEach((value) => {
    counts[Math.min(bars - 1, Math.floor(((value - low) / Math.max(1e-9, high - low)) * bars))]!++;
  });
  return counts;
}
