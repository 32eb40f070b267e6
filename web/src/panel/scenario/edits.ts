import { chosen, editsShown, find } from '../../chosen';
import { el } from '../../dom';
import type { Editing } from '../../scenario/editing';
import type { Words } from '../../format';
import { type Edit, standing } from '../../scenario/scenario';
import { shelterName } from '../../shelterCard';
import type { State, Store } from '../../state';
import { hazardName } from '../conditions';

/** What the scenario changes, in words and in the order it was done; the last can be undone. */
export function editList(store: Store<State>, text: Words, editing: Editing): HTMLElement {
  const state = store.get();
  const edits = editsShown({ ...state, side: 'after' });
  const scenario = find(state, state.scenario);
  const kept = scenario?.edits.length ?? 0;
  const items = edits.map((edit, index) => {
    const gone = scenario?.notApplied?.find((one) => one.edit === index);
    return el(
      'li',
      { class: index < kept ? null : 'waiting' },
      inWords(edit, edits.slice(0, index), state, text),
      gone ? el('p', { class: 'warning' }, text.text('editGone', { reason: gone.reason })) : null,
    );
  });
  return el(
    'div',
    { class: 'edits' },
    el('h3', {}, text.text('edits', { count: text.count(edits.length) })),
    edits.length === 0 ? el('p', { class: 'quiet' }, text.text('noEdits')) : el('ol', { class: 'quiet' }, ...items),
    edits.length === 0 ? null : el('button', { type: 'button', class: 'plain', 'data-do': 'undo', onclick: () => void editing.undo() }, text.text('undo')),
  );
}

/** @param before the edits that came before it, which say what its shelter was called and held */
export function inWords(edit: Edit, before: Edit[], state: Pick<State, 'area' | 'areas' | 'shelters'>, text: Words): string {
  const shelter = 'shelter' in edit ? standing(state.shelters, before).find((one) => one.id === edit.shelter) : undefined;
  const name = shelter ? shelterName(shelter, text) : text.text('unnamed');
  const why = 'reason' in edit && edit.reason ? text.text('because', { reason: edit.reason }) : '';
  switch (edit.type) {
    case 'add-shelter':
      return edit.capacity === null ? text.text('editAdd', { name: edit.name }) : text.text('editAddFor', { name: edit.name, capacity: text.count(edit.capacity) });
    case 'close-shelter':
      return text.text('editClose', { name }) + why;
    case 'resize-shelter':
      return text.text('editResize', { name, capacity: text.count(edit.capacity), before: shelter?.capacity === null || !shelter ? text.text('notRecorded') : text.count(shelter.capacity) });
    case 'move-shelter':
      return shelter ? text.text('editMove', { name, metres: text.metres(metres(shelter, edit)) }) : text.text('editMoveOnly', { name });
    case 'close-street':
      return text.text('editStreet') + why;
    case 'close-area':
      return text.text('editArea', { corners: edit.geometry.coordinates[0]!.length - 1 }) + why;
    case 'hazard': {
      const layer = chosen(state)?.hazards?.find((one) => one.name === edit.name);
      return text.text(edit.active ? 'editHazardOn' : 'editHazardOff', { hazard: layer ? hazardName(layer, text) : edit.name });
    }
  }
}

type Place = { lon: number; lat: number };

/** As the crow flies, close enough for a few kilometres. */
function metres(from: Place, to: Place): number {
  const perDegree = 111_320;
  const east = (to.lon - from.lon) * perDegree * Math.cos((from.lat * Math.PI) / 180);
  return Math.hypot(east, (to.lat - from.lat) * perDegree);
}
