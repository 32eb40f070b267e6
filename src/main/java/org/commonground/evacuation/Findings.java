package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What of an evacuation is of no use from the very beginning, before anybody plans: each of it is an answer, none a fault.
 *
 * @param people            of the problem
 * @param places            of shelters that can be entered at all
 * @param placesMissing     people beyond these places, at least 0
 * @param offNetwork        shelters without any gate at a street
 * @param closedShelters    shelters with room and gates, of which no gate lets anybody in at any step
 * @param fullShelters      shelters without room
 * @param hazardFromStart   sources with people who get ready when nobody may be at their node any more
 * @param peopleInHazard    these people
 * @param deadEnds          sources with people from whom no street leads to any gate, even without a hazard
 * @param peopleWithoutWay  people of these
 * @param closedArcs        arcs that let nobody in: without width, or closed from the first step
 * @param lastReadyStep     when the last get ready; -1 where there is nobody
 */
public record Findings(int people, long places, long placesMissing, List<Integer> offNetwork, List<Integer> closedShelters,
    List<Integer> fullShelters, List<Integer> hazardFromStart, int peopleInHazard, List<Integer> deadEnds, int peopleWithoutWay,
    int closedArcs, int lastReadyStep) {

  public static Findings of(EvacuationProblem problem) {
    return new Search(problem).run();
  }

  private static final class Search {

    private final EvacuationProblem problem;
    private final EvacuationNetwork network;
    private final List<Integer> offNetwork = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();
    private final List<Integer> full = new ArrayList<>();
    private final List<Integer> hazard = new ArrayList<>();
    private final List<Integer> deadEnds = new ArrayList<>();
    private long places;
    private int inHazard;
    private int withoutWay;

    Search(EvacuationProblem problem) {
      this.problem = problem;
      network = problem.network();
    }

    Findings run() {
      for (int shelter = 0; shelter < problem.shelters().size(); shelter++) {
        look(shelter);
      }
      for (int pace : problem.paces()) {
        look(pace, Reasons.nodesWithAWay(problem, pace));
      }
      int closedArcs = 0;
      for (int arc = 0; arc < network.arcCount(); arc++) {
        closedArcs += network.lastEntry(arc) < 0 ? 1 : 0;
      }
      int last = problem.batches().stream().mapToInt(EvacuationProblem.Batch::readyStep).max().orElse(-1);
      return new Findings(problem.totalPeople(), places, Math.max(0, problem.totalPeople() - places), offNetwork, closed, full,
          sorted(hazard), inHazard, sorted(deadEnds), withoutWay, closedArcs, last);
    }

    private static List<Integer> sorted(List<Integer> sources) {
      return sources.stream().distinct().sorted().toList();
    }

    private void look(int shelter) {
      int first = problem.firstGateOf(shelter);
      int end = problem.firstGateOf(shelter + 1);
      int room = problem.shelters().get(shelter).room();
      var gates = new int[end - first];
      Arrays.setAll(gates, i -> problem.gateLastPass(first + i));
      if (gates.length == 0) {
        offNetwork.add(shelter);
      } else if (room == 0) {
        full.add(shelter);
      } else if (Arrays.stream(gates).allMatch(lastPass -> lastPass < 0)) {
        closed.add(shelter);
      } else {
        places += room;
      }
    }

    private void look(int pace, boolean[] way) {
      for (var batch : problem.batches()) {
        if (batch.pace() == pace) {
          if (batch.readyStep() >= network.nodeCloses(batch.node())) {
            hazard.add(batch.source());
            inHazard += batch.people();
          }
          if (!way[batch.node()]) {
            deadEnds.add(batch.source());
            withoutWay += batch.people();
          }
        }
      }
    }
  }
}
