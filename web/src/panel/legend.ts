import { chosen, hazardsShown, noneKnown, sitesShown } from '../chosen';
import type { Area } from '../domain';
import { el, fill } from '../dom';
import type { Words } from '../format';
import type { MessageKey } from '../messages/en';
import { CHANGES, DEPTH_STEPS, NO_WAY, OF_ROOM, ROOM, timeSteps } from '../palette';
import { sitesOf } from '../siting/siting';
import type { State, Store } from '../state';
import { givenUp } from '../siting/wanted';
import { hazardName } from './conditions';
import { flowLegend } from './evacuation/flowLegend';
import { groundLegend } from './space/groundLegend';

/** Tiles hold houses from zoom 12 on, and the map is drawn from tiles one step coarser than itself; half a step rounds up. */
const HOUSES_FROM_ZOOM = 12.5;

type Add = (colour: string | null, label: string, name?: string) => void;

/** What the colours on the map mean. */
export function legend(root: HTMLElement, store: Store<State>, words: () => Words): void {
  const draw = () => {
    const state = store.get();
    const { minutes, view, side, capacity } = state;
    const text = words();
    const area = chosen(state);
    if (!minutes || !area) {
      fill(root);
      return;
    }
    const flow = flowLegend(state, text);
    root.classList.toggle('with-flow', flow.length > 0);
    if (flow.length > 0) {
      root.classList.remove('with-ground');
      fill(root, ...flow);
      return;
    }
    const list = el('ul', {});
    const add: Add = (colour, label, name = 'swatch') => list.append(el('li', {}, el('span', { class: name, style: colour ? `background-color:${colour}` : null }), label));
    const compared = state.scenario !== null && side === 'difference';
    if (compared) {
      differences(add, capacity, state.comparison, text);
    } else if (noneKnown(state.coverage)) {
      add(NO_WAY, text.text('legendUnrecorded'));
    } else if (capacity) {
      rooms(add, state, text);
    } else {
      walks(add, minutes, state, text);
    }
    hazards(add, area, hazardsShown(state), text);
    if (!noneKnown(state.coverage)) {
      add(null, text.text('legendShelter'), 'swatch swatch-shelter');
      add(null, text.text(capacity ? 'legendGapRoom' : 'legendGap'), 'swatch swatch-gap');
    }
    sites(add, state, text);
    const title = compared ? (capacity ? 'legendDifferenceRoom' : 'legendDifference') : capacity ? 'legendRoom' : 'legend';
    const card = groundLegend(state, text);
    root.classList.toggle('with-ground', card.length > 0);
    fill(
      root,
      ...card,
      el('h2', {}, text.text(title)),
      list,
      far(view) ? el('p', { class: 'far' }, text.text('zoomIn')) : null,
    );
  };
  store.on(['siting', 'wanted'], (now, before) => (now.siting.answer !== before.siting.answer || now.siting.trial !== before.siting.trial || now.wanted.places !== before.wanted.places) && draw());
  store.on(['evacuation'], (now, before) => (now.evacuation.films !== before.evacuation.films || now.evacuation.shows !== before.evacuation.shows) && draw());
  store.on(['reports'], (now, before) => now.reports.space.answer !== before.reports.space.answer && draw());
  const far = (view: State['view']) => view !== null && view.zoom < HOUSES_FROM_ZOOM;
  store.on(['coverage', 'comparison', 'capacity', 'minutes', 'language', 'area', 'areas', 'hazard', 'scenario', 'from', 'side', 'scenarios', 'pending'], draw);
  store.on(['view'], (now, before) => far(now.view) !== far(before.view) && draw());
  draw();
}

function sites(add: Add, state: State, text: Words): void {
  const found = sitesShown(state);
  const { asked } = state.siting;
  if (found && asked && found.value !== null && givenUp(asked.wanted.existing, asked.shelters, sitesOf(state.siting)).length) {
    add(null, text.text('legendGivenUp'), 'swatch swatch-site-given-up');
  }
  if (state.wanted.places.length) {
    add(null, text.text('legendDrawn'), 'swatch swatch-site swatch-site-drawn');
  }
  if (found?.chosen.length) {
    add(null, text.text('legendChosen'), 'swatch swatch-site');
  }
  if (found?.notChosen.length) {
    add(null, text.text('legendNotChosen'), 'swatch swatch-site swatch-site-other');
  }
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

/** Of the people of a house, the worst that holds for any of them. */
function rooms(add: Add, { coverage }: State, text: Words): void {
  for (const [found, colour] of Object.entries(ROOM) as [keyof typeof ROOM, string][]) {
    const met = !coverage || (found !== 'unknown' && found !== 'unreachable') || coverage.people[found] > 0;
    if (met) {
      add(found === 'unknown' ? null : colour, text.text(`roomAt.${found}`), found === 'unknown' ? 'swatch swatch-unknown' : 'swatch');
    }
  }
}

/** What hangs on facts not recorded is told only where there is such. */
function differences(add: Add, capacity: boolean, comparison: State['comparison'], text: Words): void {
  const range = capacity || !comparison || comparison.from.people.unknown + comparison.to.people.unknown > 0;
  for (const [change, colour] of Object.entries(CHANGES)) {
    if (!range && (change === 'surer' || change === 'lessSure')) {
      continue;
    }
    const ofRoom = capacity && OF_ROOM.has(change);
    add(colour, text.text(`${ofRoom ? 'roomChange' : 'change'}.${change}` as MessageKey), `swatch swatch-${change}`);
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
