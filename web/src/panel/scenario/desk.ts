import { chosen, find } from '../../chosen';
import { el, fill } from '../../dom';
import type { Editing } from '../../scenario/editing';
import type { Words } from '../../format';
import type { Scenario } from '../../scenario/scenario';
import type { State, Store } from '../../state';
import { select } from '../controls';
import { editList } from './edits';
import { scenarioParts } from './scenarioParts';

type Form = 'new' | 'describe' | 'delete' | null;

/** The desk of the planner: which scenario is open, and what it changes. */
export function desk(store: Store<State>, words: () => Words, editing: Editing): HTMLElement {
  const root = el('section', { class: 'desk' });
  let form: Form = null;
  const show = (next: Form) => {
    form = next;
    draw();
    root.querySelector<HTMLElement>('form input, [data-sure]')?.focus();
  };
  const draw = () => {
    const text = words();
    const { scenarios, scenario, keepsScenarios } = store.get();
    if (!scenarios || !keepsScenarios || !chosen(store.get())) {
      fill(root);
      return;
    }
    const open = find(store.get(), scenario);
    const options: [string, string][] = [['', text.text('asItIs')], ...scenarios.map((one): [string, string] => [one.id, titled(one, text)])];
    const button = (name: Exclude<Form, null>, label: string) => el('button', { type: 'button', 'data-form': name, 'aria-expanded': String(form === name), onclick: () => show(form === name ? null : name) }, label);
    fill(
      root,
      open || scenarios.length ? null : el('p', { class: 'quiet' }, text.text('whatIfHint')),
      scenarios.length ? select('scenario', text.text('scenario'), scenario ?? '', options, (value) => { form = null; editing.choose(value || null); }) : null,
      el(
        'div',
        { class: 'row-buttons' },
        button('new', text.text('newScenario')),
        ...(open
          ? [
              el('button', { type: 'button', 'data-do': 'duplicate', onclick: () => void editing.duplicate() }, text.text('duplicate')),
              button('describe', text.text('rename')),
              button('delete', text.text('delete')),
            ]
          : []),
      ),
      form === 'new' || (form === 'describe' && open) ? describe(form === 'new' ? undefined : open, text) : null,
      form === 'delete' && open ? sure(open, text) : null,
      open ? el('p', { class: 'quiet' }, signed(open, text)) : null,
      open ? editList(store, text, editing) : null,
      open ? scenarioParts(store, text, editing) : null,
    );
  };
  const describe = (scenario: Scenario | undefined, text: Words) => {
    const field = (name: 'title' | 'author' | 'reason', required: boolean) => el('input', { id: `scenario-${name}`, name, type: 'text', maxlength: 200, required, value: scenario?.[name] ?? '', autocomplete: 'off' });
    const [title, author, reason] = [field('title', true), field('author', false), field('reason', false)];
    const save = (event: Event) => {
      event.preventDefault();
      const about = { title: title.value.trim(), author: author.value.trim() || null, reason: reason.value.trim() || null };
      if (about.title) {
        form = null;
        void (scenario ? editing.describe(about) : editing.create(about)).then(draw);
      }
    };
    const label = (key: 'scenarioTitle' | 'author' | 'why', input: HTMLElement) => el('label', { class: 'field' }, el('span', {}, text.text(key)), input);
    return el(
      'form',
      { class: 'form', onsubmit: save },
      label('scenarioTitle', title),
      label('author', author),
      label('why', reason),
      el('div', { class: 'row-buttons' }, el('button', { type: 'submit', class: 'main', id: 'save' }, text.text('save')), el('button', { type: 'button', onclick: () => show(null) }, text.text('cancel'))),
    );
  };
  const sure = (scenario: Scenario, text: Words) =>
    el(
      'div',
      { class: 'warning' },
      el('p', {}, text.text('deleteSure', { title: scenario.title })),
      el(
        'div',
        { class: 'row-buttons' },
        el('button', { type: 'button', 'data-sure': '', onclick: () => { form = null; void editing.remove().then(draw); } }, text.text('deleteForGood')),
        el('button', { type: 'button', onclick: () => show(null) }, text.text('cancel')),
      ),
    );
  store.on(['scenarios', 'keepsScenarios', 'scenario', 'pending', 'shelters', 'language', 'area', 'areas'], draw);
  draw();
  return root;
}

/** Title, age and author: two of one title are told apart. */
export function titled(scenario: Scenario, text: Words): string {
  return [scenario.title, scenario.author, text.ago(scenario.changedAt)].filter(Boolean).join(' · ');
}

function signed({ author, createdAt, changedAt, reason }: Scenario, text: Words): string {
  const made = text.text('madeBy', { author: author ?? text.text('noAuthor'), ago: text.ago(createdAt) });
  return [made, text.text('changedAgo', { ago: text.ago(changedAt) }), reason].filter(Boolean).join(' · ');
}
