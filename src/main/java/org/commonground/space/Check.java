package org.commonground.space;

import java.util.List;
import java.util.Objects;
import org.commonground.rules.RulePack.Figure;

/**
 * One test of a rule pack on one space.
 *
 * @param name      of the test, such as {@code leastEffectiveM2}
 * @param key       of its figure in the pack
 * @param figure    what is required, with its clause, source and whether that was verified
 * @param atLeast   whether the value found must be at least the figure; else at most. Of a yes or no, yes is 1
 * @param found     the value found
 * @param onFailure what a space becomes that fails it
 * @param facts     what would change the outcome; none where it is passed
 */
public record Check(String name, String key, Figure figure, boolean atLeast, Range found, Verdict onFailure,
    List<SpaceFact> facts) {

  /** Outcome of a test. */
  public enum State { PASSED, FAILED, UNKNOWN }

  public Check {
    Objects.requireNonNull(figure, "figure");
    Objects.requireNonNull(onFailure, "onFailure");
    facts = state(figure.value(), atLeast, found) == State.PASSED ? List.of() : List.copyOf(facts);
  }

  /** Passed if even the pessimistic value meets the figure, failed if not even the optimistic one does. */
  public State state() {
    return state(figure.value(), atLeast, found);
  }

  static State state(double required, boolean atLeast, Range found) {
    if (meets(found.pessimistic(), required, atLeast)) {
      return State.PASSED;
    }
    return meets(found.optimistic(), required, atLeast) ? State.UNKNOWN : State.FAILED;
  }

  private static boolean meets(double value, double required, boolean atLeast) {
    return atLeast ? value >= required : value <= required;
  }

  /** By how much the two readings miss the figure, in its unit; 0 where they meet it. */
  public Range lacking() {
    int sign = atLeast ? 1 : -1;
    return new Range(Math.max(0, sign * (figure.value() - found.pessimistic())),
        Math.max(0, sign * (figure.value() - found.optimistic())));
  }
}
