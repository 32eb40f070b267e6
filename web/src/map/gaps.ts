import * as L from 'leaflet';
import { noneKnown } from '../chosen';
import type { Gap } from '../domain';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { show } from './map';

/** Rings where people are not covered, as large as they are many; the number on the largest ones that have room for it. */
export function gaps(map: L.Map, store: Store<State>, words: () => Words): void {
  rings(map, store, words, (gap) => store.update({ gap, district: null }));
  const { view, gap } = store.get();
  let seen = view ? gap : null;
  store.on(['gap', 'coverage'], (now) => {
    const found = now.coverage?.gaps.find((one) => one.id === now.gap);
    if (found && now.gap !== seen) {
      show(map, found.bounds);
    }
    if (now.coverage) {
      seen = now.gap;
    }
  });
}

/** @param choose hears which ring was clicked; null where none can be */
export function rings(map: L.Map, store: Store<State>, words: () => Words, choose: ((gap: number) => void) | null): void {
  const group = L.layerGroup().addTo(map);
  const draw = () => {
    group.clearLayers();
    const { coverage, gap: chosen, view } = store.get();
    if (!coverage || !view || noneKnown(coverage)) {
      return;
    }
    const found = coverage.gaps.filter((gap) => gap.people > 0);
    const labelled = withRoom(map, found, chosen);
    found.forEach((gap) => {
      const radius = Math.min(34, 6 + Math.sqrt(gap.people) / 2);
      // A click inside a large ring is meant for the house there; a small one is clicked as a whole.
      const name = `gap${gap.id === chosen ? ' gap-chosen' : ''}${radius > 12 ? ' gap-large' : ''}`;
      const ring = L.circleMarker([gap.lat, gap.lon], { pane: 'gaps', radius, className: name, bubblingMouseEvents: choose === null });
      const text = words();
      ring.bindTooltip(
        labelled.has(gap) ? text.count(gap.people) : text.text('gapPeople', { people: text.count(gap.people) }),
        labelled.has(gap) ? { permanent: true, interactive: true, direction: 'center', className: 'gap-label' } : {},
      );
      ring.on('click', () => choose?.(gap.id));
      ring.addTo(group);
    });
  };
  store.on(['coverage', 'language', 'gap'], draw);
  map.on('zoomend', draw);
}

/** A dozen gaps at most whose numbers do not lie on each other at this zoom, the chosen one first, then the biggest. */
function withRoom(map: L.Map, gaps: Gap[], chosen: number | null): Set<Gap> {
  const order = [...gaps].sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  const taken: L.Point[] = [];
  return new Set(
    order.filter((gap) => {
      const at = map.project([gap.lat, gap.lon]);
      const free = taken.length < 12 && taken.every((other) => Math.abs(other.x - at.x) > 56 || Math.abs(other.y - at.y) > 26);
      if (free) {
        taken.push(at);
      }
      return free;
    }),
  );
}
