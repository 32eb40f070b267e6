import { chosen } from '../chosen';
import { el, fill } from '../dom';
import type { Words } from '../format';
import type { Expected } from '../reports';
import type { State, Store } from '../state';
import { share } from './answer';
import { sentence } from './report';

const MOST_PERCENT = 60;

/** Who still reaches a shelter when buildings have fallen into the streets: expected over many chances, as a range. Computed when asked. */
export function expected(store: Store<State>, words: () => Words): HTMLElement {
  const summary = el('summary');
  const shown = el('output', { for: 'damage' });
  const slider = el('input', { type: 'range', id: 'damage', min: 0, max: MOST_PERCENT, step: 5, oninput: () => store.update({ damage: Number(slider.value) }) });
  const label = el('span');
  const compute = el('button', { type: 'button', id: 'compute', onclick: () => press(store) });
  const body = el('div', { 'aria-live': 'polite' });
  const root = el(
    'details',
    { class: 'report report-expected' },
    summary,
    el('div', { class: 'report-body' }, el('label', { class: 'slider' }, label, slider, shown), el('div', { class: 'row-buttons' }, compute), body),
  );
  const draw = () => {
    const text = words();
    const { reports, damage } = store.get();
    const { waiting, answer, failure, missing } = reports.expected;
    root.hidden = missing || !chosen(store.get())?.hazards;
    summary.textContent = text.text('expected');
    label.textContent = text.text('damage');
    slider.value = String(damage);
    shown.textContent = text.share(damage, 100);
    slider.setAttribute('aria-valuetext', text.share(damage, 100));
    compute.textContent = text.text('compute');
    compute.disabled = waiting;
    body.setAttribute('aria-busy', String(waiting));
    const said = waiting
      ? [el('p', { class: 'waiting' }, text.text('loading'))]
      : failure
        ? [sentence(failure, text)]
        : answer
          ? result(answer, store.get(), text)
          : [el('p', { class: 'quiet' }, text.text('expectedHint'))];
    fill(body, ...said);
  };
  store.on(['reports', 'damage', 'language', 'area', 'areas'], draw);
  draw();
  return root;
}

function press(store: Store<State>): void {
  const { reports } = store.get();
  store.update({ reports: { ...reports, expected: { ...reports.expected, open: true } } });
}

function result({ people, samples, damage }: Expected, { coverage }: State, text: Words): (HTMLElement | null)[] {
  const { total, expected: mean, mostExpected = mean, low, high, bad } = people;
  const [least, most] = [text.share(Math.round(mean), total), text.share(Math.round(mostExpected), total)];
  const whole = (value: number) => text.count(Math.round(value));
  return [
    el('p', { class: 'headline' }, el('strong', { 'data-expected': '' }, least === most ? least : `${least}–${most}`), ' ', text.text('expectedShare', { damage: text.share(damage, 100) })),
    el('p', {}, text.text('expectedMeans', { people: whole(mean), low: whole(low), high: whole(high), samples: text.count(samples) })),
    bad === undefined ? null : el('p', {}, text.text('expectedBad', { people: text.count(bad) })),
    least === most ? null : el('p', { class: 'quiet' }, text.text('expectedMost', { people: whole(mostExpected) })),
    coverage && !coverage.capacity ? el('p', { class: 'quiet' }, text.text('expectedNow', { share: share(text, coverage.people) })) : null,
  ];
}
