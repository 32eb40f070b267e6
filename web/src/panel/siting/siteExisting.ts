import { el } from '../../dom';
import type { Words } from '../../format';
import { shelterName } from '../../shelterCard';
import { siteLines, siteName } from '../../siting/siteCard';
import { type Site, sitesOf } from '../../siting/siting';
import type { State, Store } from '../../state';
import { givenUp } from '../../siting/wanted';
import { point } from '../losses';

/** What becomes of the shelters there are in the set that is shown: which stay, and which are given up. */
export function siteExisting(store: Store<State>, text: Words): HTMLElement[] {
  const { siting } = store.get();
  const { asked, answer } = siting;
  const { existing } = asked!.wanted;
  const sites = sitesOf(siting);
  const gone = new Set(givenUp(existing, asked!.shelters, sites));
  const count = text.count(asked!.shelters.length);
  if (asked!.shelters.length === 0) {
    return [];
  }
  if (existing === 'kept') {
    return [el('p', { 'data-existing': 'kept' }, text.text('siteAllStay', { count }))];
  }
  const item = (key: number, place: { lon: number; lat: number }, name: string, lines: string[]) =>
    el('li', {}, el('button', { type: 'button', 'data-existing-shelter': key, onclick: () => point(store, { ...place, bounds: null }, name) }, el('strong', {}, name), ...lines.map((line) => el('span', {}, line))));
  const stays = sites.filter((site): site is Site & { shelter: number } => site.shelter !== null);
  const up = asked!.shelters.filter(({ id }) => gone.has(id));
  const loses = (id: number) => answer!.notChosen.find(({ shelter }) => shelter === id && siting.trial === null);
  return [
    el('h3', {}, text.text('siteStay', { stay: text.count(stays.length), count })),
    ...(stays.length ? [el('ul', { class: 'list', 'data-existing': 'stay' }, ...stays.map((site) => item(site.shelter, site, siteName(site, text), siteLines(site, answer!.unit, text).slice(0, site.adds === null ? 0 : 1))))] : []),
    ...(up.length ? [el('h3', {}, text.text('siteGivenUp', { count: text.count(up.length) })), el('ul', { class: 'list', 'data-existing': 'given-up' }, ...up.map((one) => {
      const site = loses(one.id);
      return item(one.id, one, shelterName(one, text), site ? siteLines(site, answer!.unit, text).slice(0, 1) : []);
    }))] : []),
  ];
}
