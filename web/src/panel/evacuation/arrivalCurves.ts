import { el } from '../../dom';
import type { Arrivals } from '../../evacuation/evacuation';
import { duration } from '../../evacuation/evacuationWords';
import { figure } from '../../evacuation/film';
import type { Words } from '../../format';
import { svg } from '../svg';

const [WIDTH, HEIGHT, LEFT, FOOT, TOP] = [340, 170, 44, 22, 8];
const LINES = ['bound', 'planned', 'walked', 'unplanned'] as const;
type Name = (typeof LINES)[number];
/** Rows of the table, at most. */
const ROWS = 12;

/** A line of people safe over time. */
export interface Curve {
  name: Name;
  /** Cumulative, one a step. */
  people: number[];
  /** Step at which the last came. */
  last: number;
}

/** The lines that there are, each ended where it no longer grows. */
export function curvesOf(arrivals: Arrivals): Curve[] {
  return LINES.flatMap((name) => {
    const people = arrivals[name];
    return people?.length ? [{ name, people, last: people.indexOf(Math.max(...people)) }] : [];
  });
}

/** Where the curves would go on far beyond the plan they are cut, so that the plan is still seen: at most so many times its end. */
export function shownSteps(curves: Curve[]): number {
  const plan = Math.max(0, ...curves.filter(({ name }) => name !== 'unplanned').map(({ last }) => last));
  return Math.max(1, Math.min(Math.max(...curves.map(({ last }) => last)), 4 * Math.max(plan, 1)));
}

/** People safe over time: by the plan, as it is walked, without one, and at best; and the same as a table. */
export function arrivalCurves(arrivals: Arrivals, text: Words): HTMLElement[] {
  const curves = curvesOf(arrivals);
  if (curves.length === 0) {
    return [];
  }
  return [drawing(curves, arrivals.stepSeconds, text), key(curves, text), table(curves, arrivals.stepSeconds, text)];
}

function drawing(curves: Curve[], stepSeconds: number, text: Words): HTMLElement {
  const steps = shownSteps(curves);
  const most = Math.max(1, ...curves.map(({ people, last }) => people[last]!));
  const x = (step: number) => LEFT + (step / steps) * (WIDTH - LEFT - 10);
  const y = (people: number) => HEIGHT - FOOT - (people / most) * (HEIGHT - FOOT - TOP);
  const line = ({ name, people, last }: Curve) => {
    const points = thinned(people, Math.min(last, steps)).map((step) => `${x(step).toFixed(1)},${y(people[step]!).toFixed(1)}`);
    points.push(`${x(steps)},${y(figure(people, 0, steps, true))}`);
    return svg('polyline', { class: `arrivals-${name}`, points: points.join(' ') });
  };
  const lines = curves.map(({ name, people, last }) => text.text('arrivalsLine', { name: text.text(`arrivals.${name}`), people: text.count(people[last]!), time: duration(last * stepSeconds, text) }));
  const label = text.text('arrivalsShape', { people: text.count(most), time: duration(steps * stepSeconds, text), lines: lines.join(text.language === 'zh' ? '；' : '; ') });
  const marks = [0, 0.5, 1].map((part) => svg('text', { x: x(part * steps), y: HEIGHT - 6, 'text-anchor': part === 0 ? 'start' : part === 1 ? 'end' : 'middle' }, duration(Math.round(part * steps) * stepSeconds, text)));
  const heights = [0, 0.5, 1].flatMap((part) => [
    svg('line', { class: 'axis', x1: LEFT, x2: WIDTH - 10, y1: y(part * most), y2: y(part * most) }),
    svg('text', { x: LEFT - 4, y: y(part * most) + 4, 'text-anchor': 'end' }, text.count(Math.round(part * most))),
  ]);
  const around = el('div', { class: 'chart' });
  around.append(svg('svg', { class: 'arrivals', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label }, ...heights, ...marks, ...curves.map(line)));
  return around;
}

/** Steps of a list that make a line of at most some 200 points, with its first and its last. */
export function thinned(list: number[], last: number, most = 200): number[] {
  const every = Math.max(1, Math.ceil(last / most));
  const steps = [];
  for (let step = 0; step < last; step += every) {
    steps.push(step);
  }
  return [...steps, Math.min(last, list.length - 1)];
}

function key(curves: Curve[], text: Words): HTMLElement {
  const sign = (name: Name) => {
    const line = svg('svg', { viewBox: '0 0 28 8', class: 'arrivals key-line', 'aria-hidden': 'true' }, svg('line', { class: `arrivals-${name}`, x1: 0, x2: 28, y1: 4, y2: 4 }));
    return line as unknown as HTMLElement;
  };
  return el('ul', { class: 'chart-key', 'aria-hidden': 'true' }, ...curves.map(({ name }) => el('li', {}, sign(name), text.text(`arrivals.${name}`))));
}

/** A dozen moments, and the end of each line. */
function table(curves: Curve[], stepSeconds: number, text: Words): HTMLElement {
  const end = Math.max(...curves.map(({ last }) => last));
  const near = shownSteps(curves);
  const regular = Array.from({ length: ROWS }, (_, index) => Math.round(((index + 1) * near) / ROWS));
  const ends = [...curves.map(({ last }) => last), end];
  const apart = near / ROWS / 2;
  const steps = [...new Set([...regular.filter((step) => ends.every((other) => Math.abs(step - other) >= apart)), ...ends])].sort((a, b) => a - b);
  const row = (step: number) => el('tr', {}, el('th', { scope: 'row' }, duration(step * stepSeconds, text)), ...curves.map(({ people }) => el('td', {}, text.count(figure(people, 0, step, true)))));
  return el(
    'table',
    { class: 'plain-table', 'data-table': 'arrivals' },
    el('caption', { class: 'hidden' }, text.text('arrivals')),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, text.text('arrivalsTime')), ...curves.map(({ name }) => el('th', { scope: 'col' }, text.text(`arrivals.${name}`))))),
    el('tbody', {}, ...steps.map(row)),
  );
}
