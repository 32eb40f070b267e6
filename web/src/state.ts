import type { Area, Areas, Bounds, Coverage, Language, Nearest, RuleFigures, RulePack, Shelter } from './domain';
import type { Green, Mobilization, Profiles } from './districts';
import type { Evacuation, EvacuationWanted } from './evacuation/evacuation';
import type { Expected, Fairness, Integrity, Redundancy, Surveys } from './reports';
import type { Comparison, Edit, Scenario } from './scenario/scenario';
import type { Siting } from './siting/siting';
import type { Fact, JudgedSpace, On, SpaceLists, SpaceShape } from './spaces';
import type { Wanted } from './siting/wanted';

/** Where the map looks. */
export interface View {
  lon: number;
  lat: number;
  zoom: number;
}

/** What went wrong. */
export interface Failure {
  about: 'areas' | 'area' | 'shelters' | 'coverage' | 'before' | 'redundancy' | 'nearest' | 'position' | 'hazard' | 'scenarios' | 'scenario' | 'comparison' | 'edit' | 'rules' | 'figures' | 'spaces';
  /** The server's sentence, or the name of an area, hazard or rule pack that is not there; null where nobody answered. */
  sentence: string | null;
}

/** An answer that is asked for only while its part of the panel is open. */
export interface Report<T> {
  open: boolean;
  waiting: boolean;
  answer: T | null;
  failure: { sentence: string | null } | null;
  /** The server has no such question. */
  missing: boolean;
}

export interface Reports {
  fairness: Report<Fairness>;
  integrity: Report<Integrity>;
  unknowns: Report<Surveys>;
  expected: Report<Expected>;
  lists: Report<SpaceLists>;
  /** The card of the space that is chosen. */
  space: Report<JudgedSpace>;
  profiles: Report<Profiles>;
  green: Report<Green>;
  mobilization: Report<Mobilization>;
  facts: Report<Fact[]>;
}

/** A report that nobody has opened yet. */
export const CLOSED = { open: false, waiting: false, answer: null, failure: null, missing: false };
export const NO_REPORTS: Reports = {
  fairness: CLOSED, integrity: CLOSED, unknowns: CLOSED, expected: CLOSED,
  lists: CLOSED, space: CLOSED, profiles: CLOSED, green: CLOSED, mobilization: CLOSED, facts: CLOSED,
};

/** What the next click on the map does; nothing chosen: it asks for the nearest shelter. `place` draws a candidate, `site` moves a site by its key. */
export type Tool = { kind: 'add' | 'street' | 'area' | 'place' } | { kind: 'move'; shelter: number } | { kind: 'site'; site: string };

/** Which side of a comparison is shown; `both` is two maps, of which the first shows what came before and the other what comes after. */
export type Side = 'before' | 'after' | 'difference' | 'both';

export interface State {
  language: Language;
  areas: Area[] | null;
  importing: Areas['importing'];
  area: string | null;
  profile: string | null;
  minutes: number | null;
  /** How many different shelters one must reach. */
  k: number;
  /** Name of the hazard layer that is switched on. */
  hazard: string | null;
  night: boolean;
  /** Whether a place counts only while it has room. */
  capacity: boolean;
  /** Name of the rule pack that is judged by; null for the default. */
  rules: string | null;
  scenario: string | null;
  /** The scenario that the chosen one is compared with; null for the city as it is. */
  from: string | null;
  side: Side;
  view: View | null;
  /** The place under the cross, in the middle of the part of the map that the panel leaves free. */
  middle: [lon: number, lat: number] | null;
  at: [lon: number, lat: number] | null;
  /** Which of the nearest shelters is shown, by its place in the list. */
  way: number;
  gap: number | null;
  district: number | null;
  /** Number of the space whose card is open. */
  space: number | null;
  /** Kind of event that spaces are judged for where no hazard is chosen. */
  judge: string;
  /** How long people stay; null for the first class of the rules. */
  stay: string | null;
  online: boolean;
  /** Null until they are known. */
  packs: RulePack[] | null;
  /** Of the pack that the answer shown was judged by. */
  figures: RuleFigures | null;
  coverage: Coverage | null;
  /** The answer for what came before, where it is shown beside the other. */
  before: Coverage | null;
  redundancy: Redundancy | null;
  reports: Reports;
  /** Share of buildings damaged, in percent, that the expected coverage is asked for. */
  damage: number;
  /** Newest change first; null until they are known. */
  scenarios: Scenario[] | null;
  /** Whether the server keeps scenarios at all. */
  keepsScenarios: boolean;
  /** Edits on their way to the server, in order; shown already. */
  pending: Edit[];
  comparison: Comparison | null;
  tool: Tool | null;
  /** Corners of the area being drawn. */
  drawn: [lon: number, lat: number][];
  /** What the next shelter or candidate is called, holds and costs, and why the next street, area or shelter is closed. */
  draft: { name: string; capacity: number | null; cost: number | null; reason: string };
  /** What the map should go to; each new object goes there once. */
  goTo: { bounds: Bounds } | null;
  /** A place that the map points at. */
  pointer: { lon: number; lat: number; label: string; line: [lon: number, lat: number][] } | null;
  shelters: Shelter[];
  /** Null until somebody asks which space is where. */
  spaces: SpaceShape[] | null;
  /** What the next fact is entered about. */
  factAbout: { on: On; subject: number | null };
  /** How many facts have been entered or deleted on this page. */
  factChanges: number;
  /** What is wanted of the next shelters. */
  wanted: Wanted;
  /** Where they should be: the search, and what was found. */
  siting: Siting;
  /** What is asked of an evacuation, and what came of it. */
  evacuate: EvacuationWanted;
  evacuation: Evacuation;
  nearest: Nearest | null;
  loading: { coverage: boolean; nearest: boolean };
  failure: Failure | null;
}

/** A value that can be watched. Listeners hear of every change that changes something, in the order they came. */
export class Store<T extends object> {
  private readonly listeners: ((now: T, before: T) => void)[] = [];

  constructor(private value: T) {}

  get(): T {
    return this.value;
  }

  update(change: Partial<T>): void {
    const before = this.value;
    const keys = Object.keys(change) as (keyof T)[];
    if (keys.every((key) => Object.is(change[key], before[key]))) {
      return;
    }
    this.value = { ...before, ...change };
    const now = this.value;
    this.listeners.forEach((listener) => listener(now, before));
  }

  /** Hears of changes of the keys named only. */
  on(keys: (keyof T)[], listener: (now: T, before: T) => void): void {
    this.listeners.push((now, before) => {
      if (keys.some((key) => !Object.is(now[key], before[key]))) {
        listener(this.value, before);
      }
    });
  }

  /**
   * The same state as it is seen where some of it is otherwise. A change made there is made here.
   *
   * @param otherwise what is; null while nobody looks: then nothing is heard
   */
  seen(otherwise: (value: T) => Partial<T> | null): Store<T> {
    const look = () => ({ ...this.value, ...otherwise(this.value) });
    const seen = new Store<T>(look());
    const follow = seen.update.bind(seen);
    this.listeners.push(() => otherwise(this.value) !== null && follow(look()));
    seen.update = (change) => this.update(change);
    return seen;
  }
}
