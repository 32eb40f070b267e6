import { type NewFact, Refused, type Server } from './server';
import type { Fact } from './spaces';
import type { State, Store } from './state';

/** Why something was not done, in the server's words; null where nobody answered. */
export interface Refusal {
  sentence: string | null;
}

/** Enters and deletes facts; whatever hangs on them is then asked anew. */
export class Entering {
  constructor(private readonly store: Store<State>, private readonly server: Server) {}

  /** The fact as it is kept, or why it is not. */
  add(fact: NewFact): Promise<Fact | Refusal> {
    return this.done(this.server.addFact(this.store.get().area!, fact));
  }

  /** Null once it is deleted, or why it is not. */
  async remove(id: string): Promise<Refusal | null> {
    return (await this.done(this.server.deleteFact(this.store.get().area!, id))) ?? null;
  }

  private async done<T>(change: Promise<T>): Promise<T | Refusal> {
    try {
      const made = await change;
      this.store.update({ factChanges: this.store.get().factChanges + 1 });
      return made;
    } catch (problem) {
      if (problem instanceof Refused) {
        return { sentence: problem.sentence };
      }
      throw problem;
    }
  }
}
