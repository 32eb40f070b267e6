package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntPredicate;
import org.commonground.coverage.PlacementProblem;
import org.commonground.coverage.PlacementSolver;
import org.commonground.coverage.ReachTable;

/**
 * What no plan can beat, found without a time-expanded network: how many people are placed at most, and after how many steps so
 * many can be in shelters at the earliest.
 *
 * <ol>
 *   <li>Places: streets and gates let everybody through at once, and each person reaches those shelters that one alone reaches in
 *       time. Only room counts. That is a transportation problem, solved exactly.
 *   <li>Own walks: each person walks alone and unhindered at their pace from when they are ready to the nearest gate. By the end of
 *       step {@code T - 1} no more are in than have such a walk below {@code T}.
 *   <li>Gates: each gate lets its people through at each step from the first at which anybody can be there; a shelter takes no
 *       more than all its gates, and no more than its room.
 *   <li>Joined: all sources are one, all shelters are one, everybody is ready at once and as fast as the fastest, and nothing
 *       closes. Then the most that is in after {@code T} steps is known from static flows: on the cheapest ways, each repeated as
 *       long as it is short enough (Ford and Fulkerson 1958).
 * </ol>
 *
 * <p>Each of the last three lets more happen than any plan may do: it only leaves limits out. So where even it has not placed the
 * people asked for within {@code T} steps, no plan has. The largest of the three holds.
 */
final class ClearanceBound {

  private final EvacuationProblem problem;
  private final boolean[] withRoom;

  ClearanceBound(EvacuationProblem problem) {
    this.problem = problem;
    withRoom = new boolean[problem.shelters().size()];
    for (int shelter = 0; shelter < withRoom.length; shelter++) {
      withRoom[shelter] = problem.shelters().get(shelter).room() > 0;
    }
  }

  /** People placed at most. */
  int places() {
    int shelters = withRoom.length;
    if (shelters == 0) {
      return 0;
    }
    var batches = problem.batches();
    var inTime = new BitSet[shelters];
    for (int shelter = 0; shelter < shelters; shelter++) {
      inTime[shelter] = inTime(shelter);
    }
    var first = new int[batches.size() + 1];
    var reached = new ArrayList<Integer>();
    for (int batch = 0; batch < batches.size(); batch++) {
      for (int shelter = 0; shelter < shelters; shelter++) {
        if (inTime[shelter].get(batch)) {
          reached.add(shelter);
        }
      }
      first[batch + 1] = reached.size();
    }
    var people = batches.stream().mapToInt(EvacuationProblem.Batch::people).toArray();
    var room = problem.shelters().stream().mapToInt(EvacuationProblem.Shelter::room).toArray();
    var reach = new ReachTable(shelters, first, reached.stream().mapToInt(shelter -> shelter).toArray(), new int[reached.size()]);
    return problem.totalPeople() - (int) PlacementSolver.solve(new PlacementProblem(people, room, reach)).boundNotPlaced();
  }

  /** Batches from which one alone reaches the shelter in time. */
  private BitSet inTime(int shelter) {
    var only = new boolean[withRoom.length];
    only[shelter] = true;
    var inTime = new BitSet();
    for (int pace : problem.paces()) {
      var latest = StepTimes.latest(problem, only, pace);
      for (int batch = 0; batch < problem.batches().size(); batch++) {
        var each = problem.batches().get(batch);
        if (each.pace() == pace && each.readyStep() <= latest[each.node()]) {
          inTime.set(batch);
        }
      }
    }
    return inTime;
  }

  /** Steps at least until so many people are in shelters; so many must be possible by {@link #places}. */
  int steps(int people, EvacuationLimits.Clock clock) {
    if (people == 0) {
      return 0;
    }
    return Math.max(Math.max(ownWalks(people), gates(people)), joined(people, batch -> true, withRoom, clock));
  }

  /** Steps at least until so many of some people are in some of the shelters. */
  private int joined(int people, IntPredicate some, boolean[] open, EvacuationLimits.Clock clock) {
    var source = new boolean[problem.network().nodeCount()];
    int ready = StepTimes.NEVER;
    for (int batch = 0; batch < problem.batches().size(); batch++) {
      if (some.test(batch)) {
        source[problem.batches().get(batch).node()] = true;
        ready = Math.min(ready, problem.batches().get(batch).readyStep());
      }
    }
    int steps = new JoinedFlow(problem, open, source).steps(people, clock);
    return steps == 0 ? 0 : ready + steps;
  }

  /**
   * Steps at least until so many people are in shelters, from a cut: of all people, those on its near side have to get to the
   * shelters beyond, but for those who find room on the near side.
   *
   * @param near     of each batch, whether it is on the near side
   * @param nearRoom of each shelter
   */
  int steps(int people, boolean[] near, boolean[] nearRoom, EvacuationLimits.Clock clock) {
    long across = people;
    for (int batch = 0; batch < near.length; batch++) {
      across -= near[batch] ? 0 : problem.batches().get(batch).people();
    }
    var beyond = withRoom.clone();
    for (int shelter = 0; shelter < beyond.length; shelter++) {
      across -= nearRoom[shelter] ? problem.shelters().get(shelter).room() : 0;
      beyond[shelter] &= !nearRoom[shelter];
    }
    return across <= 0 ? 0 : joined((int) across, batch -> near[batch], beyond, clock);
  }

  private int ownWalks(int people) {
    var walks = new ArrayList<int[]>();
    for (int pace : problem.paces()) {
      var toGates = StepTimes.toGates(problem, withRoom, pace);
      problem.batches().stream().filter(batch -> batch.pace() == pace && toGates[batch.node()] != StepTimes.NEVER)
          .forEach(batch -> walks.add(new int[] {batch.readyStep() + toGates[batch.node()], batch.people()}));
    }
    walks.sort(Comparator.comparingInt(walk -> walk[0]));
    int in = 0;
    for (var walk : walks) {
      in += walk[1];
      if (in >= people) {
        return walk[0] + 1;
      }
    }
    throw new IllegalArgumentException(people + " people, but only " + in + " have a way");
  }

  private int gates(int people) {
    var from = StepTimes.fromSources(problem, problem.batches());
    long low = 0;
    long high = 3L * EvacuationNetwork.LIMIT;
    while (high - low > 1) {
      long middle = low + high >>> 1;
      if (throughGates(from, middle) >= people) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high == 3L * EvacuationNetwork.LIMIT ? 0 : (int) high;
  }

  long throughGates(int[] from, long steps) {
    long in = 0;
    for (int shelter = 0; shelter < withRoom.length; shelter++) {
      long most = 0;
      for (int gate = problem.firstGateOf(shelter); gate < problem.firstGateOf(shelter + 1); gate++) {
        long first = from[problem.gateNode(gate)];
        most += problem.gatePeoplePerStep(gate) * Math.max(0, Math.min(steps, problem.gateLastPass(gate) + 1L) - first);
      }
      in += Math.min(most, problem.shelters().get(shelter).room());
    }
    return in;
  }
}
