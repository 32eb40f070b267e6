import * as L from 'leaflet';
import { shown, sitesShown } from '../chosen';
import { el } from '../dom';
import type { Words } from '../format';
import type { Searching } from '../searching';
import { siteActions, siteLines, siteName } from '../siteCard';
import type { Site } from '../siting';
import type { State, Store } from '../state';
import { show } from './map';

/** The chosen sites, by their numbers in the list, and those that could take their place; each opens what it adds or loses, and may be settled. */
export function siting(map: L.Map, store: Store<State>, words: () => Words, searching: Searching): void {
  const group = L.layerGroup().addTo(map);
  /** Whose marker gets the focus back that its popup had. */
  let focus: number | null = null;
  const draw = () => {
    group.clearLayers();
    const answer = sitesShown(store.get());
    answer?.notChosen.forEach((site) => mark(site, null).addTo(group));
    answer?.chosen.forEach((site, index) => mark(site, index + 1).addTo(group));
    focus = null;
  };
  const mark = (site: Site, number: number | null): L.Marker => {
    const text = words();
    const { answer, wanted } = store.get().siting;
    const lines = siteLines(site, answer!.unit, text);
    const label = [number === null ? siteName(site, text) : text.text('siteMark', { number, name: siteName(site, text) }), text.text(number === null ? 'siteNotChosen' : 'siteChosen'), ...lines];
    const sign = L.marker([site.lat, site.lon], {
      pane: 'shelters',
      icon: L.divIcon({ className: `site-mark site-${number === null ? 'other' : 'chosen'}`, html: String(number ?? ''), iconSize: number === null ? [24, 24] : [32, 32] }),
      zIndexOffset: number === null ? 0 : 500,
    });
    sign.bindTooltip(el('div', {}, el('strong', {}, label[0]), ...label.slice(1).map((line) => el('div', {}, line))), { direction: 'top', offset: [0, -12] });
    sign.bindPopup(el('div', { class: 'card' }, el('strong', {}, label[0]), ...lines.map((line) => el('div', {}, line)), siteActions(site, wanted, 'map', searching, text, () => map.closePopup())), { minWidth: 220, offset: [0, -8], autoPanPadding: [20, 20] });
    sign.on('popupopen', ({ popup }) => {
      sign.closeTooltip();
      popup.getElement()?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    });
    sign.on('popupclose', () => {
      focus = site.space;
      sign.getElement()?.focus({ preventScroll: true });
    });
    sign.on('add', () => {
      sign.getElement()?.setAttribute('aria-label', label.join(', '));
      sign.getElement()?.setAttribute('data-mark', `${number === null ? 'other' : 'chosen'}-${site.space}`);
      if (focus !== null && focus === site.space) {
        sign.getElement()?.focus({ preventScroll: true });
      }
    });
    return sign;
  };
  store.on(['siting', 'scenario', 'from', 'side', 'language'], (now, before) => {
    const same = now.siting.answer === before.siting.answer && now.siting.wanted === before.siting.wanted;
    if (!same || shown(now) !== shown(before) || now.language !== before.language) {
      draw();
    }
  });
  store.on(['siting'], ({ siting: { answer } }, before) => {
    if (answer && answer !== before.siting.answer && answer.chosen.length) {
      const [lon, lat] = [answer.chosen.map((site) => site.lon), answer.chosen.map((site) => site.lat)];
      show(map, [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)]);
    }
  });
}
