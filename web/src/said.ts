import { el, foreign } from './dom';
import type { Statement } from './domain';
import { figureName } from './figures';
import type { Words } from './format';
import { exactly } from './measure';
import { statements as en, type StatementCode } from './messages/enStatements';
import { statements as zh } from './messages/zhStatements';
import type { Verdict } from './spaces';

// What the server says as a code with values, in words.

const STATEMENTS: Record<Words['language'], Record<StatementCode, string>> = { en, zh };

type Blanks<Message extends string> = Message extends `${string}{${infer Blank}}${infer Rest}` ? Blank | Blanks<Rest> : never;
type Blank = Blanks<(typeof en)[StatementCode]>;
type Value = number | string;
type Values = Statement['values'];
type Write = (value: Value, text: Words, values: Values) => Node | string;

const number: Write = (value, text) => text.precise(Number(value));
const verdict: Write = (word, text) => text.text(`verdict.${word as Verdict}`);
const worded = (kind: Parameters<Words['word']>[0]): Write => (word, text) => text.word(kind, String(word));
const asRecorded: Write = (value) => el('span', { class: 'record' }, String(value));
const inEnglish: Write = (value, text) => foreign(String(value), text.language);

/** How the value in each blank is written; a list is written one by one. */
const WRITTEN: Record<Blank, Write> = {
  answer: (word, text) => (word === 'yes' || word === 'no' ? text.text(word) : text.text('notRecorded')),
  areas: number,
  asked: number,
  best: verdict,
  bound: number,
  budget: number,
  cars: number,
  classes: number,
  closedMetres: number,
  conditional: number,
  count: number,
  damage: number,
  decay: number,
  depths: number,
  edit: number,
  encoding: asRecorded,
  events: number,
  examples: asRecorded,
  fewest: number,
  figure: (key, text) => figureName(String(key), text),
  figures: worded('figures'),
  file: asRecorded,
  files: asRecorded,
  gapMetres: number,
  hazard: worded('hazard'),
  hazards: worded('hazard'),
  hours: asRecorded,
  laneMetres: number,
  least: number,
  leastMetres: number,
  localLanes: number,
  localSpeed: number,
  mainLanes: number,
  mainSpeed: number,
  metres: number,
  metresEach: number,
  minutes: number,
  missing: number,
  more: number,
  most: number,
  mostMetres: number,
  name: String,
  names: String,
  pack: worded('pack'),
  path: number,
  people: number,
  peopleMinutes: number,
  peopleWeights: number,
  percent: number,
  places: String,
  points: number,
  profile: worded('profile'),
  profiles: worded('profile'),
  raster: asRecorded,
  rasters: asRecorded,
  reason: inEnglish,
  record: asRecorded,
  road: number,
  room: number,
  samples: number,
  seconds: number,
  sections: number,
  shelterMinutes: number,
  shelterWeights: number,
  shelters: number,
  shift: number,
  sites: number,
  slope: number,
  slowMetres: number,
  slowSpeed: number,
  source: inEnglish,
  spaces: number,
  speed: number,
  squareMetres: number,
  stairsSpeed: number,
  stay: worded('stay'),
  storeys: number,
  street: number,
  thing: worded('thing'),
  total: number,
  type: worded('edit'),
  // Said with the value.
  unit: () => '',
  unknown: number,
  unsuitable: number,
  value: (value, text, { unit }) => exactly(Number(value), String(unit), text),
  verdict,
  walkwayMetres: number,
  wheelchair: (word, text) => (word === 'unknown' ? text.text('notRecorded') : text.word('wheelchair', String(word))),
  widePath: number,
  wideRoad: number,
  wideStreet: number,
  worst: verdict,
};

/** A statement of the server's in the language of the page; in the server's English where its code, or a value of it, is new to us. */
export function said({ code, values, sentence }: Statement, text: Words): HTMLElement {
  const message = STATEMENTS[text.language][code as StatementCode] as string | undefined;
  const parts = message?.split(/\{(\w+)\}/);
  if (!parts || parts.some((blank, at) => at % 2 === 1 && !(blank in values))) {
    return foreign(sentence, text.language);
  }
  return el('span', { 'data-code': code }, ...parts.flatMap((part, at) => (at % 2 === 1 ? written(part as Blank, values, text) : [part])));
}

function written(blank: Blank, values: Values, text: Words): (Node | string)[] {
  const value = values[blank];
  const all = Array.isArray(value) ? value : [value!];
  const between = text.list(['', '']);
  return all.flatMap((one, at) => (at > 0 ? [between, WRITTEN[blank](one, text, values)] : [WRITTEN[blank](one, text, values)]));
}
