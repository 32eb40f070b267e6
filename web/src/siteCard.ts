import { el } from './dom';
import type { Words } from './format';
import { reading } from './measure';
import type { Searching } from './searching';
import { type Goal, settledAs, type Site, type SitingAnswer, type Wanted } from './siting';

type Unit = SitingAnswer['unit'];

/** A site's own name; where nobody has recorded one, what the server calls it. */
export function siteName({ name, names }: Pick<Site, 'name' | 'names'>, text: Words): string {
  return text.name(names, name) ?? text.text('unnamed');
}

/** A bare number of a goal. A bound is rounded so that it still holds. */
function bare(goal: Goal, value: number, text: Words, round: (value: number) => number = Math.round): string {
  if (goal === 'mean-walk' || goal === 'worst-walk') {
    return text.precise(round((100 * value) / 60) / 100);
  }
  return goal === 'worst-district' ? text.precise(round(1e4 * value) / 100) : text.count(round(value));
}

/** "26,292 people in time". */
export function valueWords(goal: Goal, value: number, text: Words): string {
  return text.text(`siteValue.${goal}`, { value: bare(goal, value, text) });
}

/** What no choice can pass. Where the value meets it, both are written alike. */
export function boundWords(goal: Goal, bound: number | null, gap: number | null, text: Words): string {
  return bound === null ? text.text('siteNoBound') : text.text(`siteBound.${goal}`, { bound: bare(goal, bound, text, gap === 0 ? Math.round : HOLDING[goal]) });
}

/** People and sites are whole; what is computed of them may lie a hair beside. */
const whole = { least: (value: number) => Math.ceil(value - 1e-6), most: (value: number) => Math.floor(value + 1e-6) };
const HOLDING: Record<Goal, (value: number) => number> = {
  cover: whole.most, room: whole.most, fewest: whole.least, 'mean-walk': Math.floor, 'worst-walk': Math.floor, 'worst-district': Math.ceil,
};

/** How far from the best it may be; a share is rounded up. */
export function gapWords(gap: number | null, text: Words): string {
  return gap === null ? '' : gap === 0 ? text.text('gapNone') : text.text('gapLeft', { percent: text.precise(Math.ceil(1e3 * gap) / 10) });
}

/** What it adds to the choice, or what is lost with it in another's place; how many it holds, and whether it suits by the rules. */
export function siteLines(site: Site, unit: Unit, text: Words): string[] {
  const { adds, loses, room, verdict } = site;
  const figure = (value: number) => (unit === 'seconds' ? text.precise(value / 60) : unit === 'share' ? text.precise(100 * value) : text.count(value));
  const people = reading(room, text);
  return [
    ...(adds === null ? [] : [text.text(`siteAdds.${unit}`, { value: figure(adds) })]),
    ...(loses === null ? [] : [loses === 0 ? text.text('siteLosesNothing') : text.text(`siteLoses.${unit}`, { value: figure(loses) })]),
    [people === text.text('unknown') ? text.text('siteRoomUnknown') : text.text('holds', { people }), verdict === null ? text.text('siteVerdictNone') : text.text('siteVerdict', { verdict: text.text(`verdict.${verdict}`) })].join(' · '),
  ];
}

/** Choosing a space in any case, or never; where money is the limit, its cost. */
export function siteActions(site: Site, wanted: Wanted, where: string, searching: Searching, text: Words, done: () => void = () => {}): HTMLElement | null {
  const { space } = site;
  if (space === null) {
    return null;
  }
  const name = siteName(site, text);
  const now = settledAs(wanted, space);
  const button = (as: 'open' | 'closed', label: string, whole: string) =>
    el('button', { type: 'button', 'aria-label': whole, 'aria-pressed': String(now === as), [`data-${as}`]: `${where}-${space}`, onclick: () => { searching.settle({ space, name }, now === as ? 'free' : as); done(); } }, label);
  return el(
    'div',
    { class: 'site-actions' },
    button('open', text.text('siteFix'), text.text('siteFixOf', { name })),
    button('closed', text.text('siteForbid'), text.text('siteForbidOf', { name })),
    wanted.limit === 'budget' ? costField(space, name, wanted, where, searching, text) : null,
  );
}

function costField(space: number, name: string, { costs }: Wanted, where: string, searching: Searching, text: Words): HTMLElement {
  const field = el('input', {
    type: 'number', min: 0, step: 'any', inputmode: 'decimal', value: costs[space] ?? 1, 'aria-label': text.text('siteCostOf', { name }), 'data-cost': `${where}-${space}`,
    onchange: () => {
      const cost = Number(field.value);
      if (field.value !== '' && cost >= 0) {
        searching.want({ costs: { ...costs, [space]: cost } });
      }
    },
  });
  return el('label', { class: 'field' }, el('span', {}, text.text('siteCost')), field);
}
