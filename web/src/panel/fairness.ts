import { el } from '../dom';
import type { Words } from '../format';
import type { Fairness, Share } from '../reports';
import type { State, Store } from '../state';
import { report } from './report';

const MEANINGS = ['median', 'worstTenth', 'gini', 'palma', 'accessibility'] as const;

/** Who walks far and who does not: the same figures for all, for each group and for each district, and what each of them means. */
export function fairness(store: Store<State>, words: () => Words): HTMLElement {
  return report(store, words, 'fairness', 'fairness', (found, text) => [
    meanings(found, text),
    el('div', { class: 'wide-table' }, table(found, text)),
  ]);
}

function table({ all, groups, districts }: Fairness, text: Words): HTMLElement {
  const withAccess = [all, ...groups, ...districts].some((share) => share.accessibility !== null);
  const head = ['', text.text('surely'), text.text('median_'), text.text('worstTenth_'), 'Gini', 'Palma', ...(withAccess ? [text.text('accessibility_')] : [])];
  const row = (name: string, share: Share) => el('tr', {}, el('th', { scope: 'row' }, name), ...cells(share, withAccess, text).map((cell) => el('td', {}, cell)));
  const part = (title: string, rows: HTMLElement[]) => (rows.length ? el('tbody', {}, el('tr', {}, el('th', { scope: 'rowgroup', class: 'part-title', colspan: head.length }, title)), ...rows) : null);
  return el(
    'table',
    { class: 'plain-table' },
    el('caption', { class: 'hidden' }, text.text('fairness')),
    el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, row(text.text('everybody'), all)),
    part(text.text('groups'), groups.map((group) => row(text.word('profile', group.id), group))),
    part(text.text('districts'), districts.map((district) => row(text.name(district.names, district.name) ?? text.text('outside'), district))),
  );
}

function cells(share: Share, withAccess: boolean, text: Words): string[] {
  const time = (seconds: number | null) => (seconds === null ? '–' : text.count(Math.ceil(seconds / 60)));
  return [
    text.share(share.covered, share.people),
    time(share.walkSeconds.median),
    time(share.worstTenthSeconds),
    text.ratio(share.gini),
    text.ratio(share.palma),
    ...(withAccess ? [places(share, text)] : []),
  ];
}

/** A range where capacities are not recorded. */
function places({ accessibility, accessibilityMost }: Share, text: Words): string {
  const [least, most] = [text.ratio(accessibility), text.ratio(accessibilityMost ?? accessibility)];
  return least === most ? least : `${least}–${most}`;
}

/** One sentence for each figure, with the figure of everybody in it. */
function meanings({ all }: Fairness, text: Words): HTMLElement {
  const values = {
    median: all.walkSeconds.median === null ? null : text.minutes(all.walkSeconds.median),
    worstTenth: all.worstTenthSeconds === null ? null : text.minutes(all.worstTenthSeconds),
    gini: all.gini === null ? null : text.ratio(all.gini),
    palma: all.palma === null ? null : text.ratio(all.palma),
    accessibility: all.accessibility === null ? null : places(all, text),
  };
  return el('ul', {}, ...MEANINGS.flatMap((name) => (values[name] === null ? [] : [el('li', {}, text.text(`means.${name}`, { value: values[name] }))])), all.noWay ? el('li', {}, text.text('means.noWay', { people: text.count(all.noWay) })) : null);
}
