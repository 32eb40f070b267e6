import { ASKED, besides, chosen, compareKey, find, keyOf, packOf, question, revision, spaceQuestion, staysOf } from './chosen';
import { HAZARDS, type Question } from './domain';
import { cancelled, Refused, type Server } from './server';
import { CLOSED, type Failure, type Report, type Reports, type State, type Store } from './state';
import { USUALLY_WANTED } from './siting/wanted';

type Timed = 'coverage' | 'nearest';
type ReportName = keyof Reports;

const NOTHING = { coverage: null, before: null, nearest: null, comparison: null };

/** Asks the server for what the state says is looked at, and keeps what came of it. */
export class Asking {
  /** The questions that the answers on their way or shown belong to. */
  private asked: { coverage: string | null; before: string | null; nearest: string | null; comparison: string | null } = NOTHING;
  private compared = '';
  private readonly reported: Partial<Record<ReportName, string>> = {};
  /** The area whose spaces are on their way. */
  private fetching: string | null = null;

  constructor(private readonly store: Store<State>, private readonly server: Server) {
    store.on(['area', 'areas'], (now, before) => {
      if (now.area !== before.area) {
        store.update({ coverage: null, before: null, redundancy: null, shelters: [], nearest: null, scenarios: null, comparison: null, pending: [], tool: null, spaces: null, factAbout: { on: 'area', subject: null } });
      }
      const area = chosen(now);
      if (area && (now.area !== before.area || !chosen(before))) {
        this.area();
      }
    });
    store.on([...ASKED, 'capacity'], () => this.coverage());
    store.on(['coverage'], ({ coverage, figures }) => {
      if (coverage && coverage.rules.name !== figures?.name) {
        void this.ask('figures', this.server.figures(coverage.rules.name), (found) =>
          store.update({ figures: found, ...(staysOf(found).includes(store.get().stay ?? '') ? {} : { stay: null }) }));
      }
    });
    // A card is of one space, and gives way to the nearest shelters of a place.
    store.on(['space'], ({ space }) => {
      delete this.reported.space;
      store.update({ reports: { ...store.get().reports, space: { ...CLOSED, open: space !== null } } });
    });
    store.on(['at'], ({ at }) => at && store.update({ space: null }));
    store.on([...ASKED, 'capacity', 'reports', 'damage', 'space', 'judge', 'stay', 'factChanges'], () => this.reports());
    store.on(['at', 'factAbout', 'spaces', 'area', 'areas', 'siting', 'wanted'], () => this.spaces());
    store.on(['at', 'language'], (now, before) => {
      if (now.at !== before.at && now.at) {
        store.update({ nearest: null });
      }
      this.nearest();
    });
  }

  areas(): void {
    void this.ask('areas', Promise.all([this.server.areas(), this.server.packs()]), ([{ areas, importing }, packs]) => {
      const wanted = this.store.get().area;
      const first = areas[0];
      if (first && wanted !== null && areas.every((area) => area.name !== wanted)) {
        const elsewhere = { at: null, way: 0, gap: null, district: null, space: null, view: null, scenario: null, from: null, hazard: null, wanted: USUALLY_WANTED };
        this.store.update({ packs, areas, importing, area: first.name, ...elsewhere, failure: { about: 'area', sentence: wanted } });
      } else {
        this.store.update({ packs, areas, importing, area: wanted ?? first?.name ?? null });
      }
      if (!first) {
        setTimeout(() => this.areas(), 1000);
      }
    });
  }

  /** Whatever did not come the first time. */
  again(): void {
    this.asked = NOTHING;
    if (chosen(this.store.get())) {
      this.area();
    } else {
      this.areas();
    }
  }

  private area(): void {
    const area = chosen(this.store.get())!;
    void this.ask('shelters', this.server.shelters(area.name), (shelters) => this.store.update({ shelters }));
    if (area.hazards === undefined) {
      this.store.update({ night: false, capacity: false, scenario: null, from: null, side: 'after', scenarios: [], keepsScenarios: false });
    } else if (this.store.get().scenarios === null) {
      this.scenarios(area.name);
    }
    this.coverage();
  }

