import { chosen, packOf } from '../chosen';
import { type Area, type HazardLayer, HAZARDS, type Language } from '../domain';
import { el, fill } from '../dom';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { hazardName } from './conditions';

/** What is asked: area, profile, minutes, and under which conditions, which on a phone are one press away; and the language of the page. */
export function controls(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('div', { class: 'controls' });
  let more = false;
  const draw = () => {
    const text = words();
    const { areas, area, profile, minutes, language } = store.get();
    const found = chosen(store.get());
    const unfold = () => {
      more = !more;
      draw();
    };
    fill(
      root,
      el(
        'div',
        { class: 'brand' },
        el('h1', {}, 'Commonground'),
        el('p', {}, text.text('title')),
        select('language', text.text('language'), language, [['en', 'English'], ['zh', '中文']], (value) => store.update({ language: value as Language })),
      ),
      found
        ? el(
            'div',
            { class: 'choices' },
            select('area', text.text('area'), area, (areas ?? []).map((one) => [one.name, text.name(one.titles, one.title) ?? one.name]), (value) =>
              store.update({ area: value, at: null, gap: null, district: null, space: null, view: null, hazard: null, scenario: null, from: null, side: 'after' })),
            select('profile', text.text('profile'), profile, (packOf(store.get(), store.get().rules) ?? found).profiles.map((one) => [one.name, text.word('profile', one.name)]), (value) => store.update({ profile: value })),
            minutesField(text.text('minutes'), minutes ?? found.minutes, found.minutesLimit, (value) => store.update({ minutes: value })),
            el('button', { type: 'button', id: 'more', 'aria-expanded': String(more), 'aria-controls': 'conditions', 'aria-label': text.text('moreConditions'), onclick: unfold }, '＋', sum(store.get())),
            el('div', { id: 'conditions', class: `conditions${more ? ' conditions-open' : ''}` }, ...conditions(found, store, text)),
          )
        : null,
    );
  };
  store.on(['areas', 'area', 'k', 'language', 'hazard', 'night', 'capacity', 'rules'], draw);
  store.on(['profile'], (now, before) => {
    const field = document.getElementById('profile') as HTMLSelectElement | null;
    if (before.profile === null || !field) {
      draw();
    } else if (now.profile !== null) {
      field.value = now.profile;
    }
  });
  store.on(['minutes'], (now) => {
    const field = document.getElementById('minutes') as HTMLInputElement | null;
    if (field && now.minutes !== null && document.activeElement !== field) {
      field.value = String(now.minutes);
    }
  });
  draw();
  return root;
}

/** How many conditions are set, so that one that is folded away is not forgotten. */
function sum({ k, hazard, night, capacity, rules }: State): HTMLElement | null {
  const count = [k > 1, hazard !== null, night, capacity, rules !== null].filter(Boolean).length;
  return count > 0 ? el('span', { class: 'badge' }, String(count)) : null;
}

/** A server that says nothing of hazards knows none of these but the count. */
function conditions({ hazards }: Area, store: Store<State>, text: Words): HTMLElement[] {
  const { k, hazard, night, capacity } = store.get();
  const kField = select('k', text.text('k'), String(k), ['1', '2', '3'].map((count) => [count, count]), (value) => store.update({ k: Number(value), ...(value === '1' ? {} : { capacity: false }) }));
  if (!hazards) {
    return [kField];
  }
  const named = (layers: Pick<HazardLayer, 'name' | 'hazard'>[]) => layers.map((layer): [string, string] => [layer.name, hazardName(layer, text)]);
  const kinds = HAZARDS.filter((kind) => hazards.every((layer) => layer.name !== kind)).map((kind) => ({ name: kind, hazard: kind }));
  return [
    kField,
    select(
      'hazard',
      text.text('hazard'),
      hazard ?? '',
      [['', text.text('noHazard')]],
      (value) => store.update({ hazard: value || null }),
      [[text.text('hazardZones'), named(hazards)], [text.text('hazardKinds'), named(kinds)]],
    ),
    ...rulesField(store, text),
    toggle('night', text.text('night'), night, (on) => store.update({ night: on })),
    toggle('capacity', text.text('countRoom'), capacity, (on) => store.update({ capacity: on, ...(on ? { k: 1 } : {}) })),
  ];
}

/** The usual minutes of a pack give way to those of the next; others stay. */
function rulesField(store: Store<State>, text: Words): HTMLElement[] {
  const { packs, rules, minutes } = store.get();
  const now = packOf(store.get(), rules);
  if (!packs || !now) {
    return [];
  }
  const choose = (name: string) => {
    const next = packs.find((pack) => pack.name === name)!;
    store.update({ rules: next.default ? null : name, ...(minutes === now.minutes ? { minutes: next.minutes } : {}) });
  };
  const usualFirst = [...packs].sort((a, b) => Number(b.default) - Number(a.default));
  return [select('rules', text.text('ruleChoice'), now.name, usualFirst.map((pack) => [pack.name, text.name(pack.titles, pack.title) ?? pack.title]), choose)];
}

export function select(id: string, label: string, value: string | null, options: [string, string][], choose: (value: string) => void, groups: [string, [string, string][]][] = []): HTMLElement {
  const field = el('select', { id, onchange: (event) => choose((event.target as HTMLSelectElement).value) });
  const option = ([word, name]: [string, string]) => el('option', { value: word, selected: word === value }, name);
  field.append(...options.map(option));
  groups.filter(([, inside]) => inside.length).forEach(([label, inside]) => field.append(el('optgroup', { label }, ...inside.map(option))));
  return el('label', { class: `field field-${id}` }, el('span', {}, label), field);
}

export function toggle(id: string, label: string, on: boolean, choose: (on: boolean) => void): HTMLElement {
  const field = el('input', { type: 'checkbox', id, checked: on, onchange: (event) => choose((event.target as HTMLInputElement).checked) });
  return el('label', { class: `toggle toggle-${id}` }, field, label);
}

function minutesField(label: string, value: number, limit: { min: number; max: number }, choose: (value: number) => void): HTMLElement {
  const field = el('input', {
    id: 'minutes',
    type: 'number',
    inputmode: 'numeric',
    min: limit.min,
    max: limit.max,
    step: 1,
    value,
    onchange: () => {
      const asked = Math.round(Number(field.value));
      const kept = Number.isFinite(asked) && field.value !== '' ? Math.min(limit.max, Math.max(limit.min, asked)) : value;
      field.value = String(kept);
      choose(kept);
    },
  });
  return el('label', { class: 'field field-minutes' }, el('span', {}, label), field);
}
