import { sheetsUrl } from '../../addresses';
import { el } from '../../dom';
import type { DistrictClearance, EvacuationAnswer, GroupClearance, ShelterArrivals } from '../../evacuation/evacuation';
import { duration, onFoot, orNone } from '../../evacuation/evacuationWords';
import type { Words } from '../../format';
import type { MessageKey } from '../../messages/en';
import type { State, Store } from '../../state';
import { thinned } from './arrivalCurves';
import { point } from '../losses';
import { svg } from '../svg';

const [WIDTH, HEIGHT] = [72, 22];

type Numbers = number[] | null | undefined;

/** Each shelter: how full by the plan and without one, when the first and the last come in, and how it fills over time. */
export function evacuationShelters({ shelters, arrivals }: EvacuationAnswer, store: Store<State>, text: Words): (HTMLElement | null)[] {
  const order = [...shelters].sort((a, b) => b.planned - a.planned);
  const steps = Math.max(1, ...shelters.map(({ arrivals: list }) => (list?.length ?? 1) - 1));
  const drawn = arrivals && shelters.some((one) => one.arrivals?.length);
  const missing = shelters.some(({ placesMissing }) => placesMissing);
  const row = (one: ShelterArrivals) => {
    const name = nameOf(one, text);
    const number = (value: number | null) => el('td', {}, value === null ? '–' : text.count(value));
    const { firstSeconds: first, lastSeconds: last, gatePersonsPerSecond: gate } = one;
    const said = [
      first === null || last === null || one.planned === 0 ? null : text.text('evacFull', { first: duration(first, text), last: duration(last, text) }),
      gate === null ? null : text.text('evacGate', { people: text.decimal(gate) }),
    ].filter((line) => line !== null);
    return [
      el(
        'tr',
        { 'data-evac-shelter': one.id },
        el('th', { scope: 'row' }, el('button', { type: 'button', onclick: () => point(store, { ...one, bounds: null }, name) }, name)),
        number(one.planned),
        number(one.room),
        number(one.unplanned),
        number(one.turnedAway),
        missing ? number(one.placesMissing) : null,
      ),
      drawn || said.length ? under(missing ? 6 : 5, drawn ? filling(one.arrivals, one.unplannedArrivals, one.room, name, steps, arrivals.stepSeconds, text) : null, said.join(' · ')) : null,
    ];
  };
  return [tableOf('evac-shelters', text.text('evacShelters'), ['evacShelter', 'evacPlanned', 'evacRoom', 'evacWithout', 'evacTurned', ...(missing ? ['evacMissing' as const] : [])], order.flatMap(row), text)];
}

/** Each district: who finds a place and how soon, with the plan and without; where its people go; and its ways to print. */
export function evacuationDistricts({ districts, shelters, arrivals }: EvacuationAnswer, job: string | null, text: Words): (HTMLElement | null)[] {
  const names = new Map(shelters.map((one) => [one.id, nameOf(one, text)]));
  const steps = Math.max(1, ...districts.map((one) => (one.arrivals?.length ?? 1) - 1));
  const row = (one: DistrictClearance) => {
    const name = districtName(one, text);
    const goes = one.shelters?.map(({ shelter, people }) => text.text('evacGoShelter', { name: names.get(shelter) ?? text.text('unnamed'), people: text.count(people) })) ?? [];
    return [
      el(
        'tr',
        { 'data-evac-district': one.id },
        el('th', { scope: 'row' }, name),
        el('td', {}, `${text.count(one.people.placed)} / ${text.count(onFoot(one.people))}`),
        el('td', {}, orNone(one.people.placed ? one.clearanceSeconds : null, text)),
        el('td', {}, orNone(one.unplannedClearanceSeconds, text)),
      ),
      one.people.placed ? under(4, arrivals ? filling(one.arrivals, null, onFoot(one.people), name, steps, arrivals.stepSeconds, text) : null, text.text('evacMeans', { mean: orNone(one.meanSeconds, text), without: orNone(one.unplannedMeanSeconds, text) }), goes.length ? ` ${text.text('evacGoTo', { shelters: text.list(goes) })}` : null) : null,
    ];
  };
  const printed = districts.filter(({ id, people }) => id !== null && people.placed > 0);
  const sheet = (one: DistrictClearance) => el('li', {}, el('a', { href: sheetsUrl(job!, one.id, text.language), 'data-sheets': one.id, target: '_blank', rel: 'noopener', 'aria-label': text.text('sheetsOf', { name: districtName(one, text) }) }, districtName(one, text)));
  return [
    tableOf('evac-districts', text.text('evacDistricts'), ['evacDistrict', 'evacPlaced', 'evacClear', 'evacClearWithout'], districts.flatMap(row), text),
    ...(job && printed.length ? [el('h3', {}, text.text('sheets')), el('p', { class: 'quiet' }, text.text('sheetsWhy')), el('ul', { class: 'sheets' }, ...printed.map(sheet))] : []),
  ];
}

