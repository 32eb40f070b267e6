import { hazardsShown, noneKnown, shown } from '../chosen';
import type { ShelterWay } from '../domain';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { el, fill } from '../dom';
import { roomOf } from '../shelterCard';

/** The nearest shelters from the place asked about, with the way there. */
export function nearest(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'nearest' });
  const draw = () => {
    const text = words();
    const { at, nearest: found, way: chosen, loading, area, coverage } = store.get();
    root.setAttribute('aria-busy', String(loading.nearest));
    root.hidden = !area || !at;
    if (root.hidden) {
      fill(root);
      return;
    }
    const close = () => store.update({ at: null, nearest: null, way: 0 });
    const list = el('ol', { class: 'list ways' });
    found?.shelters.forEach((shelter, index) => list.append(el('li', {}, ...one(shelter, index, index === chosen, store, text))));
    fill(
      root,
      el('div', { class: 'row' }, el('h2', {}, text.text('nearestTitle')), el('button', { type: 'button', class: 'plain', id: 'clear', onclick: close }, text.text('clear'))),
      el('p', { role: 'status', class: loading.nearest ? 'waiting' : 'hidden' }, loading.nearest ? text.text('loading') : found ? (first(found.shelters[0], text) ?? '') : ''),
      found?.inHazard ? el('p', { class: 'warning', role: 'alert' }, text.text('inHazard')) : null,
      shown(store.get()) === null ? null : el('p', { class: 'warning' }, text.text('nearestWhatIf')),
      found && found.shelters.length === 0 ? el('p', {}, text.text(noneKnown(coverage) ? 'noShelters' : 'noSheltersCount')) : list,
    );
  };
  store.on(['nearest', 'coverage', 'at', 'way', 'language', 'loading', 'area', 'scenario', 'from', 'side'], draw);
  draw();
  return root;
}

function first(shelter: ShelterWay | undefined, text: Words): string | null {
  return shelter ? `${name(shelter, text)}: ${time(shelter, text)}, ${text.metres(shelter.metres)}` : null;
}

function one(shelter: ShelterWay, index: number, open: boolean, store: Store<State>, text: Words): Node[] {
  const verdict = shelter.straightLine ? 'inTimeUnknown' : ({ yes: 'inTimeYes', no: 'inTimeNo', unknown: hazardsShown(store.get()).length ? 'inTimeUnknownHazard' : 'inTimeUnknown' } as const)[shelter.inTime];
  const hazards = Object.entries(shelter.hazards).filter(([, fit]) => fit === 'suitable').map(([hazard]) => text.word('hazard', hazard));
  const facts = [
    shelter.capacity === null ? text.text('capacityUnknown') : text.text('capacity', { people: text.count(shelter.capacity) }),
    hazards.length ? text.text('suitable', { hazards: text.list(hazards) }) : text.text('hazardsUnknown'),
  ];
  const head = el(
    'button',
    { type: 'button', 'data-way': index, 'aria-expanded': String(open), onclick: () => store.update({ way: index }) },
    el('strong', {}, name(shelter, text)),
    el('span', { class: 'time' }, `${time(shelter, text)} · ${text.metres(shelter.metres)}`),
    shelter.straightLine ? null : el('span', { class: `verdict verdict-${shelter.inTime}` }, text.text(verdict)),
    full(shelter, store.get(), text),
  );
  if (!open) {
    return [head];
  }
  const steps = el('ol', { class: 'steps' });
  shelter.steps.forEach((step) => steps.append(el('li', { class: step.stairs ? 'stairs' : null }, step.text)));
  return [
    head,
    el('p', { class: 'quiet' }, facts.join(' · ')),
    ...(shelter.illustrative ? [el('p', { class: 'note' }, text.text('illustrative'))] : []),
    ...(shelter.straightLine ? [el('p', { class: 'warning' }, text.text('straight'))] : []),
    ...(shelter.steps.length ? [el('h3', {}, text.text('steps', { count: shelter.steps.length })), steps] : []),
  ];
}

/** Where room counts: that nobody more would find any here. */
function full(shelter: ShelterWay, { coverage }: State, text: Words): HTMLElement | null {
  const room = coverage?.capacity?.shelters.find((one) => one.shelter === shelter.id);
  const taken = room !== undefined && shelter.capacity !== null && room.placed >= shelter.capacity;
  return taken ? el('span', { class: 'verdict verdict-no' }, text.text('fullHere', { room: roomOf(shelter, room, text) })) : null;
}

function name(shelter: ShelterWay, text: Words): string {
  return text.name(shelter.names, shelter.name) ?? text.text('unnamed');
}

function time(shelter: ShelterWay, text: Words): string {
  const { walkSeconds: sure, optimisticWalkSeconds: hoped } = shelter;
  if (shelter.straightLine || sure === null) {
    const known = hoped ?? sure;
    return known === null ? text.text('unknown') : text.text(shelter.straightLine ? 'straightTime' : 'atLeast', { least: text.minutes(known) });
  }
  const most = text.minutes(sure);
  const least = text.minutes(hoped ?? sure);
  return least === most ? most : text.text('range', { least, most });
}
