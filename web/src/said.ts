import { el, foreign } from './dom';
import type { Statement } from './domain';
import type { Words } from './format';
import { statements as en, type StatementCode } from './messages/enStatements';
import { statements as zh } from './messages/zhStatements';
import type { Verdict } from './spaces';

// What the server says as a code with values, in words.

const STATEMENTS: Record<Words['language'], Record<StatementCode, string>> = { en, zh };

type Blanks<Message extends string> = Message extends `${string}{${infer Blank}}${infer Rest}` ? Blank | Blanks<Rest> : never;
type Blank = Blanks<(typeof en)[StatementCode]>;
type Value = number | string;
type Write = (value: Value, text: Words) => Node | string;

const number: Write = (value, text) => text.precise(Number(value));
const verdict: Write = (word, text) => text.text(`verdict.${word as Verdict}`);
const worded = (kind: Parameters<Words['word']>[0]): Write => (word, text) => text.word(kind, String(word));

/** How the value in each blank is written; a list is written one by one. */
const WRITTEN: Record<Blank, Write> = {
  answer: (word, text) => (word === 'yes' || word === 'no' ? text.text(word) : text.text('notRecorded')),
  best: verdict,
  count: number,
  fewest: number,
  hazard: worded('hazard'),
  hours: String,
  metres: number,
  minutes: number,
  most: number,
  people: number,
  record: (id) => el('span', { class: 'record' }, String(id)),
  stay: worded('stay'),
  thing: worded('thing'),
  verdict,
  wheelchair: (word, text) => (word === 'unknown' ? text.text('notRecorded') : text.word('wheelchair', String(word))),
  worst: verdict,
};

/** A statement of the server's in the language of the page; in the server's English where its code is new to us. */
export function said({ code, values, sentence }: Statement, text: Words): HTMLElement {
  const message = STATEMENTS[text.language][code as StatementCode] as string | undefined;
  if (message === undefined) {
    return foreign(sentence, text.language);
  }
  return el('span', { 'data-code': code }, ...message.split(/(\{\w+\})/).map((part) => {
    const blank = /^\{(\w+)\}$/.exec(part)?.[1];
    return blank === undefined ? part : written(blank as Blank, values[blank], text);
  }));
}

function written(blank: Blank, value: Statement['values'][string] | undefined, text: Words): Node | string {
  if (value === undefined) {
    return '';
  }
  return Array.isArray(value) ? text.list(value.map((one) => String(WRITTEN[blank](one, text)))) : WRITTEN[blank](value, text);
}
