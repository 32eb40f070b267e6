import { el, fill } from '../../dom';
import type { Evacuating } from '../../evacuation/evacuating';
import type { Words } from '../../format';
import type { State, Store } from '../../state';
import { sentence } from '../report';

const NAME_CHARACTERS = 200;

/** Keeps an answer in the store, under a name. */
export function evacuationKeep(store: Store<State>, words: () => Words, evacuating: Evacuating): HTMLElement {
  const [title, why, label] = [el('h3'), el('p', { class: 'quiet' }), el('span')];
  const name = el('input', { type: 'text', id: 'evac-keep-name', maxlength: NAME_CHARACTERS });
  const press = () => name.value.trim() && void evacuating.keepResult(name.value.trim());
  const button = el('button', { type: 'button', id: 'evac-keep', class: 'small', onclick: press });
  const trouble = el('div');
  const said = el('p', { role: 'status', id: 'evac-kept' });
  const draw = () => {
    const text = words();
    const { kept } = store.get().evacuation;
    title.textContent = button.textContent = text.text('evacKeep');
    why.textContent = text.text('evacKeepWhy');
    label.textContent = text.text('evacKeepName');
    button.disabled = kept?.state === 'keeping';
    fill(trouble, kept?.state === 'refused' ? sentence({ sentence: kept.sentence }, text) : null);
    said.textContent = kept?.state === 'keeping' ? text.text('evacKeeping') : kept?.state === 'kept' ? text.text('evacKept', { name: kept.name }) : '';
  };
  store.on(['evacuation', 'language'], (now, before) => (now.evacuation.kept !== before.evacuation.kept || now.language !== before.language) && draw());
  draw();
  return el('div', { class: 'evac-keep' }, title, why, el('div', { class: 'evac-adding evac-keeping' }, el('label', { class: 'field' }, label, name), button), trouble, said);
}
