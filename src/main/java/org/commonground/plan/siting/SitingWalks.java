package org.commonground.plan.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.ReachTable;
import org.commonground.network.Unknowns;
import org.commonground.plan.form.Checked;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.siting.MedianRows;

/**
 * The walks that can matter where the length of walks counts, however far people go, if what is not recorded is unfavourable.
 *
 * <ol>
 *   <li>Of each place, the walk to the nearest site that is chosen in any case.
 *   <li>Some sites at a time, the walks to the others that are no longer: a longer one changes nothing.
 *   <li>Where that is more than can be held, the same within half the time, and so on. Who then has no chosen site within that time
 *       counts as if there were one at its end: what is found is a bound for what holds (Church, BEAMR: an exact and approximate model
 *       for the p-median problem, 2008).
 * </ol>
 */
final class SitingWalks {

  /** Walks that are held at once, some two gigabytes with all that is made of them. */
  static final long MOST = 40_000_000;

  private static final long AT_ONCE = 8_000_000;
  private static final int LEAST_MILLIS = 60_000;

  private final SitingChoice question;
  private final boolean[] open;
  private final boolean[] closed;
  private final int[] people;
  private final long most;
  /** By place, time above site, ascending. */
  private long[][] near;
  private int limitMillis = SitingRows.LONGEST_MILLIS;
  private final BitSet counted = new BitSet();

  /** @throws org.commonground.city.InvalidInput where even the walks of a minute are more than can be held */
  SitingWalks(SitingChoice question, boolean[] open, boolean[] closed, int[] people, long most) {
    this.question = question;
    this.open = open;
    this.closed = closed;
    this.people = people;
    this.most = most;
    while (!gather()) {
      limitMillis /= 2;
      if (limitMillis < LEAST_MILLIS) {
        throw tooMany();
      }
    }
    count();
  }

  org.commonground.city.InvalidInput tooMany() {
    return Checked.refused("candidates", String.format(Locale.ROOT, "The goal %s would have to hold more than %,d walks, from %,d places to "
        + "%,d sites: choose fewer candidates.", question.goal().word(), most, people.length, open.length));
  }

  /** Places whose walks count: those from which any site is reached. */
  BitSet counted() {
    return counted;
  }

  /** Whether walks above this are not known one by one. */
  boolean isCut() {
    return limitMillis < SitingRows.LONGEST_MILLIS;
  }

  int limitMillis() {
    return limitMillis;
  }

  private boolean gather() {
    near = new long[people.length][0];
    var always = IntStream.range(0, open.length).filter(site -> open[site]).toArray();
    if (always.length > 0) {
      var table = table(always);
      for (int place = 0; place < people.length; place++) {
        near[place] = people[place] == 0 ? new long[0] : walks(table, place, Long.MAX_VALUE).sorted().limit(1).toArray();
      }
    }
    var nearest = Arrays.stream(near).mapToLong(walk -> walk.length == 0 ? Long.MAX_VALUE : walk[0]).toArray();
    var others = IntStream.range(0, open.length).filter(site -> !open[site] && !closed[site]).toArray();
    int some = (int) Math.max(16, Math.min(others.length, AT_ONCE / Math.max(1, people.length)));
    long held = 0;
    for (int from = 0; from < others.length; from += some) {
      var table = table(Arrays.copyOfRange(others, from, Math.min(others.length, from + some)));
      for (int place = 0; place < people.length; place++) {
        if (people[place] > 0) {
          var more = walks(table, place, nearest[place]).toArray();
          held += more.length;
          near[place] = java.util.stream.LongStream.concat(Arrays.stream(near[place]), Arrays.stream(more)).toArray();
        }
      }
      if (held > most) {
        return false;
      }
    }
    Arrays.stream(near).forEach(Arrays::sort);
    return true;
  }

  private java.util.stream.LongStream walks(ReachTable table, int place, long below) {
    return IntStream.range(table.firstEntry()[place], table.firstEntry()[place + 1])
        .mapToLong(entry -> (long) table.millis()[entry] << 32 | table.shelter()[entry]).filter(walk -> walk < below);
  }

  private ReachTable table(int... sites) {
    var asked = question.asked();
    return ReachTable.of(asked.to(only(sites), asked.reach()), Unknowns.PESSIMISTIC, limitMillis);
  }

  private List<ScenarioShelter> only(int... sites) {
    var all = new ArrayList<ScenarioShelter>();
    for (int site = 0; site < open.length; site++) {
      var shelter = question.shelters().get(site);
      all.add(Arrays.binarySearch(sites, site) >= 0 || !shelter.open() ? shelter : shelter.closed("not looked at"));
    }
    return all;
  }

  private void count() {
    int[] millis = null;
    if (isCut()) {
      var asked = question.asked();
      var any = only(IntStream.range(0, open.length).filter(site -> !closed[site]).toArray());
      millis = CoverageSolver.solve(asked.to(any, asked.reach()), SitingRows.LONGEST_MILLIS, 1).millis();
    }
    for (int place = 0; place < people.length; place++) {
      if (people[place] > 0 && (near[place].length > 0 || millis != null && millis[place] <= SitingRows.LONGEST_MILLIS)) {
        counted.set(place);
      }
    }
  }

  /** Milliseconds, times people where each counts; one row per counted place. */
  MedianRows rows(boolean timesPeople) {
    int rows = counted.cardinality();
    int entries = Math.toIntExact(Arrays.stream(near).mapToLong(walks -> walks.length).sum());
    var first = new int[rows + 1];
    var site = new int[entries];
    var cost = new double[entries];
    var beyond = new double[rows];
    int row = 0;
    int size = 0;
    for (int place = counted.nextSetBit(0); place >= 0; place = counted.nextSetBit(place + 1)) {
      double each = timesPeople ? people[place] : 1;
      for (long walk : near[place]) {
        site[size] = (int) walk;
        cost[size++] = each * (walk >>> 32);
      }
      beyond[row] = size > first[row] && open[site[size - 1]] ? cost[size - 1] : each * limitMillis;
      first[++row] = size;
    }
    return new MedianRows(open.length, first, site, cost, beyond);
  }
}
