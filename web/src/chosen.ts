import type { Area, State } from './domain';

/** The area that is looked at, once it is known that there is one of that name. */
export function chosen(state: Pick<State, 'area' | 'areas'>): Area | undefined {
  return state.areas?.find((area) => area.name === state.area);
}
