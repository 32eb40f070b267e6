import { noneKnown } from '../chosen';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { el, fill } from '../dom';

const FIRST = 8;

/** The gaps, biggest first; each one leads there on the map. */
export function gaps(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'gaps' });
  let all = false;
  const draw = () => {
    const text = words();
    const { coverage, gap: chosen } = store.get();
    if (!coverage || noneKnown(coverage)) {
      fill(root);
      return;
    }
    const left = coverage.people.notCovered + coverage.people.unreachable;
    const shown = all ? coverage.gaps : coverage.gaps.slice(0, FIRST);
    const districts = new Map(coverage.districts.map((district) => [district.id, text.name(district.names, district.name)]));
    const list = el('ol', { class: 'list' });
    shown.forEach((gap) => {
      const lack = gap.people === 0 || (gap.lackMetres !== null && gap.lackMetres < 1) ? '' : gap.lackMetres === null ? text.text('gapNoWay') : text.text('gapLack', { metres: text.metres(gap.lackMetres) });
      const count = gap.people > 0 ? text.text('gapPeople', { people: text.between(gap.people, gap.people + gap.unknown) }) : text.text('gapUnknown', { people: text.count(gap.unknown) });
      const where = gap.district === null ? '' : (districts.get(gap.district) ?? '');
      list.append(
        el(
          'li',
          {},
          el(
            'button',
            { type: 'button', 'data-gap': gap.id, 'aria-pressed': String(gap.id === chosen), onclick: () => { store.update({ gap: null }); store.update({ gap: gap.id, district: null }); } },
            el('strong', {}, count),
            el('span', {}, [where, lack].filter(Boolean).join(' · ')),
          ),
        ),
      );
    });
    const rest = coverage.gapCount - shown.length;
    fill(
      root,
      el('h3', {}, text.text('gaps')),
      el('p', { class: 'quiet' }, coverage.gapCount === 0 ? text.text('noGaps') : coverage.capacity ? text.text('gapsSumRoom', { count: text.count(coverage.gapCount) }) : text.text('gapsSum', { people: text.between(left, left + coverage.people.unknown), count: text.count(coverage.gapCount) })),
      list,
      rest <= 0
        ? null
        : shown.length < coverage.gaps.length
          ? el('button', { type: 'button', class: 'plain', onclick: () => { all = true; draw(); } }, `${text.text('expand')} (${text.count(coverage.gaps.length - shown.length)})`)
          : el('p', { class: 'quiet' }, text.text('moreGaps', { count: text.count(rest) })),
    );
  };
  store.on(['coverage', 'language'], draw);
  store.on(['gap'], (now) => {
    root.querySelectorAll('[data-gap]').forEach((button) => button.setAttribute('aria-pressed', String(button.getAttribute('data-gap') === String(now.gap))));
  });
  draw();
  return root;
}
