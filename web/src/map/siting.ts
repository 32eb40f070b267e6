import * as L from 'leaflet';
import { shown, sitesShown } from '../chosen';
import { el } from '../dom';
import type { Words } from '../format';
import type { Searching } from '../siting/searching';
import { shelterName } from '../shelterCard';
import { siteActions, siteLines, siteName, trialWords } from '../siting/siteCard';
import { newOnes, othersOf, type Site, siteKey, type SitingAnswer, sitesOf, type Trial } from '../siting/siting';
import type { State, Store } from '../state';
import type { Trying } from '../siting/trying';
import { givenUp } from '../siting/wanted';
import { round, show } from './map';

/** A site that is dropped so near to a candidate's mark is moved to it. */
const ON_PIXELS = 26;

/**
 * The new sites of the set that is shown, by their numbers in the list, those that could take their place, and what is given up; each opens
 * what it adds or loses, and may be settled. A new one can be dragged elsewhere.
 */
export function siting(map: L.Map, store: Store<State>, words: () => Words, searching: Searching, trying: Trying): void {
  const group = L.layerGroup().addTo(map);
  /** Whose marker gets the focus back that its popup had. */
  let focus: string | null = null;
  let dragging = false;
  const draw = () => {
    if (dragging) {
      return;
    }
    group.clearLayers();
    const answer = sitesShown(store.get());
    const { siting } = store.get();
    if (answer && siting.asked) {
      const sites = sitesOf(siting);
      const { asked: { wanted, shelters } } = siting;
      const gone = new Set(answer.value === null ? [] : givenUp(wanted.existing, shelters, sites));
      shelters.filter(({ id }) => gone.has(id)).forEach((shelter) => gave([shelter.lat, shelter.lon], shelterName(shelter, words())).addTo(group));
      const others = othersOf(siting);
      // Drawn places that the answer does not speak of have a mark of their own.
      const told = new Set([...answer.notChosen, ...answer.chosen].map(siteKey));
      others.filter((site) => told.has(siteKey(site))).forEach((site) => mark(site, null).addTo(group));
      newOnes(sites).forEach((site, index) => mark(site, index + 1, others).addTo(group));
    }
    focus = null;
  };
  const gave = (at: L.LatLngTuple, name: string) => {
    const text = words();
    const label = text.text('siteGivenUpMark', { name });
    return L.marker(at, { pane: 'sites', keyboard: false, interactive: false, zIndexOffset: 400, alt: label, icon: L.divIcon({ className: 'site-given-up', html: '', iconSize: [32, 32] }) })
      .on('add', ({ target }: { target: L.Marker }) => target.getElement()?.setAttribute('aria-label', label));
  };
  const mark = (site: Site, number: number | null, candidates: Site[] = []): L.Marker => {
    const text = words();
    const { siting: { answer, trial }, tool } = store.get();
    const key = siteKey(site);
    const lines = siteLines(site, answer!.unit, text);
    const label = [number === null ? siteName(site, text) : text.text('siteMark', { number, name: siteName(site, text) }), text.text(number === null ? 'siteNotChosen' : 'siteChosen'), ...lines];
    const sign = L.marker([site.lat, site.lon], {
      pane: 'sites',
      icon: L.divIcon({ className: `site-mark site-${number === null ? 'other' : 'chosen'}`, html: String(number ?? ''), iconSize: number === null ? [24, 24] : [32, 32] }),
      zIndexOffset: number === null ? 0 : 500,
      draggable: number !== null,
      autoPan: true,
    });
    const cost = trial?.moved === key ? movedWords(answer!, trial, text) : null;
    if (cost === null) {
      sign.bindTooltip(el('div', {}, el('strong', {}, label[0]), ...label.slice(1).map((line) => el('div', {}, line))), { direction: 'top', offset: [0, -12], pane: 'popupPane' });
    } else {
      // What was moved says what that costs where it was moved.
      sign.bindTooltip(el('div', { class: 'site-cost-of-move' }, cost), { permanent: true, direction: 'bottom', offset: [0, 16], pane: 'popupPane' });
    }
    if (tool?.kind === 'site' && number === null) {
      // With a site in hand, a candidate is where it goes.
      const here = () => {
        store.update({ tool: null });
        void trying.move(tool.site, [site.lon, site.lat], site);
      };
      sign.on('click', here);
      sign.on('keypress', ({ originalEvent }: L.LeafletKeyboardEvent) => originalEvent.key === 'Enter' && here());
    } else {
      sign.bindPopup(el('div', { class: 'card' }, el('strong', {}, label[0]), ...lines.map((line) => el('div', {}, line)), siteActions(site, 'map', number !== null, { store, searching }, text, () => map.closePopup())), { minWidth: 220, offset: [0, -8], autoPanPadding: [20, 20] });
    }
    sign.on('popupopen', ({ popup }) => {
      if (cost === null) {
        sign.closeTooltip();
      }
      popup.getElement()?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    });
    sign.on('popupclose', () => {
      focus = key;
      sign.getElement()?.focus({ preventScroll: true });
    });
    sign.on('add', () => {
      sign.getElement()?.setAttribute('aria-label', label.join(', '));
      sign.getElement()?.setAttribute('data-mark', `${number === null ? 'other' : 'chosen'}-${key}`);
      if (focus === key) {
        sign.getElement()?.focus({ preventScroll: true });
      }
    });
    sign.on('dragstart', () => {
      dragging = true;
    });
    sign.on('dragend', () => {
      dragging = false;
      const { lng, lat } = sign.getLatLng();
      const pixels = (one: Site) => map.latLngToContainerPoint([one.lat, one.lon]).distanceTo(map.latLngToContainerPoint([lat, lng]));
      const near = [...candidates].sort((one, other) => pixels(one) - pixels(other))[0];
      void trying.move(key, [round(lng), round(lat)], near && pixels(near) <= ON_PIXELS ? near : null);
      // Where it is refused, or nothing is there yet, it is back in its place.
      draw();
    });
    return sign;
  };
  store.on(['siting', 'wanted', 'tool', 'scenario', 'from', 'side', 'language'], (now, before) => {
    const same = now.siting.answer === before.siting.answer && now.siting.trial === before.siting.trial && now.wanted === before.wanted && (now.tool?.kind === 'site') === (before.tool?.kind === 'site');
    if (!same || shown(now) !== shown(before) || now.language !== before.language) {
      draw();
    }
  });
  store.on(['siting'], ({ siting: { answer } }, before) => {
    // Where the panel lies over the map, whoever reads it does not look there.
    if (answer && answer !== before.siting.answer && answer.chosen.length && !document.body.classList.contains('open')) {
      const [lon, lat] = [answer.chosen.map((site) => site.lon), answer.chosen.map((site) => site.lat)];
      show(map, [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)]);
    }
  });
}

/** What moving a site costs, or why it is refused. */
function movedWords(answer: SitingAnswer, { effect, failure }: Trial, text: Words): string {
  return failure ? failure.sentence ?? text.text('unreachableServer') : effect ? trialWords(answer, effect, text) : text.text('loading');
}
