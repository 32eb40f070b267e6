import { type Area, type Question, type RuleFigures, type RulePack, type SpaceQuestion, STAYS } from './domain';
import type { State } from './state';
import type { SitingAnswer } from './siting/siting';
import { type Edit, hazardsOn, type Scenario, standing, type Standing } from './scenario/scenario';

// What is chosen and what is asked, read from the state.

/** The area that is looked at, once it is known that there is one of that name. */
export function chosen(state: Pick<State, 'area' | 'areas'>): Area | undefined {
  return state.areas?.find((area) => area.name === state.area);
}

/** The rule pack of this name, or the default where there is none; undefined until packs are known. */
export function packOf(state: Pick<State, 'packs'>, name: string | null): RulePack | undefined {
  return state.packs?.find((pack) => (name === null ? pack.default : pack.name === name));
}

/** What the question hangs on in the state. */
export const ASKED = ['area', 'areas', 'profile', 'minutes', 'k', 'hazard', 'night', 'rules', 'scenario', 'from', 'side', 'scenarios'] as const satisfies (keyof State)[];
type Asked = Pick<State, (typeof ASKED)[number]>;

/** Null until it is known what to ask. */
export function question(state: Asked): Question | null {
  const area = chosen(state);
  const { profile, minutes, k, hazard, night, rules } = state;
  return area && profile && minutes ? { area: area.name, profile, minutes, k, hazard, night, rules, scenario: shown(state) } : null;
}

/** Whether no shelter is recorded, and none is added: then nobody can say who reaches one. */
export function noneKnown(coverage: State['coverage']): boolean {
  return coverage?.shelters === 0;
}

/** Null until it is known what to ask. The hazard is the one chosen for everything; else the one that spaces are judged for. */
export function spaceQuestion(state: Asked & Pick<State, 'judge' | 'stay'>): SpaceQuestion | null {
  const asked = question(state);
  return asked && { ...asked, hazard: asked.hazard ?? state.judge, stay: state.stay };
}

/** Classes of stay that the rules which judge have room for, shortest first; all where they are not known yet. */
export function staysOf(figures: RuleFigures | null): string[] {
  return STAYS.filter((stay) => figures === null || figures.figures.some(({ key }) => key === `stay.${stay}.m2PerPerson`));
}

/** The scenario whose answer is shown: before the changes it is the one that they are compared with. */
export function shown(state: Pick<State, 'scenario' | 'from' | 'side'>): string | null {
  return state.scenario !== null && state.side === 'before' ? state.from : state.scenario;
}

/** The same for the same question in the same state of its scenario. Null until it is known what to ask. */
export function keyOf(state: Asked): string | null {
  const asked = question(state);
  const known = asked && (asked.scenario === null || find(state, asked.scenario));
  return known ? JSON.stringify([asked, revision(state, asked.scenario)]) : null;
}

/** The same for the same comparison. Null where nothing is compared. */
export function compareKey(state: Asked): string | null {
  const asked = question(state);
  const known = asked && find(state, state.scenario) && (state.from === null || find(state, state.from));
  return known ? JSON.stringify([{ ...asked, scenario: null }, revision(state, state.from), revision(state, state.scenario)]) : null;
}

/** Which state a scenario is in; the edits still on their way do not count. */
export function revision(state: Pick<State, 'scenarios'>, id: string | null): string {
  const scenario = find(state, id);
  return scenario ? `${scenario.id} ${scenario.changedAt} ${scenario.edits.length}` : '';
}

export function find(state: Pick<State, 'scenarios'>, id: string | null): Scenario | undefined {
  return state.scenarios?.find((scenario) => scenario.id === id);
}

/** Whether the map may be edited: a scenario is chosen, and it is what is shown. */
export function editable(state: Pick<State, 'scenario' | 'from' | 'side' | 'scenarios'>): boolean {
  return state.side !== 'before' && find(state, state.scenario) !== undefined;
}

/** Whether the answer for what came before is shown too: beside the other on a map of its own, or because who finds room is compared by it. */
export function besides(state: Pick<State, 'scenario' | 'side' | 'capacity' | 'scenarios'>): boolean {
  return find(state, state.scenario) !== undefined && (state.side === 'both' || state.capacity);
}

/** Edits of the scenario that is shown, with those still on their way. */
export function editsShown(state: Pick<State, 'scenario' | 'from' | 'side' | 'scenarios' | 'pending'>): Edit[] {
  const edits = find(state, shown(state))?.edits ?? [];
  return editable(state) ? [...edits, ...state.pending] : edits;
}

/** Shelters as they stand in the scenario that is shown. */
export function sheltersShown(state: Pick<State, 'scenario' | 'from' | 'side' | 'scenarios' | 'pending' | 'shelters'>): Standing[] {
  return standing(state.shelters, editsShown(state));
}

/** The answer of a search whose sites are on the map: once they are tried they are shelters of the scenario, and shown as such. */
export function sitesShown(state: Pick<State, 'scenario' | 'from' | 'side' | 'siting'>): SitingAnswer | null {
  const { answer } = state.siting;
  return answer && shown(state) === answer.scenario ? answer : null;
}

export const SCENARIO_SHOWN = ['scenario', 'from', 'side', 'scenarios', 'pending', 'shelters'] as const satisfies (keyof State)[];

/** Names of the hazard layers that are on: chosen, or switched on by the scenario that is shown. */
export function hazardsShown(state: Pick<State, 'hazard' | 'scenario' | 'from' | 'side' | 'scenarios' | 'pending'>): string[] {
  return [...new Set([...(state.hazard === null ? [] : [state.hazard]), ...hazardsOn(editsShown(state))])];
}
