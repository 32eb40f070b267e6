package org.commonground.plan.space;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.form.Readings;

/**
 * Four lists that planners act on, for one hazard and one stay. Each has as many entries as asked for, and says how many there are.
 *
 * @param about           its parts stand beside these
 * @param judgedFor       hazard that verdicts are for
 * @param failing         designated shelters that fail a test, those that most people have as their nearest in time first
 * @param passing         spaces that are not designated and would pass, those that newly cover most people first
 * @param oneFix          spaces that are not designated and would pass if one thing were otherwise or known, in the same order
 * @param missing         places where people have neither public green nor a shelter in time, most people first
 * @param greenMinutes    within which green counts
 * @param peopleMissing   persons in all those places
 */
public record SpaceListsAnswer(@JsonUnwrapped Provenance about, String stay, String judgedFor, List<Failing> failing, int failingCount,
    List<Passing> passing, int passingCount, List<OneFix> oneFix, int oneFixCount, List<Missing> missing, int missingCount,
    int greenMinutes, long peopleMissing) {

  /**
   * @param shelter number of the shelter
   * @param space   it is designated at; null where no space of the area is there
   * @param nearest persons for whom it is the nearest shelter, in time
   * @param failed  tests that it fails
   */
  public record Failing(int shelter, String name, SpaceSummary space, long nearest, List<TestPart> failed) {
  }

  /**
   * @param newlyInReach persons not covered now who would reach it in time: surely, and if what is not recorded is favourable
   * @param newlyCovered of these, as many as it has room for in the stay asked for
   */
  public record Passing(SpaceSummary space, Readings newlyInReach, Readings newlyCovered) {
  }

  /**
   * @param fix   the one test that it does not surely pass
   * @param known whether the test fails; else what it hangs on is not recorded, and the fix is to look
   */
  public record OneFix(SpaceSummary space, TestPart fix, boolean known, Readings newlyInReach, Readings newlyCovered) {
  }

  /** A cluster of places near each other; lon and lat are those of the place with most people. */
  public record Missing(double lon, double lat, long people, Integer district, double[] bounds) {
  }

  /**
   * One test of the rules.
   *
   * @param test      its name, such as leastEffectiveM2
   * @param key       of its figure in the rule pack
   * @param required  the figure, in {@code unit}
   * @param atLeast   whether at least that much is asked, else at most
   * @param found     the value found
   * @param state     passed, failed or unknown
   * @param onFailure what the space becomes that fails it: conditional or unsuitable
   * @param facts     what would change the outcome, as words
   */
  public record TestPart(String test, String key, double required, String unit, boolean atLeast, Readings found, String state,
      String onFailure, List<String> facts) {
  }
}
