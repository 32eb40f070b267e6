import type { Language, State } from '../domain';
import type { Words } from '../format';
import type { Store } from '../state';
import { el, fill } from './dom';

/** What is asked: area, profile, minutes; and the language of the page. */
export function controls(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('div', { class: 'controls' });
  const draw = () => {
    const text = words();
    const { areas, area, profile, minutes, k, language } = store.get();
    const chosen = areas?.find((one) => one.name === area);
    fill(
      root,
      el(
        'div',
        { class: 'brand' },
        el('h1', {}, 'Commonground'),
        el('p', {}, text.text('title')),
        select('language', text.text('language'), language, [['en', 'English'], ['zh', '中文']], (value) => store.update({ language: value as Language })),
      ),
      chosen
        ? el(
            'div',
            { class: 'choices' },
            select('area', text.text('area'), area, (areas ?? []).map((one) => [one.name, text.name(one.titles, one.title) ?? one.name]), (value) =>
              store.update({ area: value, at: null, gap: null, district: null, view: null })),
            select('profile', text.text('profile'), profile, chosen.profiles.map((one) => [one.name, text.word('profile', one.name)]), (value) => store.update({ profile: value })),
            select('k', text.text('k'), String(k), ['1', '2', '3'].map((count) => [count, count]), (value) => store.update({ k: Number(value) })),
            minutesField(text.text('minutes'), minutes ?? chosen.minutes, chosen.minutesLimit, (value) => store.update({ minutes: value })),
          )
        : null,
    );
  };
  store.on(['areas', 'area', 'k', 'language'], draw);
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

function select(id: string, label: string, value: string | null, options: [string, string][], choose: (value: string) => void): HTMLElement {
  const field = el('select', { id, onchange: (event) => choose((event.target as HTMLSelectElement).value) });
  options.forEach(([word, name]) => field.append(el('option', { value: word, selected: word === value }, name)));
  return el('label', { class: `field field-${id}` }, el('span', {}, label), field);
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
