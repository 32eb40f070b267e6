import { chosen, editsShown, sheltersShown } from '../../chosen';
import { el } from '../../dom';
import type { Editing } from '../../scenario/editing';
import type { Words } from '../../format';
import { hazardsOn } from '../../scenario/scenario';
import { changeOf, roomOf, shelterActions, shelterName } from '../../shelterCard';
import type { State, Store } from '../../state';
import { hazardName } from '../conditions';

/** Kept while the desk is drawn again and again. */
let unfolded = false;

/** The hazards and shelters of a scenario, each with what can be done to it: the way to edit without the map. */
export function scenarioParts(store: Store<State>, text: Words, editing: Editing): HTMLElement {
  const state = { ...store.get(), side: 'after' as const };
  const on = hazardsOn(editsShown(state));
  const hazards = (chosen(state)?.hazards ?? []).map((layer) => {
    const toggle = (event: Event) => void editing.edit({ type: 'hazard', name: layer.name, active: (event.target as HTMLInputElement).checked });
    return el('label', { class: 'toggle' }, el('input', { type: 'checkbox', 'data-hazard': layer.name, checked: on.includes(layer.name), onchange: toggle }), hazardName(layer, text));
  });
  const shelters = sheltersShown(state).map((shelter) =>
    el(
      'li',
      {},
      el('strong', {}, shelterName(shelter, text)),
      el('span', { class: 'quiet' }, [roomOf(shelter, undefined, text), changeOf(shelter, text)].filter(Boolean).join(' · ')),
      shelter.change === 'closed' ? null : shelterActions(shelter, text, editing, () => {}),
    ),
  );
  const list = el('details', { class: 'shelter-list', open: unfolded }, el('summary', {}, text.text('editShelters')), el('ul', { class: 'cards' }, ...shelters));
  list.addEventListener('toggle', () => {
    unfolded = list.open;
  });
  return el('div', {}, ...(hazards.length ? [el('fieldset', {}, el('legend', {}, text.text('scenarioHazards')), ...hazards)] : []), list);
}