  private scenarios(area: string): void {
    const keep = (keepsScenarios: boolean) => (scenarios: State['scenarios']) => {
      const { scenario, from } = this.store.get();
      const found = { scenarios, keepsScenarios };
      const gone = [scenario, from].find((id) => id !== null && !find(found, id));
      this.store.update({ ...found, ...(gone ? { scenario: null, from: null, side: 'after', failure: { about: 'scenario', sentence: gone } } : {}) });
    };
    const none = (problem: unknown) => {
      if (problem instanceof Refused && problem.status === 404) {
        keep(false)([]);
        return null;
      }
      throw problem;
    };
    void this.ask('scenarios', this.server.scenarios(area).catch(none), (scenarios) => scenarios && keep(true)(scenarios));
  }

  /** Profile, minutes, hazard and rules of the link where they make sense, else those of the rules and of the area. */
  private coverage(): void {
    this.settle();
    const state = this.store.get();
    const asked = question(state);
    const key = keyOf(state);
    if (!asked || !key) {
      return;
    }
    const whole = `${key} ${state.capacity}`;
    if (whole !== this.asked.coverage) {
      const first = this.asked.coverage === null;
      this.asked = { ...this.asked, coverage: whole };
      void this.ask('coverage', this.server.coverage(asked, state.capacity), (coverage) => {
        this.store.update({ coverage, ...(first ? {} : { gap: null }) });
        void this.ask('redundancy', this.server.redundancy(asked), (redundancy) => this.store.update({ redundancy }));
      });
    }
    if (key !== this.asked.nearest) {
      this.asked = { ...this.asked, nearest: key };
      this.store.update({ nearest: null });
      this.nearest();
    }
    this.comparison(asked);
    this.before(asked);
  }

  private before(now: Question): void {
    const state = this.store.get();
    const asked = { ...now, scenario: state.from };
    const known = besides(state) && (state.from === null || find(state, state.from));
    const key = known ? JSON.stringify([asked, state.capacity, revision(state, state.from)]) : null;
    if (key === this.asked.before) {
      return;
    }
    this.asked = { ...this.asked, before: key };
    this.store.update({ before: null });
    if (key !== null) {
      void this.ask('before', this.server.before(asked, state.capacity), (before) => this.store.update({ before }));
    }
  }

  private settle(): void {
    const { profile, minutes, hazard, k, capacity, rules } = this.store.get();
    const area = chosen(this.store.get());
    if (!area) {
      return;
    }
    const pack = packOf(this.store.get(), rules);
    const noRules = rules !== null && !pack;
    const usual = pack ?? packOf(this.store.get(), null) ?? area;
    const known = usual.profiles.find((one) => one.name === profile)?.name ?? usual.profiles[0]!.name;
    const inside = minutes === null ? usual.minutes : Math.min(area.minutesLimit.max, Math.max(area.minutesLimit.min, minutes));
    const noHazard = hazard !== null && !(area.hazards && (area.hazards.some((one) => one.name === hazard) || HAZARDS.includes(hazard)));
    // Numbers for a dry city must not pass for those of a flooded one.
    this.store.update({ profile: known, minutes: inside, capacity: capacity && k === 1, ...(noRules ? { rules: null, failure: { about: 'rules', sentence: rules } } : {}), ...(noHazard ? { hazard: null, failure: { about: 'hazard', sentence: hazard } } : {}) });
  }

  private comparison(asked: Question): void {
    const { from, scenario } = this.store.get();
    const key = compareKey(this.store.get());
    if (key === this.asked.comparison) {
      return;
    }
    this.asked = { ...this.asked, comparison: key };
    const pair = `${from} ${scenario}`;
    if (key === null || pair !== this.compared) {
      this.store.update({ comparison: null });
    }
    this.compared = pair;
    if (key !== null && scenario !== null) {
      void this.ask('comparison', this.server.compare(asked, from, scenario), (comparison) => this.store.update({ comparison }));
    }
  }

  private nearest(): void {
    const { at, language } = this.store.get();
    const asked = question(this.store.get());
    if (asked && at && keyOf(this.store.get())) {
      void this.ask('nearest', this.server.nearest(asked, at, language), (nearest) =>
        this.store.update({ nearest, way: Math.min(this.store.get().way, Math.max(0, nearest.shelters.length - 1)) }));
    }
  }

