import type { Words } from './format';
import { en, type MessageKey } from './messages/en';

// Figures of the rules, in words.

/** A key in words; the key itself where we have none. */
export function figureName(key: string, text: Words): string {
  const whole = `figure.${key}`;
  if (whole in en) {
    return text.text(whole as MessageKey);
  }
  const [family, of, what, thing] = key.split('.');
  if (of === 'criteria') {
    return text.text('figureOf', { figure: text.word('criterion', thing!), of: text.word('criterion', what!) });
  }
  if (family === 'everyday') {
    return what ? text.text('figureOf', { figure: text.word('figure', what), of: text.word('stay', of!) }) : text.word('figure', of!);
  }
  const figure = text.word('figure', what ?? '');
  const whom = family === 'stay' ? text.word('stay', of!) : of === 'any' ? text.text('anyHazard') : text.word('hazard', of!);
  return text.text('figureOf', { figure: thing ? text.text('figureThing', { figure, thing: text.word('thing', thing) }) : figure, of: whom });
}
