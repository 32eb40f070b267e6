import { noneKnown } from '../chosen';
import type { District } from '../domain';
import type { Words } from '../format';
import type { MessageKey } from '../messages/en';
import type { State, Store } from '../state';
import { bar, share } from './answer';
import { el, fill } from '../dom';

type Column = 'district' | 'share' | 'left' | 'total';
const COLUMNS: Column[] = ['district', 'share', 'left', 'total'];
/** What the columns count where room counts. */
const ROOM = { share: 'room.covered', left: 'room.notCovered' } as const;
const left = ({ people }: District) => people.notCovered + people.unreachable;

/** Districts as a table that can be sorted; each one leads there on the map. */
export function districts(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'districts' });
  let by: Column = 'left';
  let down = true;
  const draw = () => {
    const text = words();
    const { coverage, district: chosen } = store.get();
    if (!coverage || noneKnown(coverage) || coverage.districts.length === 0) {
      fill(root);
      return;
    }
    const name = (district: District) => text.name(district.names, district.name) ?? text.text('outside');
    const value = (district: District): number | string =>
      ({ district: name(district), share: district.people.total ? district.people.covered / district.people.total : 2, left: left(district), total: district.people.total })[by];
    const rows = [...coverage.districts].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const order = typeof x === 'string' ? x.localeCompare(String(y), text.language) : x - Number(y);
      return down ? -order : order;
    });
    const head = el('tr');
    COLUMNS.forEach((column) => {
      const sorted = column === by ? (down ? 'descending' : 'ascending') : 'none';
      const sort = () => {
        down = column === by ? !down : column !== 'district' && column !== 'share';
        by = column;
        draw();
      };
      head.append(el('th', { scope: 'col', 'aria-sort': sorted }, el('button', { type: 'button', 'data-sort': column, onclick: sort }, text.text(coverage.capacity && column in ROOM ? ROOM[column as keyof typeof ROOM] : (column as MessageKey)))));
    });
    const body = el('tbody');
    rows.forEach((district) => {
      const go = district.id === null ? name(district)
        : el('button', { type: 'button', 'data-district': district.id, 'aria-pressed': String(district.id === chosen), onclick: () => { store.update({ district: null }); store.update({ district: district.id, gap: null }); } }, name(district));
      body.append(
        el('tr', {}, el('th', { scope: 'row' }, go), el('td', {}, share(text, district.people), bar(district.people)), el('td', {}, text.between(left(district), left(district) + district.people.unknown)), el('td', {}, text.count(district.people.total))),
      );
    });
    fill(root, el('h3', {}, text.text('districts')), el('table', {}, el('caption', { class: 'hidden' }, text.text('districts')), el('thead', {}, head), body));
  };
  store.on(['coverage', 'language'], draw);
  store.on(['district'], (now) => {
    root.querySelectorAll('[data-district]').forEach((button) => button.setAttribute('aria-pressed', String(button.getAttribute('data-district') === String(now.district))));
  });
  draw();
  return root;
}
