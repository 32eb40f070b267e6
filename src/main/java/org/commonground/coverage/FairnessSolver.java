package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.statement.Statement;

/**
 * Measures how evenly walks are shared out: among all, within each district, within each group.
 *
 * <ol>
 *   <li>Places are gathered by district.
 *   <li>For each part its persons are sorted by walking time, and every measure is read from that order.
 *   <li>Accessibility is averaged over the same persons.
 * </ol>
 */
public final class FairnessSolver {

  private FairnessSolver() {
  }

  public static FairnessResult solve(FairnessProblem problem) {
    var places = problem.places();
    var everywhere = IntStream.range(0, places.count()).toArray();
    var members = membersByDistrict(problem);
    var districts = new ArrayList<FairShare>();
    for (int district = 0; district < problem.districtCount(); district++) {
      districts.add(share(problem, members[district], places.people()));
    }
    var groups = new LinkedHashMap<String, FairShare>();
    new TreeMap<>(places.groups()).forEach((group, people) -> groups.put(group, share(problem, everywhere, people)));
    return new FairnessResult(share(problem, everywhere, places.people()), List.copyOf(districts),
        share(problem, members[problem.districtCount()], places.people()), Collections.unmodifiableMap(groups),
        assumptions(problem));
  }

  /** Places of each district, and behind them those of none. */
  private static int[][] membersByDistrict(FairnessProblem problem) {
    var district = problem.places().district();
    var count = new int[problem.districtCount() + 1];
    for (int at : district) {
      count[at < 0 ? problem.districtCount() : at]++;
    }
    var members = IntStream.of(count).mapToObj(int[]::new).toArray(int[][]::new);
    for (int place = district.length - 1; place >= 0; place--) {
      int at = district[place] < 0 ? problem.districtCount() : district[place];
      members[at][--count[at]] = place;
    }
    return members;
  }

  private static FairShare share(FairnessProblem problem, int[] members, int[] people) {
    var times = new WalkTimes(members, people, problem.millis());
    var rooms = problem.accessibility();
    return new FairShare(times.persons(), times.personsUpTo(problem.limitMillis()), times.noWay(), times.percentile(50),
        times.percentile(95), times.gini(), times.palma(), times.longestTenthMillis(),
        rooms == null ? null : mean(members, people, rooms.least()), rooms == null ? null : mean(members, people, rooms.most()));
  }

  private static Double mean(int[] members, int[] people, double[] value) {
    double sum = 0;
    long persons = 0;
    for (int place : members) {
      sum += people[place] * value[place];
      persons += people[place];
    }
    return persons == 0 ? null : sum / persons;
  }

  private static List<Statement> assumptions(FairnessProblem problem) {
    var told = new ArrayList<>(List.of(CoverageWording.PLACE_ONE_WALK.with(), CoverageWording.MEASURES_WITH_WAY.with(),
        CoverageWording.WORST_TENTH_UNKNOWN.with()));
    if (problem.accessibility() != null) {
      told.addAll(problem.accessibility().assumptions());
    }
    return List.copyOf(told);
  }
}