  /** Those that are open, once for each question. The expected coverage is open from the press of its button until it is there. */
  private reports(): void {
    const state = this.store.get();
    const asked = question(state);
    const key = keyOf(state);
    if (!asked || !key) {
      return;
    }
    const ofSpaces = spaceQuestion(state)!;
    const asks = {
      lists: () => this.server.lists(ofSpaces),
      space: () => this.server.space(ofSpaces, state.space!),
      profiles: () => this.server.profiles(asked),
      green: () => this.server.green(asked),
      mobilization: () => this.server.mobilization(asked),
      facts: () => this.server.facts(asked.area),
      fairness: () => this.server.fairness(asked),
      integrity: () => this.server.integrity(asked),
      unknowns: () => this.server.unknowns(asked, state.capacity),
      expected: () => this.server.expected(asked, state.damage),
    };
    for (const name of Object.keys(asks) as ReportName[]) {
      const whole = wholeKey(name, key, state);
      const { open, answer, failure } = state.reports[name];
      const same = this.reported[name] === whole;
      if (open && !same) {
        this.reported[name] = whole;
        void this.report(name, asks[name]());
      } else if (!open && (failure || (answer && !same))) {
        delete this.reported[name];
        this.keep(name, { answer: null, failure: null });
      }
    }
  }

  /** Which space is where, once somebody asks about a place, enters a fact about a space, or says something of a space as a site. */
  private spaces(): void {
    const { at, factAbout, spaces, siting, wanted } = this.store.get();
    const sites = siting.answer !== null || wanted.open.length + wanted.closed.length + wanted.picked.length + Object.keys(wanted.costs).length > 0;
    const area = chosen(this.store.get());
    if (area && spaces === null && this.fetching !== area.name && (at || factAbout.on === 'space' || sites)) {
      this.fetching = area.name;
      void this.ask('spaces', this.server.spaces(area.name), (found) => this.store.get().area === area.name && this.store.update({ spaces: found })).finally(() => {
        this.fetching = null;
      });
    }
  }

  private async report(name: ReportName, answer: Promise<unknown>): Promise<void> {
    const done = name === 'expected' ? { waiting: false, open: false } : { waiting: false };
    this.keep(name, { waiting: true, failure: null });
    try {
      this.keep(name, { answer: await answer, ...done });
    } catch (problem) {
      if (!cancelled(problem)) {
        const { sentence, status } = problem instanceof Refused ? problem : new Refused(null);
        this.keep(name, { answer: null, failure: { sentence }, missing: status === 404, ...done });
      }
    }
  }

  private keep(name: ReportName, change: Partial<Report<unknown>>): void {
    const { reports } = this.store.get();
    this.store.update({ reports: { ...reports, [name]: { ...reports[name], ...change } } });
  }

  /** Runs a question; a newer question of its kind silently takes its place. */
  private async ask<T>(about: Failure['about'], answer: Promise<T>, done: (answer: T) => void): Promise<void> {
    const timed = about === 'coverage' || about === 'nearest';
    const replaced = timed || about === 'before' || about === 'redundancy' || about === 'comparison';
    const loading = (on: boolean) => timed && this.store.update({ loading: { ...this.store.get().loading, [about as Timed]: on } });
    loading(true);
    try {
      const found = await answer;
      if (this.store.get().failure?.about === about) {
        this.store.update({ failure: null });
      }
      loading(false);
      done(found);
    } catch (problem) {
      if (!cancelled(problem)) {
        loading(false);
        const sentence = problem instanceof Refused ? problem.sentence : null;
        // An older answer would now stand beside a question that it does not answer.
        this.store.update({ failure: { about, sentence }, ...(replaced ? { [about]: null } : {}) });
      }
    }
  }
}

/** The same for the same report: the question, and whatever else the report hangs on. */
function wholeKey(name: ReportName, key: string, { damage, capacity, space, judge, stay, area, factChanges }: State): string {
  const more: Partial<Record<ReportName, unknown[]>> = {
    expected: [damage],
    unknowns: [capacity],
    lists: [judge, stay],
    space: [space, judge, stay, factChanges],
    profiles: [factChanges],
    mobilization: [factChanges],
  };
  return name === 'facts' ? `${area} ${factChanges}` : JSON.stringify([key, more[name] ?? []]);
}
