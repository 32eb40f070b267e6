import { el } from '../../dom';
import { type Bottleneck, type EvacuationAnswer, lostToo } from '../../evacuation/evacuation';
import type { Evacuating } from '../../evacuation/evacuating';
import { duration } from '../../evacuation/evacuationWords';
import { extent } from '../../extent';
import type { Words } from '../../format';
import type { State, Store } from '../../state';
import type { Fold } from '../fold';
import { point } from '../losses';

/** When something is lost if one tries what its loss does. */
const LOST_AFTER_MINUTES = 5;
const FIRST = 6;

/** What keeps the evacuation from being faster, and what widening each would save; each leads there on the map. */
export function bottlenecks({ bottlenecks: found, proven }: EvacuationAnswer, store: Store<State>, evacuating: Evacuating, text: Words, fold: Fold): HTMLElement[] {
  if (!found?.length) {
    return [el('p', { class: 'quiet' }, text.text(proven ? 'bottlenecksNone' : 'bottlenecksUnknown'))];
  }
  const items = found.map((one, index) => item(one, index, store, evacuating, text));
  return [
    el('p', { class: 'quiet' }, text.text('bottlenecksWhy')),
    el('ol', { class: 'list' }, ...items.slice(0, FIRST)),
    ...(items.length > FIRST ? [fold('bottlenecks-more', [text.text('bottlenecksMore', { count: text.count(items.length - FIRST) })], el('ol', { class: 'list', start: FIRST + 1 }, ...items.slice(FIRST)))] : []),
  ];
}

function item(one: Bottleneck, index: number, store: Store<State>, evacuating: Evacuating, text: Words): HTMLElement {
  const name = bottleneckName(one, text);
  const go = () => point(store, { lon: one.lon, lat: one.lat, bounds: one.line?.length ? extent(one.line) : null }, name, one.line ?? []);
  return el(
    'li',
    {},
    el('button', { type: 'button', 'data-bottleneck': index, onclick: go }, el('strong', {}, name), ...bottleneckLines(one, text).map((line) => el('span', {}, line))),
    lose(one, name, store, evacuating, text),
  );
}

/** Tries what its loss on the way would do: changes the question. */
function lose({ kind, street, shelter }: Bottleneck, name: string, store: Store<State>, evacuating: Evacuating, text: Words): HTMLElement | null {
  const what = kind === 'street' ? { street } : { shelter };
  const [key, id] = Object.entries(what)[0]! as ['street' | 'shelter', number | null];
  if (id === null) {
    return null;
  }
  const minutes = LOST_AFTER_MINUTES;
  const press = () => {
    evacuating.want({ loss: lostToo(store.get().evacuate.loss, { [key]: id, minutes, name }) });
  };
  return el('button', { type: 'button', class: 'plain', 'data-lose-while': `${key}-${id}`, 'aria-label': text.text('evacLoseOf', { name, minutes }), onclick: press }, text.text('evacLose', { minutes }));
}

export function bottleneckName({ kind, name }: Bottleneck, text: Words): string {
  return kind === 'street' ? (name ?? text.text('bottleneck.street')) : text.text(`bottleneck.${kind}`, { name: name ?? text.text('unnamed') });
}

export function bottleneckLines(one: Bottleneck, text: Words): string[] {
  const { kind, fromSeconds, toSeconds, people, widthM, widthKnown } = one;
  const timed = kind !== 'room' && fromSeconds !== null && toSeconds !== null;
  return [
    people === null ? null : timed ? text.text('bottleneckWhen', { people: text.count(people), from: duration(fromSeconds, text), to: duration(toSeconds, text) }) : text.text('bottleneckPeople', { people: text.count(people) }),
    widthM === null ? null : text.text(widthKnown ? 'bottleneckWidth' : 'bottleneckWidthAssumed', { metres: text.decimal(widthM) }),
    savesWords(one, text),
  ].filter((line) => line !== null);
}

/** What it would be worth if it were wider; nothing where that is not known. */
function savesWords({ kind, wider, savesSeconds, savesAtMost, savesIs, morePlaced }: Bottleneck, text: Words): string | null {
  const by = text.language === 'en' && wider ? wider : text.text(kind === 'room' ? 'bottleneckRoomier' : 'bottleneckWider');
  if (morePlaced) {
    return text.text('bottleneckMore', { wider: by, people: text.count(morePlaced) });
  }
  if (savesSeconds === null) {
    return null;
  }
  const most = savesAtMost && savesAtMost > savesSeconds ? text.text('bottleneckAtMost', { time: duration(savesAtMost, text) }) : '';
  return savesSeconds > 0
    ? text.text(`bottleneckSaves.${savesIs ?? 'estimated'}`, { wider: by, time: duration(savesSeconds, text) }) + most
    : text.text('bottleneckSavesNone', { wider: by }) + most;
}
