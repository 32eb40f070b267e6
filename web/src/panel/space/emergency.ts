import { el } from '../../dom';
import type { Words } from '../../format';
import { amount, beyond, exactly, reading } from '../../measure';
import type { EntrancesPart, Ground, JudgedSpace, Readings, RoomPart } from '../../spaces';
import { criteriaList, type Fold, scoreLine } from './criteria';
import { figureList, sentenceCase, testItem, testLine, verdictOf } from './spaceWords';

/** The emergency half of a card: for which hazards it is fit, how many it holds, how they get in, and what it is worth. */
export function emergencyHalf(answer: JudgedSpace, fold: Fold, text: Words): HTMLElement {
  const { emergency, hazards, rooms, entrances, ground, figures, summary } = answer;
  return el(
    'section',
    { class: 'half', 'data-half': 'emergency' },
    scoreLine('emergency', emergency, text),
    el('h4', {}, text.text('verdicts')),
    ...hazards.map(({ hazard, tests, ...verdict }) =>
      fold(
        `hazard-${hazard}`,
        [el('span', { class: `space-${verdict.verdict}` }, `${sentenceCase(text.word('hazard', hazard))}: ${verdictOf(verdict, text)}`)],
        tests.length ? el('ul', { class: 'tests' }, ...tests.map((test) => testItem(test, figures, text))) : el('p', {}, text.text('noTests')),
      ),
    ),
    el('h4', {}, text.text('rooms')),
    ...roomParts(rooms, summary.givenPersons, answer, fold, text),
    el('h4', {}, text.text('entrances')),
    ...entranceParts(entrances, answer, fold, text),
    ...(ground ? groundParts(ground, text) : []),
    criteriaList('emergency', emergency, figures, fold, text),
    ...distances(emergency.metresTo, text),
  );
}

function roomParts(rooms: RoomPart[], given: number | null, { figures }: JudgedSpace, fold: Fold, text: Words): (HTMLElement | null)[] {
  const head = [text.text('roomStay'), text.text('roomTogether'), ...(given === null ? [] : [text.text('roomBeyond')])];
  const rows = rooms.map(({ stay, outdoorPersons, indoorPersons, persons, givenBeyond }) => {
    // Where the rules have no figure for it there is none to tell.
    const parts = [...(outdoorPersons ? [text.text('roomOutdoor', { people: reading(outdoorPersons, text) })] : []), ...(indoorPersons ? [text.text('roomIndoor', { people: reading(indoorPersons, text) })] : [])];
    return el(
      'tr',
      { 'data-stay': stay },
      el('th', { scope: 'row' }, sentenceCase(text.word('stay', stay)), el('small', {}, parts.join(' · '))),
      el('td', {}, reading(persons, text)),
      given === null ? null : el('td', {}, givenBeyond ? beyond(givenBeyond, text) : '–'),
    );
  });
  const small = rooms.flatMap(({ leastArea, stay }) =>
    leastArea && leastArea.state !== 'passed' ? [el('p', { class: 'quiet' }, `${sentenceCase(text.word('stay', stay))}: ${testLine(leastArea, text)}`)] : []);
  return [
    el('table', { class: 'plain-table', 'data-table': 'rooms' }, el('caption', { class: 'hidden' }, text.text('rooms')), el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))), el('tbody', {}, ...rows)),
    el('p', { class: 'quiet' }, given === null ? text.text('roomGivenNone') : text.text('roomGiven', { given: exactly(given, 'persons', text) })),
    ...small,
    fold('room-figures', [text.text('criterionFigures')], figureList(figures.filter(({ key }) => key.startsWith('stay.')), text)),
  ];
}

