import { el } from '../../dom';
import type { Words } from '../../format';
import { amount, exactly, points } from '../../measure';
import { said } from '../../said';
import type { CriterionPart, FigurePart, Readings, Worth } from '../../spaces';
import type { folds } from '../fold';
import { figureList } from './spaceWords';

export type Fold = ReturnType<typeof folds>;
export type Life = 'everyday' | 'emergency';

/** What one life of a space is worth, of 100. */
export function scoreLine(life: Life, { score }: Worth, text: Words): HTMLElement {
  return el(
    'header',
    { class: 'score' },
    el('h3', {}, text.text(`life.${life}`)),
    el('p', { 'data-score': life }, scoreWords({ score }, text)),
    score === null ? null : scoreBar(score),
  );
}

export function scoreWords({ score }: Pick<Worth, 'score'>, text: Words): string {
  return score === null ? text.text('scoreNone') : text.text('scoreOf', { score: points(score, text) });
}

/** What it is scored by: each criterion opens down to the records and the clauses that it rests on. */
export function criteriaList(life: Life, { criteria }: Worth, figures: FigurePart[], fold: Fold, text: Words): HTMLElement {
  return el('div', {}, el('h4', {}, text.text('criteria')), ...criteria.map((criterion) => item(life, criterion, figures, fold, text)));
}

function item(life: Life, criterion: CriterionPart, figures: FigurePart[], fold: Fold, text: Words): HTMLElement {
  const { name, value, unit, zero, full, share, score, facts } = criterion;
  const key = `${life}.criteria.${name}.`;
  const line = text.text('criterionLine', { value: amount(value, unit, text), score: points(score, text), weight: exactly(share, 'share', text) });
  return fold(
    `${life}-${name}`,
    [el('span', { class: 'criterion' }, el('strong', {}, text.word('criterion', name)), el('small', {}, line), scoreBar(score))],
    el('p', {}, text.text('criterionScale', { zero: exactly(zero, unit, text), full: exactly(full, unit, text), share: exactly(share, 'share', text) })),
    facts.length ? el('div', {}, text.text('criterionFacts'), el('ul', { class: 'records' }, ...facts.map((fact) => el('li', {}, said(fact, text))))) : el('p', {}, text.text('criterionNoFacts')),
    el('p', {}, text.text('criterionFigures')),
    figureList(figures.filter((figure) => figure.key.startsWith(key)), text) ?? el('p', {}, text.text('figuresNone')),
  );
}

/** From 0 to 100: solid as far as it surely goes, striped as far as it may. */
function scoreBar({ pessimistic, optimistic }: Readings): HTMLElement {
  const [one, other] = [pessimistic ?? 0, optimistic ?? 1];
  const [sure, most] = [Math.min(one, other), Math.max(one, other)];
  return el('span', { class: 'score-bar', 'aria-hidden': 'true' }, el('i', { style: `width:${100 * sure}%` }), el('i', { class: 'perhaps', style: `width:${100 * (most - sure)}%` }));
}
