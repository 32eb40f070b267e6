package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.commonground.coverage.GreenSupply.Within;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.coverage.SpaceVisitors.Range;
import org.commonground.network.Unknowns;
import org.commonground.statement.Statement;

/**
 * Counts who walks to which space, and what public green they have.
 *
 * <ol>
 *   <li>The green is measured, each piece of ground once ({@link GreenGround}).
 *   <li>For each kind of people, one search from each space within the longest limit gives every place that reaches it, by both
 *       readings of what is not recorded ({@link ReachTable}).
 *   <li>Each walk counts for its space within every limit that it keeps to; and a place has green within a limit if any of its walks
 *       to green keeps to it.
 *   <li>A space's green is shared evenly among all who reach it in the same time. With S persons of a district who surely reach it and
 *       H who do if facts are favourable, and s and h of all others, the district has at least S / (S + h) and at most H / (H + s) of
 *       it: more people of one's own never lessen the district's share, more of the others never raise it.
 *   <li>Districts, what lies outside them, and the whole are summed.
 * </ol>
 */
public final class EverydaySolver {

  private final EverydayProblem problem;
  private final DemandPlaces places;
  private final int[] limits;
  private final int spaces;
  /** Parts of the area: the districts, and last what lies outside all. */
  private final int parts;
  private final GreenGround green;
  /** Persons by kind of people, space, limit and part. */
  private final long[][][][] sure;
  private final long[][][][] hoped;
  /** Persons by limit and part who reach some green. */
  private final long[][] sureGreen;
  private final long[][] hopedGreen;
  private final long[] people;

  private EverydaySolver(EverydayProblem problem) {
    this.problem = problem;
    var first = problem.walkers().get(0).reach();
    places = first.problem().places();
    limits = problem.limitMillis();
    spaces = problem.spaces().size();
    parts = problem.districts().size() + 1;
    green = GreenGround.of(problem.spaces(), problem.districts(), first.projection());
    sure = new long[problem.walkers().size()][spaces][limits.length][parts];
    hoped = new long[sure.length][spaces][limits.length][parts];
    sureGreen = new long[limits.length][parts];
    hopedGreen = new long[limits.length][parts];
    people = new long[parts];
  }

  public static EverydayResult solve(EverydayProblem problem) {
    var solver = new EverydaySolver(problem);
    for (int kind = 0; kind < solver.sure.length; kind++) {
      solver.count(kind);
    }
    return solver.result();
  }

  private void count(int kind) {
    var walkers = problem.walkers().get(kind);
    int longest = limits[limits.length - 1];
    var sureTable = ReachTable.of(walkers.reach(), Unknowns.PESSIMISTIC, longest);
    count(walkers, sureTable, sure[kind], sureGreen);
    boolean range = walkers.reach().isRange();
    count(walkers, range ? ReachTable.of(walkers.reach(), Unknowns.OPTIMISTIC, longest) : sureTable, hoped[kind], hopedGreen);
    for (int place = 0; place < places.count(); place++) {
      people[part(place)] += walkers.people()[place];
    }
  }

  private void count(Walkers walkers, ReachTable table, long[][][] bySpace, long[][] withGreen) {
    for (int place = 0; place < places.count(); place++) {
      int persons = walkers.people()[place];
      int part = part(place);
      int nearestGreen = CoverageResult.NO_WAY;
      for (int entry = table.firstEntry()[place]; persons > 0 && entry < table.firstEntry()[place + 1]; entry++) {
        int space = table.shelter()[entry];
        int millis = table.millis()[entry];
        for (int limit = limits.length - 1; limit >= 0 && millis <= limits[limit]; limit--) {
          bySpace[space][limit][part] += persons;
        }
        nearestGreen = problem.spaces().get(space).green() ? Math.min(nearestGreen, millis) : nearestGreen;
      }
      for (int limit = limits.length - 1; limit >= 0 && nearestGreen <= limits[limit]; limit--) {
        withGreen[limit][part] += persons;
      }
    }
  }

