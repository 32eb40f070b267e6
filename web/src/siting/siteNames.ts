import { el } from '../dom';
import type { Words } from '../format';
import { sentenceCase } from '../panel/space/spaceWords';
import type { State } from '../state';

/** What a space is called, from wherever the page knows it; its number where it does not yet. */
export function spaceNamed({ spaces, siting, reports }: Pick<State, 'spaces' | 'siting' | 'reports'>, space: number, text: Words): string {
  const site = [...(siting.answer?.chosen ?? []), ...(siting.answer?.notChosen ?? [])].find((one) => one.space === space);
  const shape = spaces?.find(({ id }) => id === space);
  const card = reports.space.answer?.summary;
  const named = shape ?? site ?? (card?.space === space ? card : undefined);
  return (named && text.name(named.names, shape?.name ?? (shape ? null : named.name))) ?? (shape ? `${sentenceCase(text.word('kind', shape.kind))} ${shape.sourceId}` : text.text('siteSpaceNumber', { number: space }));
}

/** A button that takes one thing off a list. */
export function remover(label: string, data: Record<string, string | number>, act: () => void): HTMLElement {
  return el('button', { type: 'button', class: 'plain', ...data, 'aria-label': label, title: label, onclick: act }, '✕');
}
