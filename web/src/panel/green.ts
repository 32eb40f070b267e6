import type { GreenPart } from '../districts';
import { el } from '../dom';
import type { Words } from '../format';
import { amount, exactly } from '../measure';
import type { State, Store } from '../state';
import { report } from './report';

/** The public green that people have: on the ground of their district, and within a walk; and how many have none. */
export function green(store: Store<State>, words: () => Words): HTMLElement {
  return report(store, words, 'green', 'green', ({ demandedM2, minutes, all, districts }, text) => {
    const head = [text.text('district'), text.text('greenGround'), ...minutes.map((count) => text.text('greenWithout', { minutes: text.count(count) }))];
    return [
      el('p', {}, text.text('greenDemand', { demanded: exactly(demandedM2, 'm2', text) })),
      ...all.within.map((within) => reached(within, text)),
      el('p', { class: 'quiet' }, text.text('greenHint')),
      el(
        'div',
        { class: 'wide-table' },
        el(
          'table',
          { class: 'plain-table', 'data-table': 'green' },
          el('caption', { class: 'hidden' }, text.text('green')),
          el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))),
          el('tbody', {}, ...districts.map((part) => row(text.name(part.names, part.name) ?? text.text('outside'), part, demandedM2, text))),
          el('tfoot', {}, row(text.text('wholeArea'), all, demandedM2, text)),
        ),
      ),
    ];
  });
}

function row(name: string, { m2PerPerson, within }: GreenPart, demanded: number, text: Words): HTMLElement {
  return el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, ...each(m2PerPerson, demanded, text)), ...within.map(({ without, unknown }) => el('td', {}, text.between(without, without + unknown))));
}

function each(m2PerPerson: number | null, demanded: number, text: Words): (Node | string)[] {
  if (m2PerPerson === null) {
    return ['–'];
  }
  const enough = m2PerPerson >= demanded;
  return [text.decimal(m2PerPerson), el('span', { 'aria-hidden': 'true' }, enough ? ' ✓' : ' ▼'), el('span', { class: 'hidden' }, `, ${text.text(enough ? 'greenEnough' : 'greenLess')}`)];
}

function reached({ minutes, m2PerPerson, demandedM2: demanded }: GreenPart['within'][number], text: Words): HTMLElement {
  return el('p', { class: 'quiet' }, text.text('greenReached', { minutes: text.count(minutes), m2: amount(m2PerPerson, 'm2', text), demanded: exactly(demanded, 'm2', text) }));
}
