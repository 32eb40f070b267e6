import { el } from '../../dom';
import type { Words } from '../../format';
import type { FrontPoint, Siting, SitingAnswer } from '../../siting/siting';
import type { Trying } from '../../siting/trying';
import type { folds } from '../fold';
import { svg } from './siteCurve';

const [WIDTH, HEIGHT, EDGE] = [320, 140, 10];

/** What people in time cost in everyday worth: a small picture, and the same as a table whose rows show their sites. */
export function siteFront(siting: Siting, answer: SitingAnswer, trying: Trying, fold: ReturnType<typeof folds>, text: Words): HTMLElement | null {
  const { front, frontComplete } = answer;
  if (!front?.length) {
    return null;
  }
  const { trial } = siting;
  const shown = (index: number) => trial?.of?.list === 'front' && trial.of.index === index;
  const row = (point: FrontPoint, index: number) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, el('button', { type: 'button', class: 'front-point', 'data-front': index, 'aria-pressed': String(shown(index)), 'aria-label': text.text('frontShow', { value: text.count(point.value), everyday: everyday(point, text) }), onclick: () => trying.choose('front', index) }, text.text('frontPoint', { number: index + 1 }))),
      el('td', {}, text.count(point.value), point.proven || point.bound === null ? null : el('small', { class: 'quiet' }, ` ${text.text('frontBound', { bound: text.count(Math.floor(point.bound + 1e-6)) })}`)),
      el('td', {}, everyday(point, text)),
    );
  const head = (['frontNumber', 'siteCurveValue', 'frontEveryday'] as const).map((key) => el('th', { scope: 'col' }, text.text(key)));
  return fold(
    'front',
    [text.text('front', { count: text.count(front.length) })],
    el('p', { class: 'quiet' }, text.text('frontWhy')),
    drawing(front, shown, trying, text),
    el('table', { class: 'plain-table', 'data-table': 'site-front' }, el('caption', { class: 'hidden' }, text.text('front', { count: text.count(front.length) })), el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...front.map(row))),
    el('p', { class: 'quiet' }, text.text(frontComplete ? 'frontAll' : 'frontMore')),
  );
}

/** Points from what is recorded to what may be. */
const everyday = ({ everyday, everydayOptimistic }: FrontPoint, text: Words) => text.between(Math.floor(everyday), Math.floor(everydayOptimistic));

/** Everyday worth to the right, people in time upwards; both begin at their least, and the table has the numbers. */
function drawing(front: FrontPoint[], shown: (index: number) => boolean, trying: Trying, text: Words): HTMLElement {
  const [values, worths] = [front.map(({ value }) => value), front.map((point) => point.everyday)];
  const scale = (all: number[], from: number, to: number) => {
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return (value: number) => (most === least ? (from + to) / 2 : from + ((value - least) / (most - least)) * (to - from));
  };
  const [x, y] = [scale(worths, EDGE, WIDTH - EDGE), scale(values, HEIGHT - EDGE, EDGE)];
  const [first, last] = [front[0]!, front.at(-1)!];
  const label = text.text('frontShape', { from: text.count(first.value), fromWorth: text.count(Math.floor(first.everyday)), to: text.count(last.value), toWorth: text.count(Math.floor(last.everyday)) });
  const picture = svg('svg', { class: 'site-curve site-front', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    svg('polyline', { class: 'curve-value', points: steps(front.map((point): [number, number] => [x(point.everyday), y(point.value)])) }),
    ...front.map((point, index) => {
      const circle = svg('circle', { cx: String(x(point.everyday)), cy: String(y(point.value)), r: shown(index) ? '8' : '5', class: shown(index) ? 'front-shown' : '' });
      circle.addEventListener('click', () => trying.choose('front', index));
      return circle;
    }));
  const around = el('div', {}, el('p', { class: 'quiet front-axis' }, text.text('frontUp')));
  around.append(picture, el('p', { class: 'quiet front-axis front-right' }, text.text('frontRight')));
  return around;
}

/** Whoever wants a little more worth than a point has must go to the next: the line goes down first, and then on. */
function steps(points: [number, number][]): string {
  return points.flatMap(([x, y], index) => (index === 0 ? [[x, y]] : [[points[index - 1]![0], y], [x, y]])).map((point) => point.join(',')).join(' ');
}
