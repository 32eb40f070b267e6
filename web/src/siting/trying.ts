import type { Question } from '../domain';
import { spacesAt } from '../inside';
import type { Edit } from '../scenario/scenario';
import { cancelled, Refused, type Server } from '../server';
import { type Asked, type Effect, type Listed, newOnes, type Site, siteKey, type Siting, type SitingAnswer, sitesOf } from './siting';
import type { JudgedSpace, SpaceShape } from '../spaces';
import type { State, Store } from '../state';
import { costOf, givenUp, type Goal, ofWalks, USUAL_HAZARD } from './wanted';

type Place = [lon: number, lat: number];

/** What the page calls things that have no name, and what it says where it refuses. */
export interface TryingWords {
  moved: string;
  isShelter(name: string | null): string;
  isChosen(name: string | null): string;
}

/**
 * Sets of sites other than the best: of the list of those nearly as good, or with a site moved by hand. Each is shown at once; what it does
 * is the server's coverage with the edits that make it.
 */
export class Trying {
  /** Counts what is shown: an answer to what was shown before is dropped. */
  private turn = 0;

  constructor(private readonly store: Store<State>, private readonly server: Server, private readonly words: () => TryingWords) {
    store.on(['siting'], (now, before) => now.siting.answer !== before.siting.answer && this.turn++);
  }

  /** Shows a set of a list of the answer's. */
  choose(list: Listed['list'], index: number): void {
    const set = this.store.get().siting.answer?.[list]?.[index];
    if (set) {
      void this.show(set.chosen, { list, index });
    }
  }

  /** Shows the best again. */
  back(): void {
    this.turn++;
    this.keep({ trial: null });
  }

  /**
   * Moves a new site of the set that is shown.
   *
   * @param from its key
   * @param at   where it is put
   * @param on   the candidate that is there; null where none is known: then it is the smallest space there, and else a place of its own
   */
  async move(from: string, at: Place, on: Site | null): Promise<void> {
    const { siting, spaces, language } = this.store.get();
    const sites = sitesOf(siting);
    const site = newOnes(sites).find((one) => siteKey(one) === from);
    if (!site || !siting.asked || (on && siteKey(on) === from)) {
      return;
    }
    const turn = ++this.turn;
    const space = on ? undefined : spacesAt(spaces ?? [], at)[0];
    if (space && space.id === site.space) {
      return;
    }
    try {
      const to = on ?? (space ? await this.judged(space, siting.asked) : placed(site, at, this.words().moved));
      if (turn !== this.turn) {
        return;
      }
      if (sites.some((one) => siteKey(one) === siteKey(to))) {
        throw new Refused(this.words().isChosen(to.names[language] ?? to.name));
      }
      await this.show(sites.map((one) => (one === site ? { ...to, adds: null, loses: null } : { ...one, adds: null })), null, siteKey(to));
    } catch (problem) {
      if (turn === this.turn && !cancelled(problem)) {
        const sentence = problem instanceof Refused ? problem.sentence : null;
        this.keep({ trial: { ...(this.store.get().siting.trial ?? { sites, of: null, effect: null }), moved: from, failure: { sentence } } });
      }
    }
  }

  /** Does with the tool in hand what it does at a place. */
  put(at: Place): void {
    const { tool } = this.store.get();
    if (tool?.kind === 'site') {
      this.store.update({ tool: null });
      void this.move(tool.site, at, null);
    }
  }

  private async show(sites: Site[], of: Listed | null, moved: string | null = null): Promise<void> {
    const turn = ++this.turn;
    const { siting } = this.store.get();
    const { answer, asked, best } = siting;
    this.keep({ trial: { sites, of, moved, effect: null, failure: null } });
    if (!answer || !asked) {
      return;
    }
    try {
      const held = best ?? (ofWalks(answer.objective) ? await this.effect(asked, answer.edits) : null);
      const effect = await this.effect(asked, editsOf(answer, asked, sites));
      if (turn === this.turn) {
        this.keep({ best: held, trial: { sites, of, moved, effect, failure: null } });
      }
    } catch (problem) {
      if (turn === this.turn) {
        this.keep({ trial: { sites, of, moved, effect: null, failure: { sentence: problem instanceof Refused ? problem.sentence : null } } });
      }
    }
  }

  private async effect({ question: about, wanted }: Asked, edits: Edit[]): Promise<Effect> {
    const { people, districts, groups, walkSeconds } = await this.server.tried(coverageOf(about, wanted.goal), wanted.goal === 'room', edits);
    return { people, districts, groups, walkSeconds };
  }

  /** A space as a site. */
  private async judged(space: SpaceShape, asked: Asked): Promise<Site> {
    const { language } = this.store.get();
    const { question, stay, kinds } = asked;
    const { summary }: JudgedSpace = await this.server.judged({ ...question, hazard: question.hazard ?? kinds[0] ?? USUAL_HAZARD, stay }, space.id);
    if (asked.shelters.some(({ id }) => id === summary.shelter) && asked.wanted.existing === 'kept') {
      throw new Refused(this.words().isShelter(summary.names[language] ?? summary.name));
    }
    const persons = summary.persons?.pessimistic ?? null;
    return {
      space: space.id, place: null, shelter: null, sourceId: summary.sourceId, name: summary.name ?? `${summary.kind} ${summary.sourceId}`, names: summary.names, lon: summary.lon, lat: summary.lat,
      cost: costOf(asked.wanted, space.id), capacity: persons === null ? null : Math.floor(persons), room: summary.persons, verdict: summary.verdict, adds: null, loses: null,
    };
  }

  private keep(change: Partial<Siting>): void {
    this.store.update({ siting: { ...this.store.get().siting, ...change } });
  }
}

/** How many shelters one must reach counts for the goal that counts people in time only. Edits hold those of the scenario that was searched in. */
function coverageOf(about: Question, goal: Goal): Question {
  return { ...about, k: goal === 'cover' ? about.k : 1, scenario: null };
}

/** A drawn place keeps what is known of it; what is put elsewhere than on a space has no room that anybody knows of. */
function placed(site: Site, [lon, lat]: Place, name: string): Site {
  const drawn = site.space === null;
  return {
    ...site, space: null, place: null, sourceId: null, lon, lat, name: drawn ? site.name : name, names: drawn ? site.names : {},
    capacity: drawn ? site.capacity : null, room: drawn ? site.room : null, verdict: null,
  };
}

/** The edits that make a scenario with these sites, after those of the scenario that was searched in. */
export function editsOf(answer: SitingAnswer, { wanted, shelters, kinds }: Pick<Asked, 'wanted' | 'shelters' | 'kinds'>, sites: Site[]): Edit[] {
  const own = newOnes(answer.chosen).length + givenUp(wanted.existing, shelters, answer.chosen).length;
  const before = answer.edits.slice(0, answer.edits.length - own);
  const found = answer.edits.slice(answer.edits.length - own);
  return [
    ...before,
    ...givenUp(wanted.existing, shelters, sites).map((shelter): Edit => ({ type: 'close-shelter', shelter, reason: 'Not chosen by siting' })),
    ...newOnes(sites).map((site): Edit => {
      const same = found.find((edit) => edit.type === 'add-shelter' && site.space !== null && edit.space === site.sourceId);
      return same ?? {
        type: 'add-shelter', lon: site.lon, lat: site.lat, name: site.name ?? site.sourceId ?? '', capacity: site.capacity,
        ...(site.space === null || site.sourceId === null ? {} : { space: site.sourceId }), ...(kinds.length ? { hazards: kinds } : {}),
      };
    }),
  ];
}