function entranceParts(entrances: EntrancesPart | null, { stay }: JudgedSpace, fold: Fold, text: Words): (HTMLElement | null)[] {
  if (entrances === null) {
    return [el('p', {}, text.text('entrancesNone'))];
  }
  const { count, directions, peoplePerHour, clearanceMinutes, within, list } = entrances;
  const nobody = clearanceMinutes !== null && clearanceMinutes.pessimistic === null;
  return [
    el('p', {}, text.text('entranceSum', { count: reading(count, text), directions: reading(directions, text), flow: reading(peoplePerHour, text) })),
    nobody ? el('p', {}, text.text('clearanceNobody')) : null,
    clearanceMinutes === null || clearanceMinutes.optimistic === null ? null : el('p', {}, clearance(clearanceMinutes, within, text.word('stay', stay), text)),
    list.length ? fold('entrances', [text.text('entrancesRecorded', { count: text.count(list.length) })], entranceTable(list, text)) : el('p', { class: 'quiet' }, text.text('entrancesNoneFound')),
  ];
}

/** Rounded up, so that nobody is said to be in who is not. */
function clearance(minutes: Readings, within: number | null, stay: string, text: Words): string {
  const time = text.text('minuteShort', { count: reading(minutes, text, (value) => text.count(Math.ceil(value))) });
  return within === null ? text.text('clearance', { stay, minutes: time }) : text.text('clearanceAsked', { stay, minutes: time, within: exactly(within, 'min', text) });
}

function entranceTable(list: EntrancesPart['list'], text: Words): HTMLElement {
  const yes = (value: boolean | null) => (value === null ? text.text('unknown') : text.text(value ? 'yes' : 'no'));
  const rows = list.map((one) => [text.word('compass', one.compass), amount(one.widthM, 'm', text), yes(one.open), yes(one.wheelchair)]);
  const head = (['entranceWhere', 'entranceWidth', 'entranceOpen', 'entranceWheels'] as const).map((key) => el('th', { scope: 'col' }, text.text(key)));
  const body = rows.map(([side, ...cells]) => el('tr', {}, el('th', { scope: 'row' }, side!), ...cells.map((cell) => el('td', {}, cell))));
  return el('table', { class: 'plain-table' }, el('caption', { class: 'hidden' }, text.text('entrances')), el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...body));
}

function groundParts({ outlineM2, effectiveM2, takenOff, widthM, meanSlopePercent, unmeasuredM2, heightsUnknown }: Ground, text: Words): HTMLElement[] {
  const row = (name: string, value: string, kind = '') => el('tr', { class: kind }, el('th', { scope: 'row' }, name), el('td', {}, value));
  const off = takenOff.filter(({ pessimisticM2, optimisticM2 }) => pessimisticM2 > 0 || optimisticM2 > 0);
  const lines = [
    text.text('groundWidth', { width: amount(widthM, 'm', text) }),
    text.text('groundSlope', { slope: amount(meanSlopePercent, '%', text) }),
    ...(unmeasuredM2 > 0 ? [text.text('groundUnmeasured', { area: exactly(unmeasuredM2, 'm2', text) })] : []),
    ...(heightsUnknown > 0 ? [text.text('groundHeights', { count: text.count(heightsUnknown) })] : []),
  ];
  return [
    el('h4', {}, text.text('ground')),
    el(
      'table',
      { class: 'plain-table', 'data-table': 'ground' },
      el('caption', { class: 'hidden' }, text.text('ground')),
      el(
        'tbody',
        {},
        row(text.text('outline'), exactly(outlineM2, 'm2', text)),
        ...off.map(({ cause, pessimisticM2, optimisticM2 }) => row(`− ${text.word('off', cause)}`, amount({ pessimistic: pessimisticM2, optimistic: optimisticM2 }, 'm2', text))),
        row(`= ${text.text('effective')}`, amount(effectiveM2, 'm2', text), 'sum'),
      ),
    ),
    el('p', { class: 'quiet' }, lines.join(' ')),
  ];
}

function distances(metresTo: Record<string, number>, text: Words): HTMLElement[] {
  const entries = Object.entries(metresTo);
  return entries.length === 0
    ? []
    : [el('h4', {}, text.text('dangersHelps')), el('p', { class: 'quiet' }, text.list(entries.map(([kind, metres]) => `${text.word('thing', kind)} ${text.metres(metres)}`)))];
}
