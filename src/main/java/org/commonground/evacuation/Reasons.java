package org.commonground.evacuation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationProblem.Batch;
import org.commonground.evacuation.EvacuationResult.NotPlaced;

/** Why people are left: no way, the hazard, no room, or the search. */
final class Reasons {

  private final EvacuationProblem problem;
  private final int[] room;
  private final int[] left;
  private final int[] bySource;
  private final int[][] reasons;
  private final int[] placesMissing;
  /** By pace and shelter, when first asked for: the last step to set out from each node, and the walk. */
  private final int[][][] latestTo;
  private final int[][][] stepsTo;
  private final int[] people = new int[4];

  private Reasons(EvacuationProblem problem, List<Route> routes) {
    this.problem = problem;
    room = problem.shelters().stream().mapToInt(EvacuationProblem.Shelter::room).toArray();
    placesMissing = new int[room.length];
    latestTo = new int[problem.network().paceCount()][room.length][];
    stepsTo = new int[problem.network().paceCount()][room.length][];
    left = problem.batches().stream().mapToInt(Batch::people).toArray();
    bySource = new int[problem.sources().size()];
    reasons = new int[4][bySource.length];
    for (var route : routes) {
      left[problem.batch(route)] -= route.people();
      room[problem.gateShelter(route.gate())] -= route.people();
    }
  }

  static NotPlaced of(EvacuationProblem problem, List<Route> routes) {
    return new Reasons(problem, routes).count();
  }

  private NotPlaced count() {
    for (int pace : problem.paces()) {
      count(pace);
    }
    return new NotPlaced(people[0], people[1], people[2], people[3], bySource, reasons, placesMissing);
  }

  private void count(int pace) {
    var all = new boolean[room.length];
    Arrays.fill(all, true);
    var withRoom = new boolean[room.length];
    for (int shelter = 0; shelter < room.length; shelter++) {
      withRoom[shelter] = room[shelter] > 0;
    }
    var way = nodesWithAWay(problem, pace);
    var latest = StepTimes.latest(problem, all, pace);
    var latestWithRoom = StepTimes.latest(problem, withRoom, pace);
    for (int batch = 0; batch < left.length; batch++) {
      var each = problem.batches().get(batch);
      if (left[batch] > 0 && each.pace() == pace) {
        int node = each.node();
        bySource[each.source()] += left[batch];
        if (!way[node]) {
          people[0] += left[batch];
          reasons[0][each.source()] += left[batch];
        } else if (each.readyStep() > latest[node]) {
          people[1] += left[batch];
          reasons[1][each.source()] += left[batch];
        } else if (each.readyStep() > latestWithRoom[node]) {
          people[2] += left[batch];
          reasons[2][each.source()] += left[batch];
          placesMissing[nearestInTime(each)] += left[batch];
        } else {
          int reason = latestWithRoom[node] < EvacuationNetwork.LIMIT / 2 ? 1 : 3;
          people[reason] += left[batch];
          reasons[reason][each.source()] += left[batch];
        }
      }
    }
  }

  /** Whether streets lead from each node to any gate, if no hazard comes. */
  static boolean[] nodesWithAWay(EvacuationProblem problem, int pace) {
    var network = problem.network();
    var way = new boolean[network.nodeCount()];
    var queue = new ArrayDeque<Integer>();
    for (int gate = 0; gate < problem.gateCount(); gate++) {
      if (problem.gatePeoplePerStep(gate) > 0) {
        way[problem.gateNode(gate)] = true;
        queue.add(problem.gateNode(gate));
      }
    }
    while (!queue.isEmpty()) {
      int node = queue.remove();
      for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
        int arc = network.in(i);
        if (network.peoplePerStep(arc) > 0 && network.travelSteps(pace, arc) != EvacuationNetwork.NEVER && !way[network.tail(arc)]) {
          way[network.tail(arc)] = true;
          queue.add(network.tail(arc));
        }
      }
    }
    return way;
  }

  private int nearestInTime(Batch batch) {
    int nearest = -1;
    int steps = StepTimes.NEVER;
    var latest = latestTo[batch.pace()];
    var walk = stepsTo[batch.pace()];
    for (int shelter = 0; shelter < room.length; shelter++) {
      if (latest[shelter] == null) {
        latest[shelter] = StepTimes.latest(problem, only(shelter, room.length), batch.pace());
        walk[shelter] = StepTimes.toGates(problem, only(shelter, room.length), batch.pace());
      }
      if (batch.readyStep() <= latest[shelter][batch.node()] && walk[shelter][batch.node()] < steps) {
        nearest = shelter;
        steps = walk[shelter][batch.node()];
      }
    }
    return nearest;
  }

  private static boolean[] only(int shelter, int shelters) {
    var only = new boolean[shelters];
    only[shelter] = true;
    return only;
  }
}
