package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a plan of the ways of another one, whose steps are longer or shorter, or whose people walk at another pace.
 *
 * <ol>
 *   <li>Ways are taken in the order in which the other plan arrives by them. Of each source, who gets ready first goes first.
 *   <li>Each group enters each street of its way, and passes its gate, as soon as there is something left; it splits where less is
 *       left than it has people.
 *   <li>Whoever cannot go that way (the hazard is there, or it is not for their pace) is left.
 * </ol>
 */
final class Rescheduling {

  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  private final Bookings onArc;
  private final Bookings atGate;
  private final int[] room;
  private final int[] left;
  /** Of each source, its first batch; they follow each other. */
  private final int[] firstBatch;
  private final List<Route> routes = new ArrayList<>();

  private Rescheduling(EvacuationProblem problem) {
    this.problem = problem;
    network = problem.network();
    onArc = new Bookings(network.arcCount(), network::peoplePerStep);
    atGate = new Bookings(problem.gateCount(), problem::gatePeoplePerStep);
    room = problem.shelters().stream().mapToInt(EvacuationProblem.Shelter::room).toArray();
    left = problem.batches().stream().mapToInt(EvacuationProblem.Batch::people).toArray();
    firstBatch = EvacuationNetwork.first(problem.batches().stream().mapToInt(EvacuationProblem.Batch::source).toArray(),
        problem.sources().size());
  }

  /** @param ways of a problem with the same arcs, gates, sources and shelters */
  static List<Route> of(EvacuationProblem problem, List<Route> ways) {
    var rescheduling = new Rescheduling(problem);
    ways.stream().sorted(Comparator.comparingInt(Route::gateStep)).forEach(rescheduling::send);
    return rescheduling.routes;
  }

  private void send(Route way) {
    int people = way.people();
    for (int batch = firstBatch[way.source()]; batch < firstBatch[way.source() + 1]; batch++) {
      while (people > 0 && left[batch] > 0) {
        int sent = send(way, batch, Math.min(people, left[batch]));
        if (sent == 0) {
          return;
        }
        people -= sent;
      }
    }
  }

  private int send(Route way, int batch, int most) {
    var each = problem.batches().get(batch);
    int people = Math.min(most, room[problem.gateShelter(way.gate())]);
    int step = each.readyStep();
    var entries = new int[way.arcs().length];
    for (int i = 0; i < entries.length; i++) {
      int arc = way.arcs()[i];
      int last = network.lastEntry(each.pace(), arc);
      entries[i] = step <= last ? onArc.free(arc, step) : step;
      if (entries[i] > last) {
        return 0;
      }
      people = Math.min(people, onArc.left(arc, entries[i]));
      step = entries[i] + network.travelSteps(each.pace(), arc);
    }
    int last = problem.gateLastPass(way.gate());
    int gateStep = step <= last ? atGate.free(way.gate(), step) : step;
    if (gateStep > last || people == 0) {
      return 0;
    }
    people = Math.min(people, atGate.left(way.gate(), gateStep));
    for (int i = 0; i < entries.length; i++) {
      onArc.book(way.arcs()[i], entries[i], people);
    }
    atGate.book(way.gate(), gateStep, people);
    left[batch] -= people;
    room[problem.gateShelter(way.gate())] -= people;
    routes.add(new Route(each.source(), each.readyStep(), people, way.arcs(), entries, way.gate(), gateStep));
    return people;
  }
}
