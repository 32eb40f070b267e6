import { chosen, find, packOf, shown } from '../chosen';
import type { HazardLayer } from '../domain';
import { el } from '../dom';
import type { Words } from '../format';
import { hazardsOn } from '../scenario/scenario';
import type { State } from '../state';

/** Its kind in words, and its own name where that says more. */
export function hazardName({ name, hazard }: Pick<HazardLayer, 'name' | 'hazard'>, text: Words): string {
  const kind = text.word('hazard', hazard);
  return name === hazard ? kind : text.text('named', { kind, name });
}

/** A hazard's word, or a layer's name, in words. */
export function hazardWord(name: string, state: State, text: Words): string {
  return hazardName(chosen(state)?.hazards?.find((one) => one.name === name) ?? { name, hazard: name }, text);
}

/** The conditions that an answer holds under, for the end of a sentence: "…, in a flood, by night". Empty where there are none. */
export function underConditions(state: State, text: Words): string {
  const { coverage } = state;
  const names = new Set([...(coverage?.hazard ? [coverage.hazard] : []), ...hazardsOn(find(state, coverage?.scenario ?? null)?.edits ?? [])]);
  const layers = chosen(state)?.hazards ?? [];
  const hazards = [...names].map((name) => {
    const layer = layers.find((one) => one.name === name) ?? { name, hazard: name };
    const kind = text.word('in', layer.hazard);
    return name === layer.hazard ? kind : text.text('named', { kind, name });
  });
  const all = [...hazards, ...((coverage?.night ?? state.night) ? [text.text('byNight')] : []), ...byRules(state, text)];
  return all.map((condition) => text.text('condition', { condition })).join('');
}

/** By which rules an answer was judged, where they are not the usual. */
function byRules(state: State, text: Words): string[] {
  const pack = packOf(state, state.coverage?.rules.name ?? null);
  return pack && !pack.default ? [text.text('byRules', { title: text.name(pack.titles, pack.title) ?? pack.title })] : [];
}

/** Which city an answer is about, where it is not the one that is there. */
export function whatIf(state: State, text: Words): HTMLElement | null {
  if (state.scenario === null) {
    return null;
  }
  const title = find(state, shown(state))?.title;
  return el('p', { class: 'what-if' }, title === undefined ? text.text('asItIs') : text.text('whatIfTitle', { title }));
}
