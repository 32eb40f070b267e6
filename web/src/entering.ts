import { type NewFact, Refused, type Server } from './server';
import type { Fact } from './spaces';
import type { State, Store } from './state';

/** Enters and deletes facts; whatever hangs on them is then asked anew. */
export class Entering {
  constructor(private readonly store: Store<State>, private readonly server: Server) {}

  /** The fact as it is kept, or why it is not: a sentence of the server's, null where nobody answered. */
  async add(fact: NewFact): Promise<Fact | { refused: string | null }> {
    try {
      const kept = await this.server.addFact(this.store.get().area!, fact);
      this.changed();
      return kept;
    } catch (problem) {
      return { refused: refusal(problem) };
    }
  }

  /** Null once it is deleted; else the server's sentence, or an empty one where nobody answered. */
  async remove(id: string): Promise<string | null> {
    try {
      await this.server.deleteFact(this.store.get().area!, id);
      this.changed();
      return null;
    } catch (problem) {
      return refusal(problem) ?? '';
    }
  }

  private changed(): void {
    this.store.update({ factChanges: this.store.get().factChanges + 1 });
  }
}

function refusal(problem: unknown): string | null {
  if (problem instanceof Refused) {
    return problem.sentence;
  }
  throw problem;
}
