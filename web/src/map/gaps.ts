import * as L from 'leaflet';
import type { State } from '../domain';
import type { Words } from '../format';
import type { Store } from '../state';
import { show } from './map';

/** Rings where people are not covered, as large as they are many. */
export function gaps(map: L.Map, store: Store<State>, words: () => Words): void {
  const group = L.layerGroup().addTo(map);
  const draw = () => {
    group.clearLayers();
    const { coverage, gap: chosen } = store.get();
    coverage?.gaps.filter((gap) => gap.people > 0).forEach((gap) => {
      const ring = L.circleMarker([gap.lat, gap.lon], {
        pane: 'gaps',
        radius: Math.min(34, 6 + Math.sqrt(gap.people) / 2),
        className: gap.id === chosen ? 'gap gap-chosen' : 'gap',
        bubblingMouseEvents: false,
      });
      ring.bindTooltip(words().text('gapPeople', { people: words().count(gap.people) }));
      ring.on('click', () => store.update({ gap: gap.id }));
      ring.addTo(group);
    });
  };
  store.on(['coverage', 'language', 'gap'], draw);
  store.on(['gap', 'coverage'], (now, before) => {
    const found = now.coverage?.gaps.find((gap) => gap.id === now.gap);
    if (found && (now.gap !== before.gap || !before.coverage)) {
      show(map, found.bounds);
    }
  });
}
