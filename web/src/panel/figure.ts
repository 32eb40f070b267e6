import { el } from '../dom';

export interface FigureOptions {
  least?: number;
  most?: number;
  whole?: boolean;
  /** What it means, in a sentence. */
  hint?: string;
  /** Why the server does not take what is in it. */
  refused?: string | null;
  /** Language of the refusal, where it is not that of the page. */
  lang?: string | null;
}

/**
 * A field for a number. What is no number is put right as it is entered; whether a number fits is for the server to say, and is said here.
 *
 * @param choose hears of null where the field is empty; the same value again means that it may not be
 */
export function figure(id: string, label: string, value: number | null, { least, most, whole, hint, refused, lang }: FigureOptions, choose: (value: number | null) => void): HTMLElement {
  const about = [hint ? `${id}-hint` : null, refused ? `${id}-refused` : null].filter(Boolean).join(' ');
  const field = el('input', {
    id, type: 'number', inputmode: whole ? 'numeric' : 'decimal', min: least, max: most, step: whole ? 1 : 'any', value: value ?? '',
    'aria-describedby': about || null, 'aria-invalid': refused ? 'true' : null,
    onchange: () => {
      const asked = Number(field.value);
      if (field.value === '' && !field.validity.badInput) {
        choose(null);
      } else if (Number.isFinite(asked) && field.value !== '') {
        choose(asked);
      } else {
        field.value = value === null ? '' : String(value);
      }
    },
  });
  return el(
    'div',
    {},
    el('label', { class: 'field' }, el('span', {}, label), field),
    refused ? el('p', { class: 'warning', id: `${id}-refused`, lang }, refused) : null,
    hint ? el('p', { class: 'quiet', id: `${id}-hint` }, hint) : null,
  );
}
