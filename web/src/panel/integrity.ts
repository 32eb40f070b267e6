import type { Bounds } from '../domain';
import { el } from '../dom';
import type { Words } from '../format';
import type { Integrity, Named } from '../reports';
import type { State, Store } from '../state';
import { share } from './answer';
import { report } from './report';

const FIRST = 10;

/** What borders cost: everybody may use every shelter, or only those of the own district; and which pairs of districts gain most from opening theirs. */
export function integrity(store: Store<State>, words: () => Words): HTMLElement {
  return report(store, words, 'integrity', 'integrity', (found, text) => {
    const lost = found.together.covered - found.alone.covered;
    const lostAtBest = lost + found.together.unknown - found.alone.unknown;
    return [
      el('p', {}, text.text('together', { share: share(text, found.together) })),
      el('p', {}, text.text('alone', { share: share(text, found.alone), people: text.between(Math.min(lost, lostAtBest), Math.max(lost, lostAtBest)) })),
      el('h3', {}, text.text('pairs')),
      found.pairs.length === 0 ? el('p', { class: 'quiet' }, text.text('noPairs')) : pairs(found, store, text),
      el('h3', {}, text.text('districts')),
      districts(found, text),
    ];
  });
}

function pairs({ pairs: found }: Integrity, store: Store<State>, text: Words): HTMLElement {
  const items = found.slice(0, FIRST).map(({ first, second, people, personMinutes }, index) => {
    const go = () => {
      const bounds = both(store.get(), first, second);
      if (bounds) {
        store.update({ goTo: { bounds } });
      }
    };
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', 'data-pair': index, onclick: go },
        el('strong', {}, text.text('pair', { first: named(first, text), second: named(second, text) })),
        el('span', {}, text.text('pairGain', { people: text.count(people), minutes: text.count(Math.round(personMinutes)) })),
      ),
    );
  });
  return el('ol', { class: 'list' }, ...items);
}

function districts({ districts: found }: Integrity, text: Words): HTMLElement {
  const rows = [...found]
    .sort((a, b) => b.together.covered - b.alone.covered - (a.together.covered - a.alone.covered))
    .map((district) => el('tr', {}, el('th', { scope: 'row' }, named(district, text)), el('td', {}, share(text, district.together)), el('td', {}, share(text, district.alone))));
  const head = ['', text.text('asOne'), text.text('eachAlone')].map((name) => el('th', { scope: 'col' }, name));
  return el('table', { class: 'plain-table' }, el('caption', { class: 'hidden' }, text.text('integrity')), el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
}

const named = (district: Named, text: Words) => text.name(district.names, district.name) ?? text.text('outside');

function both({ coverage }: State, first: Named, second: Named): Bounds | null {
  const found = (coverage?.districts ?? []).flatMap(({ id, bounds }) => (bounds && (id === first.id || id === second.id) ? [bounds] : []));
  return found.length === 0
    ? null
    : [Math.min(...found.map((b) => b[0])), Math.min(...found.map((b) => b[1])), Math.max(...found.map((b) => b[2])), Math.max(...found.map((b) => b[3]))];
}
