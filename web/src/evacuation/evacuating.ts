import { chosen, hazardsShown, question } from '../chosen';
import type { Question } from '../domain';
import { type Evacuation, type EvacuationAnswer, type EvacuationWanted, type Film, NO_EVACUATION, type Shows, USUAL_EVACUATION, wantedBody } from './evacuation';
import { endOf } from './film';
import { Following } from '../following';
import type { Playing } from './playing';
import { Refused, type Server } from '../server';
import type { State, Store } from '../state';

/** A film lasts about so long by itself. */
const FILM_SECONDS = 25;
/** Seconds of the film in one of ours that may be chosen. */
export const SPEEDS = [10, 30, 60, 120, 300, 600, 1800];

/** Has the server plan an evacuation, and fetches its films. */
export class Evacuating {
  private readonly following: Following<EvacuationAnswer>;

  constructor(private readonly store: Store<State>, private readonly server: Server, readonly playing: Playing) {
    this.following = new Following(server, { get: () => store.get().evacuation, keep: (change) => this.keep(change) });
    store.on(['area'], (_, before) => {
      this.following.leave();
      playing.pause();
      // Districts, shelters and streets are those of an area.
      store.update({ evacuation: NO_EVACUATION, ...(before.area === null ? {} : { evacuate: USUAL_EVACUATION }) });
    });
    store.on(['evacuate'], () => this.following.forgive());
    // One pair of maps at a time: before and after, or with and without a plan.
    store.on(['side'], ({ side, evacuation }) => side === 'both' && evacuation.shows === 'both' && this.show('plan'));
  }

  want(change: Partial<EvacuationWanted>): void {
    this.store.update({ evacuate: { ...this.store.get().evacuate, ...change } });
  }

  async run(): Promise<void> {
    const state = this.store.get();
    const asked = question(state);
    if (!asked || state.evacuation.running) {
      return;
    }
    this.playing.pause();
    const begun: Evacuation = { ...NO_EVACUATION, asked: evacuationKey(state) };
    const job = await this.following.run(begun, () => this.server.evacuate(asked.area, evacuationBody(asked, state.evacuate, zonesOn(state))));
    if (job?.result) {
      await this.fetchFilms(job.id, this.following.signal);
    }
  }

  cancel(): Promise<void> {
    return this.following.cancel();
  }

  show(shows: Shows): void {
    this.keep({ shows, looks: this.store.get().evacuation.looks + 1 });
    this.begin(shows);
    if (shows === 'both' && this.store.get().side === 'both') {
      this.store.update({ side: 'after' });
    }
  }

  private begin(shows: Shows): void {
    const films = filmsShown(this.store.get().evacuation, shows);
    if (films.length === 0) {
      this.playing.pause();
    } else {
      this.playing.begin(Math.max(...films.map(endOf)), Math.min(...films.map((film) => film.frameSeconds)));
    }
  }

  async keepResult(name: string): Promise<void> {
    const state = this.store.get();
    const { asked } = state.evacuation;
    if (asked === null || state.area === null) {
      return;
    }
    const { signal } = this.following;
    const keep = (state: 'keeping' | 'kept' | 'refused', sentence: string | null = null) => signal.aborted || this.keep({ kept: { name, state, sentence } });
    keep('keeping');
    try {
      const begun = await this.server.keep(state.area, 'evacuation', name, JSON.parse(asked) as Record<string, unknown>);
      const end = begun.state ? await this.server.hear(begun.id, () => {}, signal) : null;
      keep(end === null || end.state === 'done' ? 'kept' : 'refused', end?.problem?.sentence);
    } catch (problem) {
      keep('refused', problem instanceof Refused ? problem.sentence : null);
    }
  }

  /** The film of the plan begins as soon as it is there. */
  private async fetchFilms(job: string, signal: AbortSignal): Promise<void> {
    const fetched = async (which: Film['which']) => {
      const film = await this.server.film(job, which).catch(() => null);
      if (!signal.aborted && film) {
        const { films, shows } = this.store.get().evacuation;
        const now = which === 'plan' ? which : shows;
        this.keep({ films: { ...films, [which]: film }, shows: now });
        this.begin(now);
      }
    };
    await fetched('plan');
    if (signal.aborted) {
      return;
    }
    this.keep({ filmless: this.store.get().evacuation.films.plan === null });
    if (!this.store.get().evacuation.filmless) {
      this.playing.seek(0);
      this.playing.speed = SPEEDS.find((speed) => speed * FILM_SECONDS >= this.playing.end) ?? SPEEDS[SPEEDS.length - 1]!;
      if (!this.playing.calm) {
        this.playing.play();
      }
    }
    await fetched('unplanned');
  }

  private keep(change: Partial<Evacuation>): void {
    this.store.update({ evacuation: { ...this.store.get().evacuation, ...change } });
  }
}

/** The films that are on the map, the one without a plan first. */
export function filmsShown({ films: { plan, unplanned } }: Pick<Evacuation, 'films'>, shows: Shows): Film[] {
  const both = shows === 'both';
  return [both || shows === 'unplanned' ? unplanned : null, both || shows === 'plan' ? plan : null].filter((film) => film !== null);
}

/** Whether zones of a hazard are on, which may come later. */
export function zonesOn(state: State): boolean {
  const layers = chosen(state)?.hazards ?? [];
  return hazardsShown(state).some((name) => layers.some((layer) => layer.name === name));
}

/**
 * The question as it is sent. What is not chosen is left out.
 *
 * @param zones whether there are any that may come later
 */
export function evacuationBody({ profile, hazard, night, rules, scenario }: Question, wanted: EvacuationWanted, zones: boolean): Record<string, unknown> {
  const chosen = { profile, hazard, night: night || null, rules, scenario };
  return { ...Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== null)), ...wantedBody(zones ? wanted : { ...wanted, hazardMinutes: null }) };
}

/** The same for the same evacuation; null until it is known what to ask. */
export function evacuationKey(state: State): string | null {
  const asked = question(state);
  return asked && JSON.stringify(evacuationBody(asked, state.evacuate, zonesOn(state)));
}
