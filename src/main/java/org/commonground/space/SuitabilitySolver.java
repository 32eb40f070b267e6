package org.commonground.space;

import java.util.List;

/**
 * Holds a space against the tests of a rule pack.
 *
 * <ol>
 *   <li>Every test whose figure the pack has is made ({@link SuitabilityChecks}).
 *   <li>A failed test makes the space unsuitable, or conditional where the pack says so; else an unknown one leaves it unknown.
 *   <li>The same with every unknown test failed, and with every one passed, are the bounds.
 * </ol>
 */
public final class SuitabilitySolver {

  private SuitabilitySolver() {
  }

  public static SuitabilityResult solve(SuitabilityProblem problem) {
    var rules = new CitedFigures(problem.rules());
    var checks = new SuitabilityChecks(problem, rules).all();
    boolean silent = checks.isEmpty();
    return new SuitabilityResult(problem.hazard(), verdict(checks),
        silent ? Verdict.UNSUITABLE : withUnknown(checks, Check.State.FAILED),
        silent ? Verdict.SUITABLE : withUnknown(checks, Check.State.PASSED), checks, rules.cited());
  }

  private static Verdict verdict(List<Check> checks) {
    var failed = withUnknown(checks, Check.State.PASSED);
    boolean open = checks.isEmpty() || checks.stream().anyMatch(check -> check.state() == Check.State.UNKNOWN);
    return failed == Verdict.SUITABLE && open ? Verdict.UNKNOWN : failed;
  }

  /** The verdict if every unknown test ends so. */
  private static Verdict withUnknown(List<Check> checks, Check.State unknown) {
    return checks.stream()
        .filter(check -> check.state() == Check.State.FAILED
            || check.state() == Check.State.UNKNOWN && unknown == Check.State.FAILED)
        .map(Check::onFailure).max(Enum::compareTo).orElse(Verdict.SUITABLE);
  }
}
