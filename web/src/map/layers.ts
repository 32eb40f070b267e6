import type * as L from 'leaflet';
import type { Editing } from '../scenario/editing';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { baseMap } from './base';
import { edits } from './edits';
import { hazard } from './hazard';
import { house } from './house';
import { places } from './places';
import { shelters } from './shelters';
import { way } from './way';

/** What is on every map: the city, its hazards, houses and shelters, what a scenario changes, and the way. */
export function layers(map: L.Map, store: Store<State>, words: () => Words, editing: Editing): void {
  baseMap(map, store, words);
  hazard(map, store);
  house(map, store, words, places(map, store));
  edits(map, store, words);
  shelters(map, store, words, editing);
  way(map, store);
}
