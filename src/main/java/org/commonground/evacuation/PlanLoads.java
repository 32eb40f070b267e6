package org.commonground.evacuation;

import java.util.Comparator;
import java.util.List;

/**
 * Where people are while a plan is carried out exactly: a sweep over the steps, with each route's next entry looked at in turn.
 *
 * <p>Who waits at a junction counts on the street he came by, or at home where he came from his door.
 */
public final class PlanLoads {

  private final EvacuationProblem problem;
  private final List<Route> routes;
  private final LoadRecorder recorder;

  private PlanLoads(EvacuationProblem problem, List<Route> routes, LoadRecorder recorder) {
    this.problem = problem;
    this.routes = routes;
    this.recorder = recorder;
  }

  /** @param most states that are kept, at least 2 */
  public static LoadRecorder of(EvacuationProblem problem, List<Route> routes, int most) {
    var loads = new PlanLoads(problem, routes, new LoadRecorder(most));
    loads.record();
    return loads.recorder;
  }

  private void record() {
    routes.stream().sorted(Comparator.comparingInt(Route::gateStep)).forEach(route ->
        recorder.arrived(route.source(), problem.gateShelter(route.gate()), route.gateStep() + 1, route.people()));
    int clearance = Shortening.clearance(routes);
    for (int steps = 0; recorder.lastSteps() < clearance; steps++) {
      if (recorder.wants(steps)) {
        recorder.take(after(steps));
      }
    }
  }

  private LoadRecorder.Load after(int steps) {
    var on = new int[problem.network().arcCount()];
    var waiting = new int[on.length];
    var in = new int[problem.shelters().size()];
    int home = problem.totalPeople();
    for (var route : routes) {
      if (route.gateStep() < steps) {
        in[problem.gateShelter(route.gate())] += route.people();
        home -= route.people();
      } else if (route.arcs().length > 0 && route.entrySteps()[0] < steps) {
        int arc = lastEntered(route, steps);
        on[route.arcs()[arc]] += route.people();
        boolean there = route.entrySteps()[arc] + problem.network().travelSteps(route.arcs()[arc]) < steps;
        waiting[route.arcs()[arc]] += there ? route.people() : 0;
        home -= route.people();
      }
    }
    return LoadRecorder.load(steps, on, waiting, home, in, 0, 0);
  }

  private static int lastEntered(Route route, int steps) {
    int low = 0;
    int high = route.arcs().length - 1;
    while (low < high) {
      int middle = low + high + 1 >>> 1;
      boolean entered = route.entrySteps()[middle] < steps;
      low = entered ? middle : low;
      high = entered ? high : middle - 1;
    }
    return low;
  }
}
