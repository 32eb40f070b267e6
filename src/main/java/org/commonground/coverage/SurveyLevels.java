package org.commonground.coverage;

import java.util.Arrays;
import java.util.List;
import org.commonground.people.Building;
import org.commonground.people.PeopleSpread;
import org.commonground.statement.Statement;

/**
 * How many people of each district are covered at least and at most, where the storeys of homes are not recorded: the people
 * of a district are known and spread over its homes by floor area, so storeys move people from one home to another. Arrays
 * have one entry per district, and behind them one for the ground outside every district.
 *
 * <p>The covered share is C / (C + N), with the floor area C of covered and N of other homes. It grows with each covered home
 * and falls with each other one; so it is most with every unrecorded covered home at its highest and every other one at its
 * lowest, and least the other way round. No choice in between goes beyond. People are not rounded to whole persons in each
 * home.
 *
 * @param least       persons covered at least
 * @param most        persons covered at most
 * @param assumptions what was assumed
 */
public record SurveyLevels(double[] least, double[] most, List<Statement> assumptions) {

  /**
   * @param leastWeight floor area of each home with the least storeys it may have, finite and at least 0
   * @param mostWeight  the same with the most; equal where storeys are recorded
   * @param covered     whether people there are covered
   * @param district    index of the district of each home; -1 where it lies in none
   * @param people      persons of each district, and behind them those outside
   * @throws IllegalArgumentException where these do not fit together
   */
  public static SurveyLevels of(double[] leastWeight, double[] mostWeight, boolean[] covered, int[] district, int[] people) {
    check(leastWeight, mostWeight, covered, district, people);
    var least = new double[people.length];
    var most = new double[people.length];
    for (int at = 0; at < people.length; at++) {
      double[] sums = sums(at, leastWeight, mostWeight, covered, district, people.length - 1);
      least[at] = share(people[at], sums[0], sums[3], 0);
      most[at] = share(people[at], sums[1], sums[2], people[at]);
    }
    return new SurveyLevels(least, most, List.of(CoverageWording.STOREYS_SPREAD.with(), CoverageWording.STOREYS_BOUNDS.with()));
  }

  private static void check(double[] leastWeight, double[] mostWeight, boolean[] covered, int[] district, int[] people) {
    if (mostWeight.length != leastWeight.length || covered.length != leastWeight.length || district.length != leastWeight.length
        || people.length == 0) {
      throw new IllegalArgumentException("arrays of homes differ in length, or there are no people of any district");
    }
    for (int home = 0; home < district.length; home++) {
      if (!(leastWeight[home] >= 0) || !(mostWeight[home] >= leastWeight[home]) || Double.isInfinite(mostWeight[home])
          || district[home] < -1 || district[home] >= people.length - 1) {
        throw new IllegalArgumentException("home " + home + " in district " + district[home] + " of " + (people.length - 1)
            + " has floor area " + leastWeight[home] + " to " + mostWeight[home]);
      }
    }
    if (Arrays.stream(people).anyMatch(persons -> persons < 0)) {
      throw new IllegalArgumentException("people of a district are below 0");
    }
  }

  /** Floor area of covered homes at their least and most, then of the others. */
  private static double[] sums(int at, double[] leastWeight, double[] mostWeight, boolean[] covered, int[] district, int outside) {
    var sums = new double[4];
    for (int home = 0; home < district.length; home++) {
      if ((district[home] < 0 ? outside : district[home]) == at) {
        sums[covered[home] ? 0 : 2] += leastWeight[home];
        sums[covered[home] ? 1 : 3] += mostWeight[home];
      }
    }
    return sums;
  }

  private static double share(int people, double covered, double others, double ifNowhere) {
    return covered + others == 0 ? ifNowhere : people * (covered / (covered + others));
  }

  /** Floor area of a home that people may live on, with so many storeys where neither storeys nor height are recorded. */
  public static double weight(Building building, double levels) {
    boolean recorded = building.levels() != null || building.heightM() != null;
    return PeopleSpread.livingAreaM2(recorded ? building : new Building(building.id(), building.sourceId(), building.use(),
        building.name(), levels, null, building.footprintM2(), building.geometry(), building.tags()));
  }
}
