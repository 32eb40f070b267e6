import { el } from '../../dom';
import type { Words } from '../../format';
import { reading } from '../../measure';
import type { EverydayPart, JudgedSpace } from '../../spaces';
import { criteriaList, type Fold, scoreLine } from './criteria';

/** The everyday half of a card: who walks to it, when it is open, what is there, and what it is worth. */
export function everydayHalf({ everyday, figures }: JudgedSpace, fold: Fold, text: Words): HTMLElement {
  const { worth, openingHours, hoursPerWeek, wheelchair, publicGreen, inside, takingPart } = everyday;
  const things = (parts: EverydayPart['inside']) => text.list(parts.map(({ kind, count }) => text.text('countOf', { count: text.count(count), thing: text.word('thing', kind) })));
  const lines = [
    openingHours === null ? text.text('openingUnknown') : text.text('openingHours', { hours: openingHours }) + (hoursPerWeek === null ? '' : ` (${text.text('hoursPerWeek', { hours: text.decimal(hoursPerWeek) })})`),
    text.text('wheelchair', { word: wheelchair === null ? text.text('notRecorded') : text.word('wheelchair', wheelchair) }),
    text.text(publicGreen ? 'isGreen' : 'isNotGreen'),
    inside.length ? text.text('thingsInside', { things: things(inside) }) : text.text('thingsInsideNone'),
    takingPart.length ? text.text('thingsNear', { things: things(takingPart) }) : text.text('thingsNearNone'),
  ];
  return el(
    'section',
    { class: 'half', 'data-half': 'everyday' },
    scoreLine('everyday', worth, text),
    people(everyday, text),
    el('ul', { class: 'quiet lines' }, ...lines.map((line) => el('li', {}, line))),
    criteriaList('everyday', worth, figures, fold, text),
  );
}

/** Everybody, and each group that is recorded, by minutes. */
function people({ people: parts }: EverydayPart, text: Words): HTMLElement {
  const groups = [...new Set(parts.flatMap(({ groups: found }) => Object.keys(found ?? {})))];
  const head = ['', ...parts.map(({ minutes }) => text.text('minuteShort', { count: text.count(minutes) }))];
  const row = (name: string, cells: string[]) => el('tr', {}, el('th', { scope: 'row' }, name), ...cells.map((cell) => el('td', {}, cell)));
  return el(
    'table',
    { class: 'plain-table', 'data-table': 'people' },
    el('caption', {}, text.text('peopleWithin')),
    el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))),
    el(
      'tbody',
      {},
      row(text.text('everybody'), parts.map((part) => reading(part.people, text))),
      ...groups.map((group) => row(text.word('profile', group), parts.map((part) => reading(part.groups?.[group] ?? null, text)))),
    ),
  );
}
