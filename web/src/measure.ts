import type { Words } from './format';
import { en, type MessageKey } from './messages/en';
import type { Readings } from './spaces';

// Values by two readings, in words.

type Format = (value: number) => string;

/** From the least to the most that may be; null where nobody knows a bound. Bounds that are not known lie above. */
function ends({ pessimistic, optimistic }: Readings): [least: number | null, most: number | null] {
  if (pessimistic === null || optimistic === null) {
    return [pessimistic ?? optimistic, null];
  }
  return [Math.min(pessimistic, optimistic), Math.max(pessimistic, optimistic)];
}

/** "120–340", "at least 20", "unknown". That something is at least nothing says nothing. */
export function reading(range: Readings | null, text: Words, format: Format = (value) => text.count(value)): string {
  return known(range) ? bounded(range, text, format) : text.text('unknown');
}

/** The same with its unit, which what is unknown has not. */
export function amount(range: Readings | null, unit: string, text: Words): string {
  if (unit === '0 or 1') {
    return range === null || range.pessimistic !== range.optimistic ? text.text('unknown') : text.text(range.pessimistic === 1 ? 'yes' : 'no');
  }
  return known(range) ? withUnit(bounded(range, text, formatOf(unit, text)), unit, text) : text.text('unknown');
}

/** One value with its unit. */
export function exactly(value: number, unit: string, text: Words): string {
  return amount({ pessimistic: value, optimistic: value }, unit, text);
}

/** A bare number with the unit in words. */
export function withUnit(number: string, unit: string, text: Words): string {
  const key = `unit.${unit}`;
  return key in en ? text.text(key as MessageKey, { value: number }) : `${number} ${unit}`.trim();
}

/** Of 100, without the word. */
export function points(score: Readings | null, text: Words): string {
  return reading(score, text, (value) => text.count(100 * value));
}

/** How a value of a unit is written: shares in percent, whole where it is large. */
export function formatOf(unit: string, text: Words): Format {
  if (unit === 'share') {
    return (value) => text.share(value, 1);
  }
  return (value) => (Math.abs(value) < 10 ? text.precise(value) : Math.abs(value) < 100 ? text.decimal(value) : text.count(value));
}

function known(range: Readings | null): range is Readings {
  if (range === null) {
    return false;
  }
  const [least, most] = ends(range);
  return most !== null || (least !== null && least > 0);
}

function bounded(range: Readings, text: Words, format: Format): string {
  const [least, most] = ends(range);
  if (most === null) {
    return text.text('atLeastAmount', { value: format(least!) });
  }
  const [low, high] = [format(least!), format(most)];
  return low === high ? low : text.text('fromTo', { low, high });
}

/** How much more, or less, is recorded than found: "+120–+340". A bound that is not known lies below. */
export function beyond({ pessimistic, optimistic }: Readings, text: Words): string {
  if (pessimistic === null || optimistic === null) {
    const most = pessimistic ?? optimistic;
    return most === null ? text.text('unknown') : text.text('atMostAmount', { value: text.change(most) });
  }
  const [low, high] = [Math.min(pessimistic, optimistic), Math.max(pessimistic, optimistic)];
  return low === high ? text.change(low) : text.text('range', { least: text.change(low), most: text.change(high) });
}
