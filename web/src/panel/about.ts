import { exportUrl } from '../addresses';
import { chosen, question } from '../chosen';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { el, fill } from '../dom';
import { said } from '../said';
import { demands } from './rules';

const FILES = [
  ['exportHouses', 'coverage_result'],
  ['exportGaps', 'gap'],
  ['exportShelters', 'shelter'],
] as const;
const FORMATS = [
  ['geojson', 'GeoJSON'],
  ['csv', 'CSV'],
  ['gpkg', 'GeoPackage'],
  ['fgb', 'FlatGeobuf'],
] as const;

/** What was assumed, where the data is from, and the data itself. */
export function about(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'about' });
  const draw = () => {
    const text = words();
    const { coverage, online, capacity, figures } = store.get();
    const area = chosen(store.get());
    const asked = question(store.get());
    if (!coverage || !area || !asked) {
      fill(root);
      return;
    }
    const problems = Object.values(area.issues).reduce((sum, count) => sum + count, 0);
    const files = el('ul', {});
    FILES.forEach(([key, layer]) => {
      const links = FORMATS.flatMap(([format, label]) => [' ', el('a', { href: exportUrl(layer, format, asked, capacity), download: true }, label)]);
      files.append(el('li', {}, `${text.text(key)}:`, ...links));
    });
    const assumptions = el('ul', {}, ...coverage.assumptions.map((one) => el('li', {}, said(one, text))));
    fill(
      root,
      el('details', {}, el('summary', {}, text.text('assumptions')), assumptions),
      figures?.name === coverage.rules.name ? el('details', { class: 'rules' }, el('summary', {}, text.text('demands')), ...demands(figures, store.get(), text)) : null,
      el('details', {}, el('summary', {}, text.text('export')), files),
      el(
        'details',
        {},
        el('summary', {}, text.text('sources')),
        el(
          'ul',
          {},
          el('li', {}, text.text('dataDate', { date: text.date(coverage.dataDate) }), ': ', coverage.attribution),
          el('li', {}, text.text('peopleFrom', { people: text.count(area.people), source: area.peopleSource ?? '–' })),
          el('li', {}, text.text('issues', { count: text.count(problems) })),
        ),
      ),
      el('label', { class: 'check' }, el('input', { type: 'checkbox', id: 'online', checked: online, onchange: (event) => store.update({ online: (event.target as HTMLInputElement).checked }) }), text.text('online')),
    );
  };
  store.on(['coverage', 'language', 'areas', 'figures'], draw);
  draw();
  return root;
}
