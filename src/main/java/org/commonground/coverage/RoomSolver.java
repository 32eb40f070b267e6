package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.network.Unknowns;
import org.commonground.statement.Statement;

/**
 * Places everybody in shelters that have room, by both readings of what is not recorded.
 *
 * <ol>
 *   <li>Each kind of people has a row of shelters in time for each place; all kinds share the shelters' room.
 *   <li>Unfavourable: a shelter without a recorded capacity holds nobody, and only sure ways count. Favourable: it holds what its area
 *       gives, or everybody where that is not known either, and every possible way counts.
 *   <li>For both, as many people as can be are placed, with the least walking time; and once more as people run who nobody guides.
 *   <li>Per place, who is placed in both readings, or only in the favourable one, is counted.
 * </ol>
 */
public final class RoomSolver {

  private final RoomProblem problem;
  private final int places;
  private final int[] people;

  private RoomSolver(RoomProblem problem) {
    this.problem = problem;
    places = problem.walkers().get(0).people().length;
    people = new int[places * problem.walkers().size()];
    int row = 0;
    for (var some : problem.walkers()) {
      System.arraycopy(some.people(), 0, people, row, places);
      row += places;
    }
  }

  public static RoomResult solve(RoomProblem problem) {
    return new RoomSolver(problem).solve();
  }

  private RoomResult solve() {
    var least = new int[problem.capacity().length];
    var most = new int[least.length];
    for (int shelter = 0; shelter < least.length; shelter++) {
      var recorded = problem.capacity()[shelter];
      least[shelter] = recorded == null ? 0 : recorded;
      most[shelter] = recorded == null ? byArea(problem.areaM2()[shelter]) : recorded;
    }
    var sureTable = table(Unknowns.PESSIMISTIC);
    var sure = new PlacementProblem(people, least, sureTable);
    boolean range = !Arrays.equals(least, most) || problem.walkers().stream().anyMatch(some -> some.reach().isRange());
    var guided = PlacementSolver.solve(sure);
    var hopedTable = range ? table(Unknowns.OPTIMISTIC) : sureTable;
    var hoped = range ? PlacementSolver.solve(new PlacementProblem(people, most, hopedTable)) : guided;
    var crowding = Crowding.of(people, hopedTable, problem.areaM2(), problem.m2PerPerson());
    return count(guided, hoped, NearestFirst.place(sure), crowding, sureTable, hopedTable);
  }

  private int byArea(Double areaM2) {
    return areaM2 == null ? PlacementProblem.UNLIMITED
        : (int) Math.min(PlacementProblem.UNLIMITED - 1, Math.floor(areaM2 / problem.m2PerPerson()));
  }

  private ReachTable table(Unknowns reading) {
    var tables = problem.walkers().stream().map(some -> ReachTable.of(some.reach(), reading, problem.limitMillis())).toList();
    return tables.size() == 1 ? tables.get(0) : ReachTable.below(tables);
  }

  private RoomResult count(PlacementResult guided, PlacementResult hoped, Placement nearestFirst, Crowding[] crowding, ReachTable table,
      ReachTable hopedTable) {
    var first = problem.walkers().get(0).reach().problem();
    var counts = new int[first.districtCount() + 1][CoverState.values().length];
    var state = new CoverState[places];
    Arrays.fill(state, CoverState.COVERED);
    int tooFar = 0;
    for (int point = 0; point < people.length; point++) {
      int place = point % places;
      int placed = people[point] - guided.placement().notPlaced()[point];
      int perhaps = Math.max(0, people[point] - hoped.placement().notPlaced()[point] - placed);
      int without = people[point] - placed - perhaps;
      boolean way = walkersOf(point).reach().optimisticMillis()[place] != CoverageResult.NO_WAY;
      int district = first.places().district()[place];
      var part = counts[district < 0 ? first.districtCount() : district];
      part[CoverState.COVERED.ordinal()] += placed;
      part[CoverState.UNKNOWN.ordinal()] += perhaps;
      part[(way ? CoverState.NOT_COVERED : CoverState.UNREACHABLE).ordinal()] += without;
      tooFar += way && hopedTable.firstEntry()[point] == hopedTable.firstEntry()[point + 1] ? without : 0;
      state[place] = worse(state[place], without > 0 ? way ? CoverState.NOT_COVERED : CoverState.UNREACHABLE
          : perhaps > 0 ? CoverState.UNKNOWN : CoverState.COVERED);
    }
    var districts = new ArrayList<StateCounts>();
    Arrays.stream(counts).forEach(part -> districts.add(StateCounts.of(part)));
    return new RoomResult(sum(counts), districts.subList(0, first.districtCount()), districts.get(first.districtCount()), state, table, guided,
        hoped, nearestFirst, tooFar, crowding, assumptions());
  }

  private Walkers walkersOf(int point) {
    return problem.walkers().get(point / places);
  }

  private static CoverState worse(CoverState one, CoverState other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static StateCounts sum(int[][] counts) {
    var sum = new int[CoverState.values().length];
    for (var part : counts) {
      for (int state = 0; state < sum.length; state++) {
        sum[state] += part[state];
      }
    }
    return StateCounts.of(sum);
  }

  private List<Statement> assumptions() {
    var told = new ArrayList<Statement>();
    told.add(CoverageWording.SENT_TO_ROOM.with());
    long unknown = Arrays.stream(problem.capacity()).filter(java.util.Objects::isNull).count();
    if (unknown > 0) {
      told.add(CoverageWording.CAPACITY_UNKNOWN.with(unknown, problem.m2PerPerson()));
    }
    if (problem.walkers().size() > 1) {
      told.add(CoverageWording.GROUPS_SHARE_ROOM.with(
          problem.walkers().stream().map(some -> some.reach().problem().profile().name()).distinct().toList()));
    }
    told.add(CoverageWording.OUTLINE_ROOM.with());
    return told;
  }
}
