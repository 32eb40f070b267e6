import { el } from '../../dom';
import type { State } from '../../state';

/** What the server refuses of a field, as a warning at it. */
export type Refusal = (field: string) => { refused: string | null; lang: string | null };

export function refusalOf({ siting: { failure }, language }: State): Refusal {
  return (field) => ({ refused: failure?.field === field ? failure.sentence : null, lang: language === 'en' ? null : 'en' });
}

/** The warning at a field that is refused; null where it is not. */
export function warning(field: string, refusal: Refusal): HTMLElement | null {
  const { refused, lang } = refusal(field);
  return refused === null ? null : el('p', { class: 'warning', 'data-refused': field, lang }, refused);
}
