import type * as L from 'leaflet';
import { find } from '../chosen';
import { el } from '../dom';
import type { Editing } from '../scenario/editing';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { pointer } from './districts';
import { rings } from './gaps';
import { layers } from './layers';
import { bareMap, halfSteps, resize, round } from './map';

/**
 * Before and after side by side, or an evacuation without a plan and with one: while two maps are wanted, the map makes room for a second one
 * of what comes first, made when it is first wanted. The two move together.
 *
 * @param also is put on the second map too
 */
export function twoMaps(after: L.Map, element: HTMLElement, store: Store<State>, words: () => Words, editing: Editing, also: (map: L.Map) => void): void {
  const [nameBefore, nameAfter] = [el('p', { class: 'map-name' }), el('p', { class: 'map-name' })];
  let before: L.Map | null = null;
  const name = () => {
    const state = store.get();
    const text = words();
    const title = (id: string | null) => find(state, id)?.title ?? text.text('asItIs');
    const films = state.evacuation.shows === 'both';
    nameBefore.textContent = films ? text.text('filmMapUnplanned') : text.text('mapName', { side: text.text('side.before'), title: title(state.from) });
    nameAfter.textContent = films ? text.text('filmMapPlan') : text.text('mapName', { side: text.text('side.after'), title: title(state.scenario) });
    element.setAttribute('aria-label', `${nameBefore.textContent}. ${text.text('mapLabel')} ${text.text('mapsMoveTogether')}`);
  };
  const make = () => {
    const map = bareMap(element, false);
    goTo(map, after.getCenter(), after.getZoom());
    inStep(after, map);
    const seen = asBefore(store);
    layers(map, seen, words, editing);
    rings(map, seen, words, null);
    pointer(map, seen, words);
    also(map);
    const ask = ({ lng, lat }: L.LatLng) => store.update({ at: [round(lng), round(lat)], way: 0 });
    map.on('click', ({ latlng }) => ask(latlng));
    element.addEventListener('keydown', (event) => event.key === 'Enter' && event.target === element && ask(map.getCenter()));
    element.append(nameBefore);
    return map;
  };
  const change = (on: boolean) => {
    document.body.classList.toggle('two-maps', on);
    element.hidden = !on;
    nameAfter.hidden = !on;
  };
  const follow = () => {
    if (wanted(store.get())) {
      before ??= make();
      before.invalidateSize({ animate: false });
      goTo(before, after.getCenter(), after.getZoom());
    }
  };
  store.on(['language', 'scenario', 'from', 'scenarios'], name);
  store.on(['evacuation'], (now, was) => now.evacuation.shows !== was.evacuation.shows && name());
  store.on(['side', 'evacuation'], (now, was) => {
    const on = wanted(now);
    if (on !== wanted(was)) {
      // Half the width, or half the height: a whole step of zoom shows about the same ground.
      resize(after, () => change(on), on ? -1 : 1);
      follow();
    }
  });
  name();
  after.getContainer().append(nameAfter);
  change(wanted(store.get()));
  after.whenReady(follow);
}

const wanted = ({ side, evacuation }: State) => side === 'both' || evacuation.shows === 'both';

const NONE: State['drawn'] = [];

/**
 * The state as the second map has it: before the changes, or, of an evacuation, as it is. The map asks nothing and edits nothing there.
 * Nobody looks while there is one map only.
 */
function asBefore(store: Store<State>): Store<State> {
  return store.seen((state) => (wanted(state) ? { ...(state.side === 'both' ? { side: 'before', coverage: state.before } : {}), nearest: null, gap: null, tool: null, drawn: NONE } : null));
}

/** The first map may stand at half a step of zoom. */
const goTo = (map: L.Map, centre: L.LatLng, zoom: number) => halfSteps(map, () => map.setView(centre, zoom, { animate: false }));

/** Whichever of two maps is moved, the other follows. */
function inStep(one: L.Map, other: L.Map): void {
  let leader: L.Map | null = null;
  const follow = (leading: L.Map, following: L.Map, centre: L.LatLng, zoom: number) => {
    if (leader === null && !following.getContainer().hidden) {
      leader = leading;
      goTo(following, centre, zoom);
      leader = null;
    }
  };
  for (const [leading, following] of [[one, other], [other, one]] as const) {
    leading.on('move', () => follow(leading, following, leading.getCenter(), leading.getZoom()));
    leading.on('zoomanim', ({ center, zoom }) => follow(leading, following, center, zoom));
  }
}
