import { chosen, hazardsShown } from '../chosen';
import type { Area } from '../domain';
import { el, fill } from '../dom';
import type { Words } from '../format';
import type { MessageKey } from '../messages/en';
import { CHANGES, DEPTH_STEPS, NO_WAY, timeSteps } from '../palette';
import type { State, Store } from '../state';
import { hazardName } from './conditions';

/** Tiles hold houses from zoom 12 on, and the map is drawn from tiles one step coarser than itself; half a step rounds up. */
const HOUSES_FROM_ZOOM = 12.5;

type Add = (colour: string | null, label: string, name?: string) => void;

/** What the colours on the map mean. */
export function legend(root: HTMLElement, store: Store<State>, words: () => Words): void {
  const draw = () => {
    const state = store.get();
    const { minutes, view, side, coverage } = state;
    const text = words();
    const area = chosen(state);
    if (!minutes || !area) {
      fill(root);
      return;
    }
    const list = el('ul', {});
    const add: Add = (colour, label, name = 'swatch') => list.append(el('li', {}, el('span', { class: name, style: colour ? `background-color:${colour}` : null }), label));
    const compared = state.scenario !== null && side === 'difference';
    if (compared) {
      differences(add, text);
    } else {
      walks(add, minutes, state, text);
    }
    hazards(add, area, hazardsShown(state), text);
    add(null, text.text('legendShelter'), 'swatch swatch-shelter');
    add(null, text.text('legendGap'), 'swatch swatch-gap');
    fill(
      root,
      el('h2', {}, text.text(compared ? 'legendDifference' : 'legend')),
      list,
      coverage?.capacity && !compared ? el('p', { class: 'far' }, text.text('legendWalk')) : null,
      far(view) ? el('p', { class: 'far' }, text.text('zoomIn')) : null,
    );
  };
  const far = (view: State['view']) => view !== null && view.zoom < HOUSES_FROM_ZOOM;
  store.on(['coverage', 'minutes', 'language', 'area', 'areas', 'hazard', 'scenario', 'from', 'side', 'scenarios', 'pending'], draw);
  store.on(['view'], (now, before) => far(now.view) !== far(before.view) && draw());
  draw();
}

function walks(add: Add, minutes: number, { coverage }: State, text: Words): void {
  timeSteps(minutes).forEach((step) => {
    const key = Number.isFinite(step.toMinutes) ? (step.inTime ? 'legendUpTo' : 'legendLate') : 'legendBeyond';
    add(step.colour, text.text(key, { from: text.count(step.fromMinutes), to: text.count(step.toMinutes) }));
  });
  // The map has its colours before the numbers are there; until then each of them may be met.
  if (!coverage || coverage.people.unknown > 0) {
    add(null, text.text('unknown'), 'swatch swatch-unknown');
  }
  if (!coverage || coverage.people.unreachable > 0) {
    add(NO_WAY, text.text('unreachable'));
  }
}

function differences(add: Add, text: Words): void {
  for (const [change, colour] of Object.entries(CHANGES)) {
    add(colour, text.text(`change.${change}` as MessageKey), change === 'lost' ? 'swatch swatch-lost' : 'swatch');
  }
}

function hazards(add: Add, area: Area, names: string[], text: Words): void {
  for (const layer of area.hazards?.filter((one) => names.includes(one.name)) ?? []) {
    const name = hazardName(layer, text);
    if (layer.deepestM === null) {
      add(null, name, 'swatch swatch-hazard');
      continue;
    }
    let from = 0;
    for (const { toM, colour } of DEPTH_STEPS) {
      if (from <= layer.deepestM) {
        add(colour, text.text(Number.isFinite(toM) ? 'legendDepth' : 'legendDeeper', { hazard: name, from: text.decimal(from), to: text.decimal(toM) }), 'swatch swatch-hazard');
      }
      from = toM;
    }
  }
}
