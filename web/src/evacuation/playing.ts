/** Where a film is, and whether it runs. It knows no film: only how long it lasts, and how long a frame. */
export class Playing {
  seconds = 0;
  runs = false;
  /** Seconds of the film in one of ours. */
  speed = 60;
  end = 0;
  frameSeconds = 1;
  private readonly listeners: (() => void)[] = [];
  private last: number | null = null;
  private since = 0;

  /**
   * @param calm goes from frame to frame, one a second at most, instead of gliding
   * @param next calls back before the next picture, with the time in milliseconds
   */
  constructor(readonly calm: boolean, private readonly next: (then: (now: number) => void) => void = (then) => void requestAnimationFrame(then)) {}

  /** Hears of every change. */
  on(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** A film of its own length begins. */
  begin(end: number, frameSeconds: number): void {
    // A whole number of frames, so that a slider that goes by frames gets to the end.
    this.end = Math.ceil(end / frameSeconds - 1e-9) * frameSeconds;
    this.frameSeconds = frameSeconds;
    this.seconds = Math.min(this.seconds, this.end);
    this.tell();
  }

  seek(seconds: number): void {
    this.seconds = Math.min(this.end, Math.max(0, seconds));
    this.tell();
  }

  play(): void {
    if (this.runs || this.end === 0) {
      return;
    }
    if (this.seconds >= this.end) {
      this.seconds = 0;
    }
    this.runs = true;
    this.last = null;
    this.since = 0;
    this.tell();
    this.next(this.tick);
  }

  pause(): void {
    if (this.runs) {
      this.runs = false;
      this.tell();
    }
  }

  private readonly tick = (now: number) => {
    if (!this.runs) {
      return;
    }
    // A page that slept goes on where it was.
    const passed = this.last === null ? 0 : Math.min(now - this.last, 250) / 1000;
    this.last = now;
    this.advance(passed);
    if (this.seconds >= this.end) {
      this.runs = false;
    }
    this.tell();
    if (this.runs) {
      this.next(this.tick);
    }
  };

  private advance(passed: number): void {
    if (!this.calm) {
      this.seconds = Math.min(this.end, this.seconds + passed * this.speed);
      return;
    }
    this.since += passed;
    if (this.since >= 1) {
      this.since = 0;
      const step = Math.max(this.frameSeconds, this.speed);
      this.seconds = Math.min(this.end, this.frameSeconds * Math.floor((this.seconds + step) / this.frameSeconds + 1e-9));
    }
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}
