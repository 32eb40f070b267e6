package org.commonground.plan.job;

import java.util.concurrent.atomic.AtomicReference;

/** Whether an area is being imported while the service runs, for those who ask before there is anything to see. */
public final class ImportState {

  private final AtomicReference<Importing> now = new AtomicReference<>();

  /**
   * @param area  name
   * @param step  what is being done, in a few words
   * @param done  steps done
   * @param steps steps there are
   */
  public record Importing(String area, String step, int done, int steps) {
  }

  public void at(Importing importing) {
    now.set(importing);
  }

  public void over() {
    now.set(null);
  }

  /** Null where nothing is being imported. */
  public Importing now() {
    return now.get();
  }
}
