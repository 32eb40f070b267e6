package org.commonground.evacuation;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;

/**
 * A problem in longer steps: much smaller over time, and much like the first. Walks are rounded to whole long steps, so its plans
 * and bounds are not those of the first; but who should go where by which streets, and what is too narrow, are mostly the same.
 */
final class CoarseSteps {

  private CoarseSteps() {
  }

  /**
   * Arcs, gates, sources and shelters keep their numbers.
   *
   * @param problem where all walk at pace 0
   * @param factor  steps that become one
   */
  static EvacuationProblem of(EvacuationProblem problem, int factor) {
    var network = problem.network();
    IntUnaryOperator arcCloses = arc -> closing(network.arcCloses(arc), factor);
    IntUnaryOperator nodeCloses = node -> closing(network.nodeCloses(node), factor);
    var coarse = new EvacuationNetwork(network.nodeCount(), map(network.arcCount(), network::tail), map(network.arcCount(), network::head),
        map(network.arcCount(), arc -> Math.max(1, (int) ((network.travelSteps(arc) + factor / 2L) / factor))),
        map(network.arcCount(), arc -> many(network.peoplePerStep(arc), factor)), map(network.arcCount(), arcCloses),
        map(network.nodeCount(), nodeCloses));
    return new EvacuationProblem(problem.stepSeconds(), coarse,
        problem.sources().stream().map(source -> new Source(source.node(), ready(source.readyAtStep(), factor))).toList(),
        problem.shelters().stream().map(shelter -> new Shelter(shelter.room(), shelter.gates().stream()
            .map(gate -> new Gate(gate.node(), many(gate.peoplePerStep(), factor))).toList())).toList());
  }

  private static int[] map(int count, IntUnaryOperator property) {
    var values = new int[count];
    Arrays.setAll(values, property);
    return values;
  }

  private static int closing(int step, int factor) {
    return step == EvacuationNetwork.NEVER ? step : step / factor;
  }

  private static int many(int people, int factor) {
    return (int) Math.min(EvacuationNetwork.LIMIT, (long) people * factor);
  }

  private static int[] ready(int[] atStep, int factor) {
    var ready = new int[(atStep.length + factor - 1) / factor];
    for (int step = 0; step < atStep.length; step++) {
      ready[step / factor] += atStep[step];
    }
    return ready;
  }

  /** What holds of each group of people in the problem in long steps, of each group in the problem itself. */
  static boolean[] fine(EvacuationProblem problem, EvacuationProblem coarse, int factor, boolean[] ofCoarse) {
    var fine = new boolean[problem.batches().size()];
    for (int batch = 0; batch < fine.length; batch++) {
      var each = problem.batches().get(batch);
      fine[batch] = ofCoarse[coarse.batch(each.source(), each.readyStep() / factor)];
    }
    return fine;
  }
}
