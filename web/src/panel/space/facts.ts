import { el, fill } from '../../dom';
import type { Entering } from '../../entering';
import type { Words } from '../../format';
import type { Fact } from '../../spaces';
import type { State, Store } from '../../state';
import { factForm } from './factForm';
import { aboutOf, factItem, factLine } from './factItem';
import { report, sentence } from '../report';

/** What people have entered: the newest first, each with who says so and since when; and a form to enter more. */
export function facts(store: Store<State>, words: () => Words, entering: Entering): HTMLDetailsElement {
  const said = el('div', { role: 'status', class: 'quiet' });
  const form = factForm(store, words, entering, said);
  return report(store, words, 'facts', 'facts', (found, text) => [
    el('p', { class: 'quiet' }, text.text('factsHint')),
    form,
    said,
    found.length === 0 ? el('p', {}, text.text('factsNone')) : el('ul', { class: 'fact-list' }, ...[...found].reverse().map((fact) => item(fact, entering, said, words))),
  ]);
}

function item(fact: Fact, entering: Entering, said: HTMLElement, words: () => Words): HTMLElement {
  const text = words();
  const name = `${factLine(fact, text)}, ${aboutOf(fact, text)}`;
  // What is gone cannot be had back: the first press only asks.
  let sure = false;
  const remove = async () => {
    if (sure) {
      const refusal = await entering.remove(fact.id);
      fill(said, refusal === null ? words().text('factDeleted') : sentence(refusal, words()));
    } else {
      sure = true;
      button.textContent = text.text('deleteForGood');
      button.setAttribute('aria-label', text.text('factDeleteSure', { fact: name }));
    }
  };
  const button = el('button', { type: 'button', class: 'plain', 'data-delete-fact': fact.id, 'aria-label': text.text('factDeleteOf', { fact: name }), onclick: () => void remove() }, text.text('factDelete'));
  return el(
    'li',
    { 'data-fact': fact.id, class: fact.current ? null : 'older' },
    el('div', {}, ...factItem(fact, text)),
    button,
  );
}
