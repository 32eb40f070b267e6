import { packOf } from '../chosen';
import type { Figure, RuleFigures } from '../domain';
import { el, foreign } from '../dom';
import { figureName } from '../figures';
import type { Words } from '../format';
import { exactly, withUnit } from '../measure';
import type { State } from '../state';

/** What people ask of a pack first; the others are in the shell and over HTTP. */
const DEMAND = /^(coverage\.minutes|shelter\.m2PerPerson|stay\..*|suitability\..*|everyday\.(circle\d\.\w+|greenM2PerPerson))$/;

/** How a list of demands is ordered; stays shortest first. What is not told apart stays in the order of the pack. */
const ORDER = ['coverage', 'shelter', 'stay.emergency', 'stay.short', 'stay.medium', 'stay.long', 'suitability', 'everyday'];
const place = (key: string) => ORDER.findIndex((start) => key.startsWith(start));

/** What a rule pack demands, its own figures first, each with whose it is and whether it was compared with the primary text. */
export function demands(pack: RuleFigures, state: State, text: Words): HTMLElement[] {
  const shown = pack.figures.filter(({ key }) => DEMAND.test(key)).sort((one, other) => place(one.key) - place(other.key));
  const isOwn = (figure: Figure) => figure.pack === pack.name;
  const parent = packOf(state, pack.extends);
  const title = ({ titles, title }: { titles: Record<string, string>; title: string }) => text.name(titles, title) ?? title;
  const verified = pack.figures.filter((figure) => figure.verified).length;
  return [
    el('p', {}, text.text('demandsPack', { title: title(pack), version: pack.version }), pack.standards.length > 0 && '. ',
      pack.standards.length > 0 && text.text('demandsCites', { standards: pack.standards.map(({ name, year }) => (year ? `${name} (${year})` : name)).join(', ') })),
    el('p', {}, text.text('demandsUnverified', { verified: text.count(verified), count: text.count(pack.figures.length) })),
    el('ul', { class: 'demands' }, ...shown.filter(isOwn).map((figure) => figureRow(figure, text))),
    ...(parent
      ? [
          el('p', {}, text.text('demandsParent', { title: title(parent) })),
          el('ul', { class: 'demands' }, ...shown.filter((figure) => !isOwn(figure)).map((figure) => figureRow(figure, text))),
        ]
      : []),
  ];
}

/** A figure without what a space becomes that fails it, where that is told elsewhere. */
export type FigureRow = Omit<Figure, 'fails'> & Partial<Pick<Figure, 'fails'>>;

/** A figure in words, with its clause, its source and whether it was compared with the primary text. */
export function figureRow(figure: FigureRow, text: Words): HTMLElement {
  return el(
    'li',
    { 'data-figure': figure.key },
    `${figureName(figure.key, text)}: `,
    el('strong', {}, valued(figure, text)),
    figure.fails === 'conditional' && ` (${text.text('conditional')})`,
    ' ',
    ...figureSource(figure, text),
  );
}

/** Whether a figure was compared with the primary text; its clause and its source. */
export function figureSource({ clause, source, verified }: FigureRow, text: Words): HTMLElement[] {
  const mark = text.text(verified ? 'verified' : 'notVerified');
  return [
    el('span', { class: verified ? 'checked' : 'unchecked' }, `${verified ? '✓' : '?'} ${mark}`),
    el('small', { class: 'clause' }, foreign([clause, source].filter(Boolean).join('; '), text.language)),
  ];
}

function valued({ value, unit }: FigureRow, text: Words): string {
  if (unit === '0 or 1' && value === 0) {
    return text.text('notAsked');
  }
  return unit === 'share' ? exactly(value, unit, text) : withUnit(text.precise(value), unit, text);
}
