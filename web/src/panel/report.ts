import { el, fill, foreign } from '../dom';
import type { Statement } from '../domain';
import type { Words } from '../format';
import type { MessageKey } from '../messages/en';
import { chosen } from '../chosen';
import { said } from '../said';
import type { Report, Reports, State, Store } from '../state';

type Answer<N extends keyof Reports> = NonNullable<Reports[N]['answer']>;

/** A part of the panel whose answer is asked for when somebody opens it. It is not there where the server does not know the question. */
export function report<N extends keyof Reports>(
  store: Store<State>,
  words: () => Words,
  name: N,
  title: MessageKey,
  content: (answer: Answer<N>, text: Words) => (HTMLElement | null)[],
): HTMLDetailsElement {
  const summary = el('summary');
  const body = el('div', { class: 'report-body', 'aria-live': 'polite' });
  const root = el('details', { class: `report report-${name}` }, summary, body);
  const keep = (change: Partial<Report<never>>) => {
    const { reports } = store.get();
    store.update({ reports: { ...reports, [name]: { ...reports[name], ...change } } });
  };
  root.addEventListener('toggle', () => keep({ open: root.open }));
  const draw = () => {
    const text = words();
    const { waiting, answer, failure, missing } = store.get().reports[name];
    root.hidden = missing || !chosen(store.get())?.hazards;
    summary.textContent = text.text(title);
    body.setAttribute('aria-busy', String(waiting));
    if (failure) {
      fill(body, sentence(failure, text));
    } else if (answer) {
      fill(body, ...content(answer as Answer<N>, text));
    } else {
      fill(body, waiting ? el('p', { class: 'waiting' }, text.text('loading')) : null);
    }
  };
  store.on(['reports', 'language', 'area', 'areas', 'coverage'], (now, before) => {
    if (now.reports[name] !== before.reports[name] || now.language !== before.language || now.areas !== before.areas || now.area !== before.area) {
      draw();
    }
  });
  draw();
  return root;
}

/** Why there is no answer. */
export function sentence(failure: { sentence: string | null }, text: Words): HTMLElement {
  return el('p', { class: 'warning' }, ...refused(failure.sentence, text));
}

/** What the server refuses, which it says in English only; null where it does not answer. */
export function refused(said: string | null, text: Words): (Node | string | null)[] {
  return said === null ? [text.text('unreachableServer')] : [text.language === 'en' ? null : text.text('refusedInEnglish'), foreign(said, text.language)];
}

/** What an answer says in words. */
export const statements = (list: Statement[], text: Words) => el('ul', { class: 'quiet lines' }, ...list.map((one) => el('li', {}, said(one, text))));
