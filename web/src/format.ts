import type { Language, Names } from './domain';
import { en, type MessageKey } from './messages/en';
import { zh } from './messages/zh';

const MESSAGES = { en, zh };

/** Words and numbers for people, in one language. */
export class Words {
  private readonly whole: Intl.NumberFormat;
  private readonly tenth: Intl.NumberFormat;

  constructor(readonly language: Language) {
    this.whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    this.tenth = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  }

  text(key: MessageKey, values: Record<string, string | number> = {}): string {
    return MESSAGES[this.language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  }

  /** A message for a word of the server's; the word itself where we have none. */
  word(kind: 'profile' | 'pace' | 'hazard', word: string): string {
    const key = `${kind}.${word}` as MessageKey;
    return MESSAGES[this.language][key] ?? word;
  }

  count(value: number): string {
    return this.whole.format(value);
  }

  /** Percent that never says all, or nobody, where that is not so. */
  share(part: number, total: number): string {
    if (total === 0) {
      return '–';
    }
    const percent = Math.round((100 * part) / total);
    if (percent >= 100 && part < total) {
      return '>99%';
    }
    return percent <= 0 && part > 0 ? '<1%' : `${this.whole.format(percent)}%`;
  }

  /** Whole minutes, rounded up. */
  minutes(seconds: number): string {
    return seconds < 60 ? this.text('lessThanMinute') : this.text('minuteShort', { count: this.count(Math.ceil(seconds / 60)) });
  }

  metres(metres: number): string {
    return metres < 1000
      ? this.text('metres', { count: this.count(metres) })
      : this.text('kilometres', { count: this.tenth.format(metres / 1000) });
  }

  date(day: string | null): string {
    return day === null
      ? this.text('dateUnknown')
      : new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  }

  /** The name in this language, else the name on the ground. */
  name(names: Names, otherwise: string | null): string | null {
    return names[this.language] ?? otherwise;
  }
}
