import { chosen, hazardsShown, question, sheltersShown, spaceQuestion } from '../chosen';
import type { Question } from '../domain';
import { Following } from '../following';
import type { Server } from '../server';
import { type Asked, NO_SITING, type Siting, type SitingAnswer } from './siting';
import type { State, Store } from '../state';
import { type Body, bodyOf, costsCount, type DrawnPlace, kindsOf, listed, ofList, pick, settle, type SettledAs, USUALLY_WANTED, type Wanted } from './wanted';

/** Has the server look for sites, of what is wanted of them. */
export class Searching {
  private readonly following: Following<SitingAnswer>;

  constructor(private readonly store: Store<State>, private readonly server: Server) {
    this.following = new Following(server, { get: () => store.get().siting, keep: (change) => this.keep(change) });
    store.on(['area'], (_, before) => {
      this.following.leave();
      store.update({ siting: NO_SITING, ...(before.area === null ? {} : { wanted: USUALLY_WANTED }) });
    });
    store.on(['wanted', 'k', 'stay'], () => this.following.forgive());
  }

  want(change: Partial<Wanted>): void {
    this.store.update({ wanted: { ...this.store.get().wanted, ...change } });
  }

  settle(space: number, as: SettledAs): void {
    this.want(settle(this.store.get().wanted, space, as));
  }

  /** Whoever picks a space wants those picked for candidates. */
  pick(space: number): void {
    this.want({ ...pick(this.store.get().wanted, space), candidates: 'picked' });
  }

  /** Puts the place that is being drawn on the map; the next has no name yet. */
  draw([lon, lat]: [lon: number, lat: number]): void {
    const { draft, wanted } = this.store.get();
    this.store.update({ draft: { ...draft, name: '' }, wanted: { ...wanted, places: [...wanted.places, { lon, lat, name: draft.name.trim(), capacity: draft.capacity, cost: draft.cost, open: false }] } });
  }

  /** @param change null takes it away */
  place(index: number, change: Partial<DrawnPlace> | null): void {
    const { places } = this.store.get().wanted;
    this.want({ places: places.flatMap((one, other) => (other !== index ? [one] : change === null ? [] : [{ ...one, ...change }])) });
  }

  async run(): Promise<void> {
    const state = this.store.get();
    const asked = question(state);
    if (!asked || state.siting.running) {
      return;
    }
    const { wanted } = state;
    const begun: Siting = { ...NO_SITING, asked: askedNow(state, asked) };
    await this.following.run(begun, async (signal) => {
      const list = listed(wanted.candidates) ? await this.server.candidates(spaceQuestion(state)!) : null;
      const numbers = list && listed(wanted.candidates) ? ofList(list, wanted.candidates) : [];
      if (list && !signal.aborted) {
        this.keep({ asked: { ...begun.asked!, listed: { sent: numbers.length, count: wanted.candidates === 'passing' ? list.passingCount : list.oneFixCount } } });
      }
      return this.server.site(asked.area, known(bodyOf(asked, state.stay, wanted, numbers, chosen(state)!.counts.space ?? 0)));
    });
  }

  cancel(): Promise<void> {
    return this.following.cancel();
  }

  private keep(change: Partial<Siting>): void {
    this.store.update({ siting: { ...this.store.get().siting, ...change } });
  }
}

function askedNow(state: State, asked: Question): Asked {
  const hazards = hazardsShown(state);
  return {
    key: askedKey(state)!, question: asked, stay: state.stay, wanted: state.wanted, hazards, kinds: kindsOf(hazards, chosen(state)?.hazards ?? []),
    shelters: sheltersShown(state).filter(({ change }) => change !== 'closed'), listed: null,
  };
}

/** What is not chosen is left out. */
const known = (body: Body): Body => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));

/** The same for the same search, in whichever scenario; null until it is known what to ask. */
export function askedKey(state: State): string | null {
  const asked = question(state);
  const { stay, judge, wanted } = state;
  const body = asked && bodyOf({ ...asked, scenario: null }, stay, wanted);
  return body && JSON.stringify([body, wanted.candidates, listed(wanted.candidates) ? judge : null, costsCount(wanted) ? wanted.cost : null]);
}