  private int part(int place) {
    int district = places.district()[place];
    return district < 0 ? parts - 1 : district;
  }

  private EverydayResult result() {
    var visitors = IntStream.range(0, spaces).mapToObj(this::visitors).toList();
    var supplies = IntStream.range(0, parts)
        .mapToObj(part -> supply(people[part], green.districtM2[part], part, part + 1)).toList();
    var total = supply(LongStream.of(people).sum(), Arrays.stream(green.districtM2).sum(), 0, parts);
    return new EverydayResult(visitors, green.ownM2, total, supplies.subList(0, parts - 1), supplies.get(parts - 1), assumptions());
  }

  private SpaceVisitors visitors(int space) {
    var byKind = IntStream.range(0, sure.length)
        .mapToObj(kind -> new Range(sums(sure[kind][space]), sums(hoped[kind][space]))).toArray(Range[]::new);
    return new SpaceVisitors(together(Arrays.stream(byKind).map(Range::sure).toList()),
        together(Arrays.stream(byKind).map(Range::hoped).toList()), byKind);
  }

  private static long[] sums(long[][] byPart) {
    return Arrays.stream(byPart).mapToLong(row -> LongStream.of(row).sum()).toArray();
  }

  private long[] together(List<long[]> some) {
    return IntStream.range(0, limits.length).mapToLong(limit -> some.stream().mapToLong(one -> one[limit]).sum()).toArray();
  }

  /** Of the parts from one to another, without it. */
  private GreenSupply supply(long persons, double greenM2, int from, int to) {
    var within = new ArrayList<Within>();
    for (int limit = 0; limit < limits.length; limit++) {
      long certain = LongStream.of(sureGreen[limit]).skip(from).limit((long) to - from).sum();
      long possible = LongStream.of(hopedGreen[limit]).skip(from).limit((long) to - from).sum();
      double least = 0;
      double most = 0;
      for (int space = 0; space < spaces; space++) {
        if (green.ownM2[space] > 0) {
          long sureHere = persons(sure, space, limit, from, to);
          long hopedHere = persons(hoped, space, limit, from, to);
          long sureElsewhere = persons(sure, space, limit, 0, parts) - sureHere;
          long hopedElsewhere = persons(hoped, space, limit, 0, parts) - hopedHere;
          least += green.ownM2[space] * share(sureHere, hopedElsewhere);
          most += green.ownM2[space] * share(hopedHere, sureElsewhere);
        }
      }
      within.add(new Within(certain, possible - certain, persons - possible, least, most));
    }
    return new GreenSupply(persons, greenM2, within);
  }

  private static long persons(long[][][][] byKind, int space, int limit, int from, int to) {
    long sum = 0;
    for (var kind : byKind) {
      for (int part = from; part < to; part++) {
        sum += kind[space][limit][part];
      }
    }
    return sum;
  }

  private static double share(long mine, long others) {
    return mine == 0 ? 0 : (double) mine / (mine + others);
  }

  private List<Statement> assumptions() {
    var told = new ArrayList<>(List.of(CoverageWording.SPACE_REACHED.with(), CoverageWording.GREEN_BY_OUTLINE.with(),
        CoverageWording.GREEN_SHARED.with()));
    long points = problem.spaces().stream().filter(space -> space.green() && space.geometry().getDimension() < 2).count();
    if (points > 0) {
      told.add(CoverageWording.GREEN_POINTS.with(points));
    }
    if (problem.walkers().stream().anyMatch(some -> some.reach().isRange())) {
      told.add(CoverageWording.WAY_BOUNDS.with());
    }
    if (sure.length > 1) {
      told.add(CoverageWording.GROUPS_OWN_SPEEDS.with(
          problem.walkers().stream().map(some -> some.reach().problem().profile().name()).distinct().toList()));
    }
    return List.copyOf(told);
  }
}
