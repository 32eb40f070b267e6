import type { ShelterRoom } from './domain';
import { el } from './dom';
import type { Editing } from './scenario/editing';
import type { Words } from './format';
import type { Standing } from './scenario/scenario';

const MOST = 1_000_000;

export function shelterName(shelter: { name: string | null; names: Record<string, string> }, text: Words): string {
  return text.name(shelter.names, shelter.name) ?? text.text('unnamed');
}

/** Room of a shelter, and how much of it is taken where that was asked for. */
export function roomOf(shelter: Pick<Standing, 'capacity'>, room: ShelterRoom | undefined, text: Words): string {
  if (shelter.capacity === null) {
    return room ? text.text('placedUnknown', { placed: text.count(room.placed) }) : text.text('capacityUnknown');
  }
  return room
    ? text.text('placedOf', { placed: text.count(room.placed), capacity: text.count(shelter.capacity) })
    : text.text('capacity', { people: text.count(shelter.capacity) });
}

/** What a scenario has done to a shelter; null where nothing. */
export function changeOf({ change }: Standing, text: Words): string | null {
  return change === 'none' ? null : text.text(({ added: 'wasAdded', moved: 'wasMoved', resized: 'wasResized', closed: 'wasClosed' } as const)[change]);
}

/** What a scenario can do to a shelter: give it room for so many, move it, close it. */
export function shelterActions(shelter: Standing, text: Words, editing: Editing, done: () => void): HTMLElement {
  const room = el('input', { type: 'number', inputmode: 'numeric', min: 0, max: MOST, step: 1, value: shelter.capacity ?? '', 'data-room': shelter.id });
  const resize = (event: Event) => {
    event.preventDefault();
    const capacity = Number(room.value);
    if (room.value !== '' && Number.isInteger(capacity) && capacity >= 0 && capacity <= MOST && capacity !== shelter.capacity) {
      void editing.edit({ type: 'resize-shelter', shelter: shelter.id, capacity });
      done();
    }
  };
  const button = (name: string, label: string, act: () => void) =>
    el('button', { type: 'button', [`data-${name}`]: shelter.id, onclick: () => { act(); done(); } }, label);
  return el(
    'form',
    { class: 'actions', onsubmit: resize },
    el('label', { class: 'field' }, el('span', {}, text.text('roomFor')), room),
    el('button', { type: 'submit', 'data-resize': shelter.id }, text.text('setRoom')),
    button('move', text.text('moveShelter'), () => editing.use({ kind: 'move', shelter: shelter.id })),
    button('close', text.text('closeShelter'), () => editing.closeShelter(shelter.id)),
  );
}
