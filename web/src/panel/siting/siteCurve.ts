import { el } from '../../dom';
import type { Words } from '../../format';
import type { Step } from '../../siting/siting';
import type { Existing } from '../../siting/wanted';

const [WIDTH, HEIGHT, EDGE] = [320, 96, 8];

/** What so many new shelters at most can do, and could at best: a line with its bounds, and the same as a table. */
export function curve(steps: Step[], existing: Existing, text: Words): HTMLElement[] {
  const head = ([existing === 'movable' ? 'siteCurveAll' : 'siteCurveNew', 'siteCurveValue', 'siteCurveBound'] as const).map((key) => el('th', { scope: 'col' }, text.text(key)));
  const number = (value: number | null) => (value === null ? '–' : text.count(value));
  const rows = steps.map(({ sites, value, bound }) => el('tr', {}, el('th', { scope: 'row' }, text.count(sites)), el('td', {}, number(value)), el('td', {}, number(bound === null ? null : Math.floor(bound + 1e-6)))));
  return [
    drawing(steps, text),
    el('table', { class: 'plain-table', 'data-table': 'site-curve' }, el('caption', { class: 'hidden' }, text.text('siteCurve')), el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows)),
  ];
}

/** The lower edge is the least value, not nobody: the steps could not be told apart otherwise, and the table has the numbers. */
function drawing(steps: Step[], text: Words): HTMLElement {
  const found = steps.filter((step): step is Step & { value: number } => step.value !== null);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last || first === last) {
    return el('p');
  }
  const tops = steps.flatMap(({ value, bound }) => [value, bound]).filter((value) => value !== null);
  const [low, high] = [Math.min(...tops), Math.max(...tops)];
  const x = (sites: number) => EDGE + ((sites - first.sites) / (last.sites - first.sites)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / Math.max(1, high - low)) * (HEIGHT - 2 * EDGE);
  const line = (name: string, points: [number, number][]) => svg('polyline', { class: name, points: points.map(([sites, value]) => `${x(sites)},${y(value)}`).join(' ') });
  const label = text.text('siteCurveShape', { first: text.count(first.sites), from: text.count(first.value), last: text.count(last.sites), to: text.count(last.value) });
  const picture = svg(
    'svg',
    { class: 'site-curve', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    line('curve-bound', steps.flatMap(({ sites, bound }): [number, number][] => (bound === null ? [] : [[sites, bound]]))),
    line('curve-value', found.map(({ sites, value }) => [sites, value])),
    ...found.map(({ sites, value }) => svg('circle', { cx: String(x(sites)), cy: String(y(value)), r: '4' })),
  );
  const around = el('div');
  around.append(picture);
  return around;
}

/** An element of a picture. */
export function svg(name: string, attributes: Record<string, string>, ...children: SVGElement[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children);
  return element;
}
