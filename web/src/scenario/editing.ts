import { editable, find } from '../chosen';
import type { Edit, Scenario } from './scenario';
import { Refused, type Server } from '../server';
import type { State, Store, Tool } from '../state';

type Place = [lon: number, lat: number];
type About = Pick<Scenario, 'title' | 'author' | 'reason'>;

/** What one does with scenarios. Edits are shown at once and sent one after the other; what the server refuses is taken back. */
export class Editing {
  private queue: Promise<unknown> = Promise.resolve();

  /** @param unnamed what a shelter is called that nobody has named, in the language of the page */
  constructor(private readonly store: Store<State>, private readonly server: Server, private readonly unnamed: () => string) {
    store.on(['scenario', 'side'], (now) => !editable(now) && ofEdits(now.tool) && this.cancel());
  }

  choose(id: string | null): void {
    const { from, side } = this.store.get();
    this.store.update({ scenario: id, pending: [], tool: null, drawn: [], ...(id === null || id === from ? { from: null } : {}), side: id === null ? 'after' : side });
  }

  create(about: About): Promise<void> {
    const { area } = this.store.get();
    return this.run(async () => this.begin(await this.server.createScenario(area!, about)));
  }

  describe(about: About): Promise<void> {
    return this.onChosen(async (scenario) => this.keep(await this.server.describeScenario(scenario, about)));
  }

  duplicate(): Promise<void> {
    return this.onChosen(async (scenario) => this.begin(await this.server.copyScenario(scenario)));
  }

  remove(): Promise<void> {
    return this.onChosen(async (scenario) => {
      await this.server.deleteScenario(scenario);
      const { scenarios, from, scenario: chosen } = this.store.get();
      const left = (scenarios ?? []).filter((one) => one.id !== scenario.id);
      if (chosen === scenario.id) {
        this.choose(null);
      }
      this.store.update({ scenarios: left, ...(from === scenario.id ? { from: null } : {}) });
    });
  }

  edit(edit: Edit): Promise<void> {
    this.store.update({ pending: [...this.store.get().pending, edit] });
    return this.onChosen(
      async (scenario) => this.keep(await this.server.addEdit(scenario, edit), edit),
      () => this.store.update({ pending: this.store.get().pending.filter((one) => one !== edit) }),
    );
  }

  /**
   * Makes an edit in the scenario that is open, or in a new one.
   *
   * @param title of the new one
   * @return whether it is made
   */
  async tryOut(edit: Edit, title: string): Promise<boolean> {
    if (this.store.get().scenario === null) {
      await this.create({ title, author: null, reason: null });
    }
    const edits = () => find(this.store.get(), this.store.get().scenario)?.edits.length;
    const before = edits();
    if (before === undefined) {
      return false;
    }
    await this.edit(edit);
    return (edits() ?? 0) > before;
  }

  /**
   * Opens a new scenario with edits, held against the one they were found for.
   *
   * @param from null for the city as it is
   * @return whether it is made
   */
  async open(title: string, edits: Edit[], from: string | null): Promise<boolean> {
    const { area, scenario: before } = this.store.get();
    await this.run(async () => this.begin(await this.server.createScenario(area!, { title, author: null, reason: null, edits })));
    const made = this.store.get().scenario !== before;
    if (made) {
      this.store.update({ from, side: 'after' });
    }
    return made;
  }

  undo(): Promise<void> {
    return this.onChosen(async (scenario) => {
      if (find(this.store.get(), scenario.id)?.edits.length) {
        this.keep(await this.server.undoEdit(scenario));
      }
    });
  }

  /** Takes a tool in hand, or puts it away if it was in hand already. */
  use(tool: Tool): void {
    const { tool: before } = this.store.get();
    this.store.update({ tool: JSON.stringify(tool) === JSON.stringify(before) ? null : tool, drawn: [] });
  }

  cancel(): void {
    this.store.update({ tool: null, drawn: [] });
  }

  /** Does with the tool in hand what it does at a place. */
  put([lon, lat]: Place): void {
    const { tool, drawn, draft } = this.store.get();
    if (tool?.kind === 'add') {
      void this.edit({ type: 'add-shelter', lon, lat, name: draft.name.trim() || this.unnamed(), capacity: draft.capacity });
      this.store.update({ tool: null, draft: { ...draft, name: '' } });
    } else if (tool?.kind === 'move') {
      this.store.update({ tool: null });
      void this.edit({ type: 'move-shelter', shelter: tool.shelter, lon, lat });
    } else if (tool?.kind === 'street') {
      void this.edit({ type: 'close-street', lon, lat, reason: this.reason() });
    } else if (tool?.kind === 'area') {
      this.store.update({ drawn: [...drawn, [lon, lat]] });
    }
  }

  /** Closes the area that has been drawn, once it has three corners. */
  finish(): void {
    const { drawn } = this.store.get();
    if (drawn.length >= 3) {
      this.cancel();
      void this.edit({ type: 'close-area', geometry: { type: 'Polygon', coordinates: [[...drawn, drawn[0]!]] }, reason: this.reason() });
    }
  }

  closeShelter(shelter: number): void {
    void this.edit({ type: 'close-shelter', shelter, reason: this.reason() });
  }

  private reason(): string | null {
    return this.store.get().draft.reason.trim() || null;
  }

  private begin(scenario: Scenario): void {
    this.store.update({ scenarios: [scenario, ...(this.store.get().scenarios ?? [])] });
    this.choose(scenario.id);
  }

  /** @param sent the edit that the server now has */
  private keep(scenario: Scenario, sent?: Edit): void {
    const { scenarios, pending } = this.store.get();
    this.store.update({
      scenarios: (scenarios ?? []).map((one) => (one.id === scenario.id ? scenario : one)),
      pending: sent ? pending.filter((one) => one !== sent) : pending,
    });
  }

  private onChosen(task: (scenario: Scenario) => Promise<void>, undone?: () => void): Promise<void> {
    const scenario = find(this.store.get(), this.store.get().scenario);
    return scenario ? this.run(() => task(scenario), undone) : Promise.resolve();
  }

  /** After whatever is still on its way. */
  private run(task: () => Promise<void>, undone = () => {}): Promise<void> {
    const next = this.queue.then(async () => {
      try {
        await task();
        if (this.store.get().failure?.about === 'edit') {
          this.store.update({ failure: null });
        }
      } catch (problem) {
        undone();
        this.store.update({ failure: { about: 'edit', sentence: problem instanceof Refused ? problem.sentence : null } });
      }
    });
    this.queue = next;
    return next;
  }
}

/** Whether a tool changes the scenario that is open. */
export const ofEdits = (tool: Tool | null) => tool !== null && tool.kind !== 'place' && tool.kind !== 'site';
