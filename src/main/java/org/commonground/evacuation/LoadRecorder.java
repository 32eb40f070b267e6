package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes down where people are from time to time, at most so many times however long it takes, and each arrival. For one thread.
 *
 * <p>A state is kept every {@code every} steps; where they become too many, every other one is dropped and {@code every} doubles.
 */
public final class LoadRecorder {

  private final int most;
  private final List<Load> loads = new ArrayList<>();
  private final List<Arrival> arrivals = new ArrayList<>();
  private int every = 1;

  /**
   * Where people are after so many steps: each person is in exactly one of these. Only arcs with anybody are listed.
   *
   * @param steps   that have passed
   * @param arc     ascending
   * @param on      people on each of these arcs, or waiting at its head
   * @param waiting those of them who wait at its head
   * @param home    people who have not left
   * @param in      people in each shelter
   * @param caught  people whom the hazard has taken
   * @param gaveUp  people who have found no way, or no room anywhere
   */
  public record Load(int steps, int[] arc, int[] on, int[] waiting, int home, int[] in, int caught, int gaveUp) {
  }

  /** People of one source who come into a shelter in the step before {@code steps} have passed. */
  public record Arrival(int source, int shelter, int steps, int people) {
  }

  /** @param most states that are kept, at least 2 */
  public LoadRecorder(int most) {
    this.most = most;
  }

  /** Whether the state after so many steps is kept. */
  boolean wants(int steps) {
    return steps % every == 0;
  }

  void take(Load load) {
    loads.add(load);
    if (loads.size() > most) {
      every *= 2;
      loads.removeIf(kept -> kept.steps() % every != 0);
    }
  }

  /** Below 0 while there is none. */
  int lastSteps() {
    return loads.isEmpty() ? -1 : loads.get(loads.size() - 1).steps();
  }

  void arrived(int source, int shelter, int steps, int people) {
    arrivals.add(new Arrival(source, shelter, steps, people));
  }

  /** Steps between two states. */
  public int every() {
    return every;
  }

  /** In order of time, from the start on. */
  public List<Load> loads() {
    return loads;
  }

  /** In order of time. */
  public List<Arrival> arrivals() {
    return arrivals;
  }

  /** Only the arcs with anybody on them. */
  static Load load(int steps, int[] on, int[] waiting, int home, int[] in, int caught, int gaveUp) {
    int count = 0;
    for (int people : on) {
      count += people > 0 ? 1 : 0;
    }
    var arc = new int[count];
    var some = new int[count];
    var wait = new int[count];
    int next = 0;
    for (int each = 0; each < on.length; each++) {
      if (on[each] > 0) {
        arc[next] = each;
        some[next] = on[each];
        wait[next++] = waiting[each];
      }
    }
    return new Load(steps, arc, some, wait, home, in.clone(), caught, gaveUp);
  }
}
