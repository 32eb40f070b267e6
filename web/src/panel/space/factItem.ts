import { el } from '../../dom';
import type { Words } from '../../format';
import { exactly } from '../../measure';
import type { Fact } from '../../spaces';

/** What a fact says, about what, by whom, and whether it counts. */
export function factItem(fact: Fact, text: Words): HTMLElement[] {
  const { source, date, note, current, gone } = fact;
  const state = [...(current ? [] : [text.text('factOlder')]), ...(gone ? [text.text('factGone')] : [])];
  return [
    el('strong', {}, factLine(fact, text)),
    el('div', {}, aboutOf(fact, text)),
    el('small', {}, [text.text('factSaid', { source, date: text.date(date) }), ...(note ? [note] : []), ...state].join(' · ')),
  ];
}

/** What is said, without of what. */
export function factLine({ kind, value, unit }: Fact, text: Words): string {
  return text.text('factLine', { kind: text.word('factKind', kind), value: exactly(value, unit, text) });
}

/** What it is about, by its name. */
export function aboutOf({ on, name }: Fact, text: Words): string {
  return name ?? text.text(`about.${on}`);
}
