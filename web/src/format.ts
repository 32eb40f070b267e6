import type { Language, Names } from './domain';
import { en, type MessageKey } from './messages/en';
import { zh } from './messages/zh';

const MESSAGES = { en, zh };

/** Words and numbers for people, in one language. */
export class Words {
  private readonly whole: Intl.NumberFormat;
  private readonly tenth: Intl.NumberFormat;
  private readonly hundredth: Intl.NumberFormat;

  constructor(readonly language: Language) {
    this.whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    this.tenth = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    this.hundredth = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  }

  text(key: MessageKey, values: Record<string, string | number> = {}): string {
    return MESSAGES[this.language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  }

  /** A message for a word of the server's; the word itself where we have none. */
  word(kind: 'profile' | 'pace' | 'hazard' | 'in' | 'layer' | 'fact' | 'figure' | 'stay' | 'thing' | 'kind' | 'settles' | 'off' | 'compass' | 'criterion' | 'wheelchair' | 'factKind' | 'stage' | 'figures' | 'pack' | 'edit', word: string): string {
    const key = `${kind}.${word}` as MessageKey;
    return MESSAGES[this.language][key] ?? word;
  }

  count(value: number): string {
    return this.whole.format(value);
  }

  /** With its sign, also where it is a gain. */
  change(value: number): string {
    return value > 0 ? `+${this.count(value)}` : value < 0 ? `−${this.count(-value)}` : '±0';
  }

  /** As it is, to two decimals. */
  precise(value: number): string {
    return this.hundredth.format(value);
  }

  /** One decimal. */
  decimal(value: number): string {
    return this.tenth.format(value);
  }

  /** Two decimals, of which none is left out, so that rows can be compared. */
  ratio(value: number | null): string {
    return value === null ? '–' : value.toFixed(2);
  }

  /** A count that is known only to lie between two. */
  between(least: number, most: number): string {
    return least === most ? this.count(least) : `${this.count(least)}–${this.count(most)}`;
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

  /** How long ago, in the largest unit that fits. */
  ago(moment: string, now = Date.now()): string {
    const seconds = Math.max(0, (now - Date.parse(moment)) / 1000);
    const [unit, size] = ([['day', 86_400], ['hour', 3_600], ['minute', 60]] as const).find(([, length]) => seconds >= length) ?? (['second', 1] as const);
    const format = new Intl.RelativeTimeFormat(this.language, { numeric: 'auto' });
    return unit === 'second' ? format.format(0, 'second') : format.format(-Math.floor(seconds / size), unit);
  }

  /** A list in words. */
  list(words: string[]): string {
    return words.join(this.language === 'zh' ? '、' : ', ');
  }

  /** The name in this language, else the name on the ground. */
  name(names: Names, otherwise: string | null): string | null {
    return names[this.language] ?? otherwise;
  }
}
