import type { People } from '../domain';
import { el } from '../dom';
import type { Words } from '../format';
import { reading } from '../measure';
import { sentenceCase } from '../panel/space/spaceWords';
import { changed } from '../panel/scenario/compare';
import { around } from '../panel/losses';
import type { Searching } from './searching';
import { type Effect, sameSpot, type Site, siteKey, type SitingAnswer } from './siting';
import type { State, Store } from '../state';
import { costOf, costsCount, type DrawnPlace, type Goal, settledAs, type Wanted } from './wanted';

type Unit = SitingAnswer['unit'];
/** What a value is of. Where shelters may be given up, all are counted that are chosen, not the new ones alone; where a second shelter has a worth of its own, people count in parts. */
export type Aim = Pick<Wanted, 'goal' | 'existing' | 'backupPercent'>;

/** A site's own name; where nobody has recorded one, what the server calls it: a space by its kind and number, a drawn place by its number. */
export function siteName({ name, names, sourceId, place }: Pick<Site, 'name' | 'names' | 'sourceId' | 'place'>, text: Words): string {
  if (place !== null && name === `Place ${place + 1}`) {
    return text.text('sitePlaceNumber', { number: place + 1 });
  }
  const kind = sourceId !== null && name?.endsWith(` ${sourceId}`) ? name.slice(0, -sourceId.length - 1) : null;
  return kind === null ? text.name(names, name) ?? text.text('unnamed') : `${sentenceCase(text.word('kind', kind))} ${sourceId}`;
}

/** A bare number of a goal. A bound is rounded so that it still holds. */
function bare(goal: Goal, value: number, text: Words, round: (value: number) => number = Math.round): string {
  if (goal === 'mean-walk' || goal === 'worst-walk') {
    return text.precise(round((100 * value) / 60) / 100);
  }
  return goal === 'least-cost' ? text.precise(round(100 * value) / 100) : goal === 'worst-district' ? text.precise(round(1e4 * value) / 100) : text.count(round(value));
}

/** Whether a person who has no second shelter counts in part only. */
export const inParts = ({ goal, backupPercent }: Pick<Aim, 'goal' | 'backupPercent'>) => goal === 'cover' && (backupPercent ?? 0) > 0;

/** "26,292 people in time". */
export function valueWords({ goal, existing, backupPercent }: Aim, value: number, text: Words): string {
  const all = goal === 'fewest' && existing === 'movable';
  return text.text(all ? 'siteValueAll' : inParts({ goal, backupPercent }) ? 'siteValueParts' : `siteValue.${goal}`, { value: bare(goal, value, text) });
}

/** What no choice can pass. Where the value meets it, both are written alike. */
export function boundWords({ goal }: Pick<Aim, 'goal'>, bound: number | null, gap: number | null, text: Words): string {
  return bound === null ? text.text('siteNoBound') : text.text(`siteBound.${goal}`, { bound: bare(goal, bound, text, gap === 0 ? Math.round : HOLDING[goal]) });
}

/** People and sites are whole; what is computed of them may lie a hair beside. */
const whole = { least: (value: number) => Math.ceil(value - 1e-6), most: (value: number) => Math.floor(value + 1e-6) };
const HOLDING: Record<Goal, (value: number) => number> = {
  cover: whole.most, room: whole.most, fewest: whole.least, 'least-cost': Math.floor, 'mean-walk': Math.floor, 'worst-walk': Math.floor, 'worst-district': Math.ceil,
};

/** How far from the best it may be; a share is rounded up. */
export function gapWords(gap: number | null, text: Words): string {
  return gap === null ? '' : gap === 0 ? text.text('gapNone') : text.text('gapLeft', { percent: text.precise(Math.ceil(1e3 * gap) / 10) });
}

/** What it adds to the choice, or what is lost with it in another's place; how many it holds, and whether it suits by the rules. */
export function siteLines(site: Site, unit: Unit, text: Words): string[] {
  const { adds, loses, room, verdict, shelter, capacity } = site;
  const figure = (value: number) => (unit === 'seconds' ? text.precise(value / 60) : unit === 'share' ? text.precise(100 * value) : unit === 'cost' ? text.precise(value) : text.count(value));
  const people = reading(room, text);
  return [
    ...(adds === null ? [] : [text.text(`siteAdds.${unit}`, { value: figure(adds) })]),
    ...(loses === null ? [] : [loses === 0 ? text.text('siteLosesNothing') : text.text(`siteLoses.${unit}`, { value: figure(loses) })]),
    ...(shelter === null ? [] : [[text.text('siteOfNow'), capacity === null ? text.text('siteRoomUnknown') : text.text('holds', { people: text.count(capacity) })].join(' · ')]),
    ...(shelter !== null ? [] : [[people === text.text('unknown') ? text.text('siteRoomUnknown') : text.text('holds', { people }), verdict === null ? text.text('siteVerdictNone') : text.text('siteVerdict', { verdict: text.text(`verdict.${verdict}`) })].join(' · ')]),
  ];
}

