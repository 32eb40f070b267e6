import type { ShelterWay, State } from '../domain';
import type { Words } from '../format';
import type { Store } from '../state';
import { el, fill } from './dom';

/** Asks for the nearest shelters, and shows them with the way there. */
export function nearest(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'nearest' });
  const draw = () => {
    const text = words();
    const { at, nearest: found, way: chosen, loading, area, view } = store.get();
    root.setAttribute('aria-busy', String(loading.nearest));
    if (!area) {
      fill(root);
      return;
    }
    const buttons = el(
      'div',
      { class: 'ask' },
      el('button', { type: 'button', class: 'main', id: 'locate', onclick: () => locate(store) }, text.text('locate')),
      el('button', { type: 'button', id: 'ask', onclick: () => view && store.update({ at: [Number(view.lon.toFixed(6)), Number(view.lat.toFixed(6))], way: 0 }) }, text.text('ask')),
    );
    if (!at) {
      fill(root, buttons, el('p', { class: 'quiet' }, text.text('hint')));
      return;
    }
    const list = el('ol', { class: 'list ways' });
    found?.shelters.forEach((shelter, index) => list.append(el('li', {}, ...one(shelter, index, index === chosen, store, text))));
    fill(
      root,
      el('div', { class: 'row' }, el('h2', { tabindex: -1 }, text.text('nearestTitle')), el('button', { type: 'button', class: 'plain', id: 'clear', onclick: () => store.update({ at: null, nearest: null, way: 0 }) }, text.text('clear'))),
      el('p', { role: 'status', class: loading.nearest ? 'waiting' : 'hidden' }, loading.nearest ? text.text('loading') : found ? (first(found.shelters[0], text) ?? '') : ''),
      found && found.shelters.length === 0 ? el('p', {}, text.text('noShelters')) : list,
      buttons,
    );
  };
  store.on(['nearest', 'at', 'way', 'language', 'loading', 'area'], draw);
  draw();
  return root;
}

function first(shelter: ShelterWay | undefined, text: Words): string | null {
  return shelter ? `${name(shelter, text)}: ${time(shelter, text)}, ${text.metres(shelter.metres)}` : null;
}

function one(shelter: ShelterWay, index: number, open: boolean, store: Store<State>, text: Words): Node[] {
  const verdict = shelter.straightLine ? 'inTimeUnknown' : ({ yes: 'inTimeYes', no: 'inTimeNo', unknown: 'inTimeUnknown' } as const)[shelter.inTime];
  const hazards = Object.entries(shelter.hazards).filter(([, fit]) => fit === 'suitable').map(([hazard]) => text.word('hazard', hazard));
  const facts = [
    shelter.capacity === null ? text.text('capacityUnknown') : text.text('capacity', { people: text.count(shelter.capacity) }),
    hazards.length ? text.text('suitable', { hazards: hazards.join(text.language === 'zh' ? '、' : ', ') }) : text.text('hazardsUnknown'),
  ];
  const head = el(
    'button',
    { type: 'button', 'data-way': index, 'aria-expanded': String(open), onclick: () => store.update({ way: index }) },
    el('strong', {}, name(shelter, text)),
    el('span', { class: 'time' }, `${time(shelter, text)} · ${text.metres(shelter.metres)}`),
    shelter.straightLine ? null : el('span', { class: `verdict verdict-${shelter.inTime}` }, text.text(verdict)),
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

function name(shelter: ShelterWay, text: Words): string {
  return text.name(shelter.names, shelter.name) ?? text.text('unnamed');
}

function time(shelter: ShelterWay, text: Words): string {
  const { walkSeconds: sure, optimisticWalkSeconds: hoped } = shelter;
  if (sure === null) {
    return text.text('between', { least: text.minutes(hoped ?? 0) });
  }
  const most = text.minutes(sure);
  const least = text.minutes(hoped ?? sure);
  return least === most ? most : text.text('range', { least, most });
}

function locate(store: Store<State>): void {
  const fail = () => store.update({ failure: { about: 'position', sentence: null } });
  if (!navigator.geolocation) {
    fail();
    return;
  }
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => store.update({ at: [Number(coords.longitude.toFixed(6)), Number(coords.latitude.toFixed(6))], way: 0 }),
    fail,
    { enableHighAccuracy: true, timeout: 10_000 },
  );
}
