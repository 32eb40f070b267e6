import { el, fill } from '../../dom';
import type { Entering } from '../../entering';
import type { Words } from '../../format';
import { withUnit } from '../../measure';
import type { NewFact } from '../../server';
import { shelterName } from '../../shelterCard';
import type { On } from '../../spaces';
import type { State, Store } from '../../state';
import { select } from '../controls';
import { factLine } from './factItem';
import { sentence } from '../report';
import { spaceName } from './spaceWords';

/** Kinds of facts with their unit; times to get ready are of places only. */
const KINDS: [kind: string, unit: string, places: boolean][] = [
  ['volunteers', 'persons', false], ['drills', 'drills a year', false], ['supplies', 'person-days', false], ['agreements', 'agreements', false],
  ['opening', 'minutes', true], ['equipping', 'minutes', true], ['staffing', 'minutes', true],
];
const ABOUT: On[] = ['area', 'district', 'space', 'shelter'];

/**
 * A form to enter a fact, with who says so and since when. What was written stays while the page speaks another language or learns more.
 *
 * @param said hears what came of it
 */
export function factForm(store: Store<State>, words: () => Words, entering: Entering, said: HTMLElement): HTMLElement {
  const root = el('form', { class: 'form fact-form', onsubmit: (event) => void enter(event) });
  const draft = { kind: 'volunteers', value: '', source: '', date: new Date().toISOString().slice(0, 10), note: '' };
  const kinds = () => KINDS.filter(([, , places]) => !places || ['space', 'shelter'].includes(store.get().factAbout.on));
  const draw = () => {
    const text = words();
    const { on, subject } = store.get().factAbout;
    const found = kinds();
    const [kind, unit] = found.find(([one]) => one === draft.kind) ?? found[0]!;
    draft.kind = kind;
    const choices = subjects(store.get(), text);
    const field = (name: Exclude<keyof typeof draft, 'kind'>, label: string, type: string, more = {}) =>
      el('label', { class: 'field' }, el('span', {}, label), el('input', { id: `fact-${name}`, type, value: draft[name], ...more, oninput: (event) => { draft[name] = (event.target as HTMLInputElement).value; } }));
    fill(
      root,
      el(
        'div',
        { class: 'pair' },
        select('fact-on', text.text('factAbout'), on, ABOUT.map((one) => [one, text.text(`about.${one}`)]), (value) => about(value as On)),
        on === 'area' ? null : select('fact-subject', text.text('factWhich'), String(subject ?? ''), choices, (value) => store.update({ factAbout: { on, subject: Number(value) } })),
        select('fact-kind', text.text('factKind'), kind, found.map(([one]) => [one, text.word('factKind', one)]), (value) => { draft.kind = value; draw(); }),
        field('value', text.text('factValue', { unit: withUnit('', unit, text).trim() }), 'number', { min: 0, step: 'any', required: true, inputmode: 'decimal' }),
        field('source', text.text('factSource'), 'text', { maxlength: 200, required: true, autocomplete: 'off' }),
        field('date', text.text('factDate'), 'date', { required: true }),
      ),
      field('note', text.text('factNote'), 'text', { maxlength: 2000, autocomplete: 'off' }),
      el('div', { class: 'row-buttons' }, el('button', { type: 'submit', class: 'main', id: 'fact-add' }, text.text('factAdd'))),
    );
  };
  /** The first of its kind, until another one is chosen. */
  const about = (on: On) => {
    store.update({ factAbout: { on, subject: null } });
    first();
  };
  const first = () => {
    const { on, subject } = store.get().factAbout;
    const [choice] = on === 'area' || subject !== null ? [] : subjects(store.get(), words());
    if (choice) {
      store.update({ factAbout: { on, subject: Number(choice[0]) } });
    }
  };
  const enter = async (event: Event) => {
    event.preventDefault();
    const { on, subject } = store.get().factAbout;
    if (on !== 'area' && subject === null) {
      return;
    }
    const { kind, value, source, date, note } = draft;
    const fact: NewFact = { kind, value: Number(value), source, date, ...(note.trim() ? { note } : {}), ...(on === 'area' ? {} : { [on]: subject! }) };
    const kept = await entering.add(fact);
    const text = words();
    if ('sentence' in kept) {
      fill(said, sentence(kept, text));
    } else {
      fill(said, text.text('factAdded', { fact: factLine(kept, text) }));
      Object.assign(draft, { value: '', note: '' });
      draw();
    }
  };
  store.on(['language', 'factAbout', 'shelters', 'spaces', 'area'], draw);
  store.on(['coverage'], (now, before) => now.coverage?.area !== before.coverage?.area && draw());
  store.on(['spaces', 'shelters', 'coverage'], first);
  draw();
  return root;
}

/** What of a kind there is, by number. Of the spaces without a name only the one that is meant, for nobody could tell them apart. */
function subjects({ factAbout: { on, subject }, coverage, shelters, spaces }: State, text: Words): [string, string][] {
  const named = <T>(all: T[], id: (one: T) => number, name: (one: T) => string): [string, string][] =>
    all.map((one): [string, string] => [String(id(one)), name(one)]).sort(([, a], [, b]) => a.localeCompare(b, text.language));
  switch (on) {
    case 'area':
      return [];
    case 'district':
      return named((coverage?.districts ?? []).filter(({ id }) => id !== null), ({ id }) => id!, ({ names, name, id }) => text.name(names, name) ?? String(id));
    case 'shelter':
      return named(shelters, ({ id }) => id, (one) => shelterName(one, text));
    case 'space':
      return named((spaces ?? []).filter(({ id, name }) => name !== null || id === subject), ({ id }) => id, (one) => `${spaceName(one, text)}${one.name === null ? ` (${one.sourceId})` : ''}`);
  }
}