/** What a set does, against the best and against now. */
export function trialWords({ objective, people, before }: SitingAnswer, effect: Effect, text: Words): string {
  const { covered, unknown } = effect.people;
  const against = (other: People) => changed(other.covered, other.covered + other.unknown, covered, covered + unknown, text);
  return text.text(objective === 'room' ? 'siteTrialRoom' : 'siteTrial', { people: text.between(covered, covered + unknown), best: against(people), now: against(before) });
}

/** Who hears of what is done with a site. */
export interface SiteDesk {
  store: Store<State>;
  searching: Searching;
}

/**
 * What can be done with a site: a space is chosen in any case, or never; a drawn place in any case; where money counts, each has its cost;
 * a new one of the set that is shown can be moved.
 *
 * @param where   which of several such controls of the same site this is
 * @param movable whether it is a new one of the set that is shown
 */
export function siteActions(site: Site, where: string, movable: boolean, { store, searching }: SiteDesk, text: Words, done: () => void = () => {}): HTMLElement | null {
  const { wanted } = store.get();
  const { space, shelter } = site;
  if (shelter !== null) {
    return null;
  }
  const name = siteName(site, text);
  const move = () => {
    store.update({ tool: { kind: 'site', site: siteKey(site) }, drawn: [], ...(where === 'map' ? {} : { goTo: { bounds: around({ ...site, bounds: null }) } }) });
    done();
  };
  return el(
    'div',
    { class: 'site-actions' },
    ...(space === null ? placing(site, name, where, wanted, searching, text, done) : settling(space, name, where, wanted, searching, text, done)),
    movable ? el('button', { type: 'button', 'aria-label': text.text('siteMoveOf', { name }), 'data-move': `${where}-${siteKey(site)}`, onclick: move }, text.text('siteMove')) : null,
    costsCount(wanted) && space !== null ? costField(space, name, wanted, where, searching, text) : null,
  );
}

/** Choosing a space in any case, or never. */
export function settling(space: number, name: string, where: string, wanted: Wanted, searching: Searching, text: Words, done: () => void = () => {}): HTMLElement[] {
  const now = settledAs(wanted, space);
  const button = (as: 'open' | 'closed', label: string, whole: string) =>
    el('button', { type: 'button', 'aria-label': whole, 'aria-pressed': String(now === as), [`data-${as}`]: `${where}-${space}`, onclick: () => { searching.settle(space, now === as ? 'free' : as); done(); } }, label);
  return [
    button('open', text.text('siteFix'), text.text('siteFixOf', { name })),
    button('closed', text.text('siteForbid'), text.text('siteForbidOf', { name })),
  ];
}

/** Choosing a drawn place in any case. Whoever never wants it takes it away. */
export function fixPlace(place: DrawnPlace, index: number, name: string, where: string, searching: Searching, text: Words, done: () => void = () => {}): HTMLElement {
  return el('button', { type: 'button', 'aria-label': text.text('siteFixOf', { name }), 'aria-pressed': String(place.open), 'data-open-place': `${where}-${index}`, onclick: () => { searching.place(index, { open: !place.open }); done(); } }, text.text('siteFix'));
}

/** The same for a site of an answer, while the place is still where it was asked for. */
function placing({ lon, lat, place }: Site, name: string, where: string, { places }: Wanted, searching: Searching, text: Words, done: () => void): HTMLElement[] {
  const index = place === null ? -1 : places.findIndex((one) => sameSpot(one, { lon, lat }));
  const drawn = places[index];
  return drawn ? [fixPlace(drawn, index, name, where, searching, text, done)] : [];
}

export function costField(space: number, name: string, wanted: Wanted, where: string, searching: Searching, text: Words): HTMLElement {
  const field = el('input', {
    type: 'number', min: 0, step: 'any', inputmode: 'decimal', value: costOf(wanted, space), 'aria-label': text.text('siteCostOf', { name }), 'data-cost': `${where}-${space}`,
    onchange: () => {
      if (field.value !== '' && Number.isFinite(Number(field.value))) {
        searching.want({ costs: { ...wanted.costs, [space]: Number(field.value) } });
      }
    },
  });
  return el('label', { class: 'field' }, el('span', {}, text.text('siteCost')), field);
}
