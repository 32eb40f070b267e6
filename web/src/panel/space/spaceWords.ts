import { el } from '../../dom';
import { figureName } from '../../figures';
import type { Words } from '../../format';
import { amount, exactly } from '../../measure';
import type { FigurePart, SpaceSummary, TestPart, Verdict } from '../../spaces';
import { type FigureRow, figureRow, figureSource } from '../rules';

/** Its name; its kind where nobody has recorded one. */
export function spaceName({ names, name, kind }: Pick<SpaceSummary, 'name' | 'names' | 'kind'>, text: Words): string {
  return text.name(names, name) ?? sentenceCase(text.text('unnamedKind', { kind: text.word('kind', kind) }));
}

/** The first letter of a sentence is a capital where a language has them. */
export const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const verdictWord = (verdict: Verdict, text: Words) => text.text(`verdict.${verdict}`);

/** A verdict with its readings where they differ. */
export function verdictOf({ verdict, worst, best }: { verdict: Verdict; worst: Verdict; best: Verdict }, text: Words): string {
  return worst === best ? verdictWord(verdict, text) : text.text('verdictBetween', { worst: verdictWord(worst, text), best: verdictWord(best, text) });
}

/** What a test asks for: "at least 2,000 m²"; of a yes or no, the yes. */
export function required({ required: value, unit, atLeast }: TestPart, text: Words): string {
  const said = exactly(value, unit, text);
  return unit === '0 or 1' ? said : text.text(atLeast ? 'atLeastAmount' : 'atMostAmount', { value: said });
}

/** A test in one line: what it is about, what was found, what is asked for. */
export function testLine(test: TestPart, text: Words): string {
  return text.text('testLine', { test: figureName(test.key, text), found: amount(test.found, test.unit, text), required: required(test, text) });
}

/** What would change the outcome of a test, or settle it. */
export function settling({ test, facts }: TestPart, text: Words): string {
  const thing = text.word('thing', test.split('.')[1] ?? '');
  return text.list(facts.map((fact) => (fact === 'distance' ? text.text('settlesDistance', { thing }) : text.word('settles', fact))));
}

/** A test opened: its state, what it asks for, what was found, what would change it, and by which clause. */
export function testItem(test: TestPart, figures: FigurePart[], text: Words): HTMLElement {
  const change = test.state === 'failed' ? 'testChange' : 'testFind';
  const lines = [
    text.text('testFound', { found: amount(test.found, test.unit, text) }),
    text.text('testRequired', { required: required(test, text) }),
    ...(test.state === 'passed' ? [] : [text.text('testFails', { verdict: verdictWord(test.onFailure, text) })]),
    ...(test.facts.length ? [text.text(change, { facts: settling(test, text) })] : []),
  ];
  return el(
    'li',
    { class: 'test', 'data-test': test.test },
    el('strong', {}, figureName(test.key, text)),
    ' ',
    stateMark(test.state, text),
    ...lines.map((line) => el('div', {}, line)),
    ...figures.filter(({ key }) => key === test.key).flatMap((figure) => figureSource(figure, text)),
  );
}

const MARKS = { passed: '✓', failed: '✗', unknown: '?' };

function stateMark(state: TestPart['state'], text: Words): HTMLElement {
  return el('span', { class: `state state-${state}` }, `${MARKS[state]} ${text.text(`state.${state}`)}`);
}

/** Figures of the rules with clause, source and whether they were verified. */
export function figureList(figures: FigureRow[], text: Words): HTMLElement | null {
  return figures.length ? el('ul', { class: 'demands' }, ...figures.map((figure) => figureRow(figure, text))) : null;
}
