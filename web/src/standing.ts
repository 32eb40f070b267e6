import type { Indicator, IndicatorValue, ProfilePart } from './districts';

// How a district stands among the others.

export const valueOf = (part: ProfilePart, { name }: Indicator): IndicatorValue => part.values.find(({ indicator }) => indicator === name) ?? { indicator: name, low: null, high: null };

/** Whether a value is, by every reading, better or worse than that of the middle district; null where it may be either. */
export function standingOf({ low, high }: IndicatorValue, indicator: Indicator, districts: ProfilePart[]): 'better' | 'worse' | null {
  const known = districts.map((part) => valueOf(part, indicator)).filter((value) => value.low !== null && value.high !== null);
  if (low === null || high === null || known.length < 3) {
    return null;
  }
  const above = low > median(known.map((value) => value.high!));
  const below = high < median(known.map((value) => value.low!));
  return above ? (indicator.more ? 'better' : 'worse') : below ? (indicator.more ? 'worse' : 'better') : null;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
