import { el, foreign } from '../dom';
import type { Words } from '../format';
import type { MessageKey } from '../messages/en';
import type { Verdict } from '../spaces';
import { verdictWord } from './spaceWords';

type Said = (found: string[], text: Words) => Node | string;

const thing = (word: string, text: Words) => text.word('thing', word);
const known = (word: string, text: Words) => (word === 'not recorded' ? text.text('notRecorded') : word === 'yes' || word === 'no' ? text.text(word) : word);
const verdict = (word: string, text: Words) => verdictWord(word as Verdict, text);
const as = (key: MessageKey): Said => (_, text) => text.text(key);

/** What the server says a criterion was counted from, by its form, and how the page says it. */
const FORMS: [form: RegExp, said: Said][] = [
  [/^persons within (\d+)(?:\.0)? min on foot: (\d+)(?: to (\d+))?$/, ([minutes, low, high], text) =>
    text.text('record.people', { minutes: minutes!, people: text.between(Number(low), Number(high ?? low)) })],
  [/^outline of (.+)$/, ([id], text) => el('span', {}, `${text.text('outline')}: `, el('span', { class: 'record' }, id!))],
  [/^(\d+) × ([a-z-]+)$/, ([count, kind], text) => text.text('countOf', { count: text.count(Number(count)), thing: thing(kind!, text) })],
  [/^([a-z-]+) at (\d+) m$/, ([kind, metres], text) => text.text('record.at', { thing: thing(kind!, text), metres: text.metres(Number(metres)) })],
  [/^([a-z-]+): none recorded in the area$/, ([kind], text) => text.text('record.none', { thing: thing(kind!, text) })],
  [/^([a-z-]+): (suitable|conditional|unsuitable|unknown)(?: to (suitable|conditional|unsuitable))?$/, ([hazard, worst, best], text) =>
    text.text('record.verdict', { hazard: text.word('hazard', hazard!), verdict: best ? text.text('verdictBetween', { worst: verdict(worst!, text), best: verdict(best, text) }) : verdict(worst!, text) })],
  [/^wheelchair=(.+)$/, ([word], text) => text.text('wheelchair', { word: word === 'not recorded' ? known(word, text) : text.word('wheelchair', word!) })],
  [/^an entrance for wheelchairs: (.+)$/, ([word], text) => text.text('record.entrance', { word: known(word!, text) })],
  [/^ground for wheelchairs: (.+)$/, ([word], text) => text.text('record.ground', { word: known(word!, text) })],
  [/^opening_hours=(.+)$/, ([hours], text) => text.text('openingHours', { hours: hours! })],
  [/^persons, (\w+) stay$/, ([stay], text) => text.text('record.room', { stay: text.word('stay', stay!) })],
  [/^no opening hours are recorded$/, as('openingUnknown')],
  [/^no outline is recorded$/, as('pointOnly')],
  [/^public green less what is built or wet$/, as('record.green')],
  [/^trees recorded on it, at most all open ground$/, as('record.trees')],
  [/^streets and gates that meet its edge$/, as('record.edge')],
];

/** What a criterion was counted from, in words; in the server's own where it has a form that is new to us. */
export function recordWords(fact: string, text: Words): Node | string {
  for (const [form, said] of FORMS) {
    const found = form.exec(fact);
    if (found) {
      return said(found.slice(1), text);
    }
  }
  return foreign(fact, text.language);
}
