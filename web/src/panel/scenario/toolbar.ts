import { editable, find } from '../../chosen';
import { el, fill } from '../../dom';
import { type Editing, ofEdits } from '../../scenario/editing';
import type { Words } from '../../format';
import { siteName } from '../../siting/siteCard';
import { othersOf } from '../../siting/siting';
import type { State, Store, Tool } from '../../state';
import type { Trying } from '../../siting/trying';
import { costsCount } from '../../siting/wanted';
import { select } from '../controls';

const TOOLS = [
  ['add', 'toolAdd'],
  ['street', 'toolStreet'],
  ['area', 'toolArea'],
] as const;

/**
 * The tools over the map while a scenario is open, and what the one in hand does.
 *
 * @param put does at a place what the tool in hand does
 */
export function toolbar(root: HTMLElement, store: Store<State>, words: () => Words, editing: Editing, trying: Trying, put: (place: [number, number]) => void): void {
  const draw = () => {
    const text = words();
    const state = store.get();
    const { tool, pending } = state;
    const edits = editable(state);
    const on = edits || (tool !== null && !ofEdits(tool));
    root.hidden = !on;
    document.body.classList.toggle('editing', on);
    if (!on) {
      fill(root);
      return;
    }
    const focused = root.contains(document.activeElement);
    const undoable = (find(state, state.scenario)?.edits.length ?? 0) + pending.length > 0;
    root.setAttribute('aria-label', text.text('tools'));
    fill(
      root,
      edits ? el(
        'div',
        { class: 'tools' },
        ...TOOLS.map(([kind, key]) => el('button', { type: 'button', 'data-tool': kind, 'aria-pressed': String(tool?.kind === kind), onclick: () => editing.use({ kind }) }, text.text(key))),
        el('button', { type: 'button', 'data-tool': 'undo', disabled: !undoable, onclick: () => void editing.undo() }, text.text('undo')),
      ) : null,
      tool === null ? null : inHand(tool, store, text, editing, trying, put),
    );
    // On a phone the tool in hand takes the place of the others, and of the focus.
    const cross = root.querySelector<HTMLElement>('[data-tool="cross"]');
    if (focused && cross && !root.querySelector<HTMLElement>('.tools')?.offsetParent && !root.contains(document.activeElement)) {
      cross.focus({ preventScroll: true });
    }
  };
  store.on(['scenario', 'scenarios', 'side', 'pending', 'tool', 'drawn', 'wanted', 'language'], draw);
  draw();
  document.addEventListener('keydown', (event) => {
    const writing = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (event.key === 'Escape' && store.get().tool !== null) {
      editing.cancel();
    } else if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && !writing && editable(store.get())) {
      event.preventDefault();
      void editing.undo();
    }
  });
}

/** What the tool in hand does, what it needs to know, and the same by a button for those who do not click on the map. */
function inHand(tool: Tool, store: Store<State>, text: Words, editing: Editing, trying: Trying, put: (place: [number, number]) => void): HTMLElement {
  const { draft, drawn, middle } = store.get();
  const write = (change: Partial<State['draft']>) => store.update({ draft: { ...store.get().draft, ...change } });
  const input = (id: string, key: 'newName' | 'reason' | 'roomFor' | 'siteCost', type: string, value: string, keep: (value: string) => void) =>
    el(
      'label',
      { class: 'field' },
      el('span', {}, text.text(key)),
      el('input', { id, type, value, min: type === 'number' ? 0 : null, maxlength: type === 'text' ? 200 : null, autocomplete: 'off', oninput: (event) => keep((event.target as HTMLInputElement).value) }),
    );
  const described = () => [
    input('draft-name', 'newName', 'text', draft.name, (name) => write({ name })),
    input('draft-room', 'roomFor', 'number', draft.capacity === null ? '' : String(draft.capacity), (room) => write({ capacity: wholeOrNull(room) })),
  ];
  const cost = () => input('draft-cost', 'siteCost', 'number', draft.cost === null ? '' : String(draft.cost), (value) => write({ cost: value.trim() === '' || !(Number(value) >= 0) ? null : Number(value) }));
  const fields: Record<Tool['kind'], () => HTMLElement[]> = {
    add: described,
    place: () => [...described(), ...(costsCount(store.get().wanted) ? [cost()] : [])],
    move: () => [],
    site: () => [candidates(store, text, trying)],
    street: () => [input('draft-reason', 'reason', 'text', draft.reason, (reason) => write({ reason }))],
    area: () => [input('draft-reason', 'reason', 'text', draft.reason, (reason) => write({ reason }))],
  };
  const atCross = () => {
    const { middle: found } = store.get();
    if (found) {
      put(found);
    }
  };
  return el(
    'div',
    { class: 'in-hand' },
    el('p', { role: 'status' }, text.text(`do.${tool.kind}`, tool.kind === 'area' ? { corners: drawn.length } : tool.kind === 'place' ? { count: store.get().wanted.places.length } : {})),
    el('div', { class: 'fields' }, ...fields[tool.kind]()),
    el(
      'div',
      { class: 'row-buttons' },
      el('button', { type: 'button', 'data-tool': 'cross', disabled: middle === null, onclick: atCross }, text.text(tool.kind === 'area' ? 'cornerAtCross' : 'atCross')),
      tool.kind === 'area' ? el('button', { type: 'button', 'data-tool': 'finish', disabled: drawn.length < 3, onclick: () => editing.finish() }, text.text('finish')) : null,
      el('button', { type: 'button', 'data-tool': 'cancel', onclick: () => editing.cancel() }, text.text(tool.kind === 'place' ? 'placesDone' : 'cancel')),
    ),
  );
}

/** Where a site may be moved without the map. */
function candidates(store: Store<State>, text: Words, trying: Trying): HTMLElement {
  const sites = othersOf(store.get().siting);
  const options = sites.map((site, index): [string, string] => [String(index), siteName(site, text)]);
  return select('move-on', text.text('moveOn'), '', [['', text.text('moveOnNone')], ...options], (value) => {
    const { tool } = store.get();
    const site = sites[Number(value)];
    if (value !== '' && site && tool?.kind === 'site') {
      store.update({ tool: null });
      void trying.move(tool.site, [site.lon, site.lat], site);
    }
  });
}

function wholeOrNull(text: string): number | null {
  const value = Math.round(Number(text));
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : null;
}
