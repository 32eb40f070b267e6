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
}
