import { spaceQuestion, staysOf } from '../../chosen';
import { HAZARDS } from '../../domain';
import { el, fill } from '../../dom';
import type { Words } from '../../format';
import { reading } from '../../measure';
import type { Searching } from '../../siting/searching';
import type { Readings, SpaceLists, SpaceSummary } from '../../spaces';
import type { State, Store } from '../../state';
import { select } from '../controls';
import { hazardWord } from '../conditions';
import { folds } from '../fold';
import { point } from '../losses';
import { report } from '../report';
import { sentenceCase, settling, spaceName, testLine } from './spaceWords';

type Name = 'failing' | 'passing' | 'oneFix' | 'missing';

/** What spaces are judged for: the hazard chosen above or one chosen here, and how long people stay. */
export function judging(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'judging' });
  const draw = () => {
    const text = words();
    const state = store.get();
    const { judge, stay, figures, hazard } = state;
    if (!spaceQuestion(state)) {
      fill(root);
      return;
    }
    const stays = staysOf(figures);
    const named = (one: string): [string, string] => [one, sentenceCase(text.word('stay', one))];
    fill(
      root,
      el('p', { class: 'quiet' }, text.text('spacesHint')),
      hazard === null ? null : el('p', { class: 'quiet' }, text.text('judgeHazardAbove', { hazard: hazardWord(hazard, state, text) })),
      el(
        'div',
        { class: 'pair' },
        hazard === null ? select('judge', text.text('judgeHazard'), judge, HAZARDS.map((kind) => [kind, sentenceCase(text.word('hazard', kind))]), (value) => store.update({ judge: value })) : null,
        select('stay', text.text('judgeStay'), stay ?? stays[0] ?? '', stays.map(named), (value) => store.update({ stay: value === stays[0] ? null : value })),
      ),
    );
  };
  store.on(['area', 'areas', 'profile', 'minutes', 'hazard', 'judge', 'stay', 'figures', 'language'], draw);
  draw();
  return root;
}

/** Four lists that planners act on; each entry leads to its space on the map and opens its card, and what is no shelter can be picked as a candidate for one. */
export function spaceLists(store: Store<State>, words: () => Words, searching: Searching): HTMLElement {
  const fold = folds('failing');
  const pickable = (space: SpaceSummary, go: HTMLElement, text: Words) =>
    el('div', { class: 'pickable' }, go, el('button', { type: 'button', 'data-list-pick': space.space, 'aria-pressed': String(store.get().wanted.picked.includes(space.space)), 'aria-label': text.text('sitePickOf', { name: spaceName(space, text) }), onclick: () => searching.pick(space.space) }, text.text('sitePick')));
  const root = report(store, words, 'lists', 'spaceLists', (found, text) => {
    const list = (name: Name, count: number, items: HTMLElement[], why: Record<string, string> = {}) =>
      fold(
        name,
        [`${text.text(`list.${name}`)} (${text.count(count)})`],
        el('p', { class: 'quiet' }, text.text(`listWhy.${name}`, why)),
        items.length ? el('ol', { class: 'list' }, ...items.map((item) => el('li', {}, item))) : el('p', {}, text.text('listNone')),
        items.length < count ? el('p', { class: 'quiet' }, text.text('listFirst', { shown: text.count(items.length), count: text.count(count) })) : null,
      );
    return [
      list('failing', found.failingCount, found.failing.map((one) => failing(one, store, text))),
      list('passing', found.passingCount, found.passing.map((one) => pickable(one.space, entry('passing', one.space, [covers(one, text), room(one.space, text)], store, text), text))),
      list('oneFix', found.oneFixCount, found.oneFix.map((one) => pickable(one.space, oneFix(one, store, text), text))),
      list('missing', found.missingCount, found.missing.map((one, index) => missing(one, index, store, text)), { minutes: text.count(found.greenMinutes), people: text.count(found.peopleMissing) }),
    ];
  });
  store.on(['wanted'], ({ wanted: { picked } }) =>
    root.querySelectorAll<HTMLElement>('[data-list-pick]').forEach((one) => one.setAttribute('aria-pressed', String(picked.includes(Number(one.dataset.listPick))))));
  return root;
}

/** Opens the card of a space; the map goes there with the answer. */
export function openSpace(store: Store<State>, space: number): void {
  store.update({ space, at: null, nearest: null, way: 0 });
}

/** How many it newly covers; and, where it has not room for all of them, how many it is newly in reach of. */
function covers({ newlyCovered, newlyInReach }: { newlyCovered: Readings; newlyInReach: Readings }, text: Words): string {
  const [people, reach] = [reading(newlyCovered, text), reading(newlyInReach, text)];
  return people === reach ? text.text('newlyCovers', { people }) : text.text('newlyCoversOf', { people, reach });
}


const room = ({ persons }: SpaceSummary, text: Words) => text.text('holds', { people: reading(persons, text) });

function entry(list: Name, space: SpaceSummary, lines: string[], store: Store<State>, text: Words): HTMLElement {
  return el('button', { type: 'button', 'data-space': `${list}-${space.space}`, onclick: () => openSpace(store, space.space) }, el('strong', {}, spaceName(space, text)), ...lines.map((line) => el('span', {}, line)));
}

function failing({ shelter, name, space, nearest, failed }: SpaceLists['failing'][number], store: Store<State>, text: Words): HTMLElement {
  const lines = [text.text('nearestFor', { people: text.count(nearest) }), ...failed.map((test) => testLine(test, text))];
  if (space) {
    return entry('failing', space, lines, store, text);
  }
  const label = name ?? text.text('unnamed');
  const go = () => {
    const place = store.get().shelters.find((one) => one.id === shelter);
    if (place) {
      point(store, { ...place, bounds: null }, label);
    }
  };
  return el('button', { type: 'button', 'data-failing': shelter, onclick: go }, el('strong', {}, label), ...lines.map((line) => el('span', {}, line)));
}

function oneFix(one: SpaceLists['oneFix'][number], store: Store<State>, text: Words): HTMLElement {
  const { space, fix, known } = one;
  const what = text.text(known ? 'fixChange' : 'fixFind', { facts: settling(fix, text) });
  return entry('oneFix', space, [what, testLine(fix, text), covers(one, text), room(space, text)], store, text);
}

function missing(place: SpaceLists['missing'][number], index: number, store: Store<State>, text: Words): HTMLElement {
  const district = store.get().coverage?.districts.find(({ id }) => id !== null && id === place.district);
  const people = text.text('noGreenNoShelter', { people: text.count(place.people) });
  return el(
    'button',
    { type: 'button', 'data-missing': index, onclick: () => point(store, place, people) },
    el('strong', {}, people),
    district ? el('span', {}, text.name(district.names, district.name)) : null,
  );
}