export function evacuationGroups(groups: GroupClearance[], text: Words): HTMLElement {
  const row = ({ id, people, clearanceSeconds, meanSeconds }: GroupClearance) =>
    el('tr', {}, el('th', { scope: 'row' }, text.word('profile', id)), el('td', {}, `${text.count(people.placed)} / ${text.count(people.total)}`), el('td', {}, orNone(people.placed ? clearanceSeconds : null, text)), el('td', {}, orNone(people.placed ? meanSeconds : null, text)));
  return tableOf('evac-groups', text.text('evacGroups'), ['evacGroup', 'evacPlaced', 'evacClear', 'evacMean'], groups.map(row), text);
}

/** How many are safe over time, of a shelter or a district: by the plan a filled shape, without one a line; all over the same time. */
function filling(arrivals: Numbers, unplannedArrivals: Numbers, room: number | null, name: string, steps: number, stepSeconds: number, text: Words): HTMLElement | null {
  if (!arrivals?.length) {
    return null;
  }
  const most = Math.max(1, room ?? 0, arrivals[arrivals.length - 1]!);
  const at = (list: number[], step: number) => `${((step / steps) * WIDTH).toFixed(1)},${(HEIGHT - (Math.min(most, list[step]!) / most) * (HEIGHT - 2)).toFixed(1)}`;
  const path = (list: number[]) => {
    const points = thinned(list, Math.min(steps, list.length - 1), WIDTH).map((step) => at(list, step));
    const [, last] = points[points.length - 1]!.split(',');
    return [...points, `${WIDTH},${last}`];
  };
  const label = text.text('evacFilling', { name, people: text.count(most), time: duration(steps * stepSeconds, text) });
  const around = el('div', { class: 'filling' });
  around.append(
    svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
      svg('polygon', { class: 'filling-plan', points: [`0,${HEIGHT}`, ...path(arrivals), `${WIDTH},${HEIGHT}`].join(' ') }),
      ...(unplannedArrivals?.length ? [svg('polyline', { class: 'arrivals-unplanned', points: path(unplannedArrivals).join(' ') })] : []),
    ),
  );
  return around;
}

const nameOf = ({ name, names }: Pick<ShelterArrivals, 'name' | 'names'>, text: Words) => text.name(names ?? {}, name) ?? text.text('unnamed');
const districtName = ({ id, name, names }: Pick<DistrictClearance, 'id' | 'name' | 'names'>, text: Words) => text.name(names ?? {}, name) ?? text.text(id === null ? 'outside' : 'unnamed');

/** What belongs to the row above it, and would make its columns too narrow. */
const under = (columns: number, ...said: (HTMLElement | string | null)[]) => el('tr', { class: 'under' }, el('td', { colspan: columns }, ...said));

function tableOf(name: string, caption: string, head: MessageKey[], rows: (HTMLElement | null)[], text: Words): HTMLElement {
  return el(
    'div',
    { class: 'wide-table' },
    el(
      'table',
      { class: 'plain-table', 'data-table': name },
      el('caption', { class: 'hidden' }, caption),
      el('thead', {}, el('tr', {}, ...head.map((key) => el('th', { scope: 'col' }, text.text(key))))),
      el('tbody', {}, ...rows),
    ),
  );
}
