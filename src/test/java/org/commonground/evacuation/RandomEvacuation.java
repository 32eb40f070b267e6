package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;

/** Small random towns: narrow streets, late risers, tight shelters, and in every second one a hazard. */
final class RandomEvacuation {

  /** Whatever happens in such a town has happened after so many steps. */
  static final int ALL_STEPS = 120;

  private final Random random;
  private final boolean hazard;

  private RandomEvacuation(long seed) {
    random = new Random(seed);
    hazard = seed % 2 == 1;
  }

  static EvacuationProblem town(long seed) {
    return new RandomEvacuation(seed).town();
  }

  /** The same streets, people and shelters, but people walk at up to three paces; some streets only the first can use. */
  static EvacuationProblem mixedTown(long seed) {
    var town = town(seed);
    var random = new Random(~seed);
    var network = town.network();
    int arcs = network.arcCount();
    var steps = new int[3][arcs];
    for (int arc = 0; arc < arcs; arc++) {
      steps[0][arc] = network.travelSteps(arc);
      steps[1][arc] = steps[0][arc] + random.nextInt(3);
      steps[2][arc] = random.nextInt(5) == 0 ? EvacuationNetwork.NEVER : 2 * steps[0][arc];
    }
    var mixed = new EvacuationNetwork(network.nodeCount(), map(arcs, network::tail), map(arcs, network::head), steps,
        map(arcs, network::peoplePerStep), map(arcs, network::arcCloses), map(network.nodeCount(), network::nodeCloses));
    return new EvacuationProblem(10, mixed, town.sources().stream()
        .map(source -> new Source(source.node(), source.readyAtStep(), random.nextInt(3))).toList(), town.shelters());
  }

  private static int[] map(int count, IntUnaryOperator property) {
    return IntStream.range(0, count).map(property).toArray();
  }

  private EvacuationProblem town() {
    int nodes = 2 + random.nextInt(7);
    int arcs = nodes + random.nextInt(2 * nodes);
    var tail = random.ints(arcs, 0, nodes).toArray();
    var head = random.ints(arcs, 0, nodes).toArray();
    var travelSteps = random.ints(arcs, 1, 5).toArray();
    var peoplePerStep = random.ints(arcs, 0, 4).toArray();
    var sources = new ArrayList<Source>();
    for (int source = 1 + random.nextInt(3); source > 0; source--) {
      sources.add(random.nextBoolean() ? Source.immediate(random.nextInt(nodes), random.nextInt(12))
          : new Source(random.nextInt(nodes), random.ints(1 + random.nextInt(5), 0, 4).toArray()));
    }
    var shelters = new ArrayList<Shelter>();
    for (int shelter = 1 + random.nextInt(3); shelter > 0; shelter--) {
      var gates = new ArrayList<Gate>();
      for (int gate = 1 + random.nextInt(2); gate > 0; gate--) {
        gates.add(new Gate(random.nextInt(nodes), random.nextInt(4)));
      }
      shelters.add(new Shelter(random.nextInt(15), gates));
    }
    var network = new EvacuationNetwork(nodes, tail, head, travelSteps, peoplePerStep, closings(arcs), closings(nodes));
    return new EvacuationProblem(10, network, sources, shelters);
  }

  private int[] closings(int count) {
    var closes = new int[count];
    Arrays.setAll(closes, i -> hazard && random.nextInt(3) == 0 ? random.nextInt(14) : EvacuationNetwork.NEVER);
    return closes;
  }
}
