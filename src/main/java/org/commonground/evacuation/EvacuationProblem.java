package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.List;

/**
 * How do people get into shelters soonest, when streets and gates let only so many through at a time? Whole people, whole steps.
 *
 * <p>What is not known (a room, a width) is asked twice, once with the unfavourable figure and once with the favourable one. The
 * people of a source walk at one pace of the network. Immutable; the arrays of sources are not copied.
 */
public final class EvacuationProblem {

  private final int stepSeconds;
  private final EvacuationNetwork network;
  private final List<Source> sources;
  private final List<Shelter> shelters;
  private final List<Batch> batches = new ArrayList<>();
  private final int[] gateNode;
  private final int[] gateShelter;
  private final int[] gatePeoplePerStep;
  private final int[] gateLastPass;
  private final int[] firstGate;
  private final int[] firstGateOf;
  private final int[] gateAt;
  private final int[] paces;
  private final int totalPeople;

  /**
   * People at a node who walk at the same pace; people of another pace at the same node are another source.
   *
   * @param readyAtStep people who get ready to leave at each step, at least 0
   */
  public record Source(int node, int[] readyAtStep, int pace) {

    /** At pace 0. */
    public Source(int node, int[] readyAtStep) {
      this(node, readyAtStep, 0);
    }

    /** All are ready at once, at pace 0. */
    public static Source immediate(int node, int people) {
      return new Source(node, new int[] {people});
    }
  }

  /** @param room people it holds, at least 0 */
  public record Shelter(int room, List<Gate> gates) {

    public Shelter {
      gates = List.copyOf(gates);
    }
  }

  /** @param peoplePerStep people who may pass in one step, at least 0 */
  public record Gate(int node, int peoplePerStep) {
  }

  /** People of one source who get ready at one step; at least one. */
  record Batch(int source, int node, int readyStep, int people, int pace) {
  }

  /**
   * @throws IllegalArgumentException where a node does not exist, a number is out of its range, or people are more than an int
   *         holds
   */
  public EvacuationProblem(int stepSeconds, EvacuationNetwork network, List<Source> sources, List<Shelter> shelters) {
    this.stepSeconds = inRange("seconds of a step", stepSeconds, 1, 3600);
    this.network = network;
    this.sources = List.copyOf(sources);
    this.shelters = List.copyOf(shelters);
    int lastNode = network.nodeCount() - 1;
    long people = 0;
    for (int source = 0; source < sources.size(); source++) {
      int node = inRange("node of source " + source, sources.get(source).node(), 0, lastNode);
      int pace = inRange("pace of source " + source, sources.get(source).pace(), 0, network.paceCount() - 1);
      var ready = sources.get(source).readyAtStep();
      for (int step = 0; step < ready.length; step++) {
        people += inRange("people of source " + source + " ready at step " + step, ready[step], 0, Integer.MAX_VALUE);
        if (ready[step] > 0) {
          batches.add(new Batch(source, node, step, ready[step], pace));
        }
      }
    }
    paces = batches.stream().mapToInt(Batch::pace).sorted().distinct().toArray();
    totalPeople = (int) inRange("people", people, EvacuationNetwork.LIMIT);
    int gates = shelters.stream().mapToInt(shelter -> shelter.gates().size()).sum();
    gateNode = new int[gates];
    gateShelter = new int[gates];
    gatePeoplePerStep = new int[gates];
    gateLastPass = new int[gates];
    firstGateOf = new int[shelters.size() + 1];
    int next = 0;
    for (int shelter = 0; shelter < shelters.size(); shelter++) {
      inRange("room of shelter " + shelter, shelters.get(shelter).room(), 0, Integer.MAX_VALUE);
      for (var gate : shelters.get(shelter).gates()) {
        gateNode[next] = inRange("node of a gate of shelter " + shelter, gate.node(), 0, lastNode);
        gatePeoplePerStep[next] = inRange("people per step of a gate of shelter " + shelter, gate.peoplePerStep(), 0, Integer.MAX_VALUE);
        gateLastPass[next] = gate.peoplePerStep() == 0 ? -1 : Math.min(EvacuationNetwork.LIMIT, network.nodeCloses(gate.node()) - 1);
        gateShelter[next++] = shelter;
      }
      firstGateOf[shelter + 1] = next;
    }
    firstGate = EvacuationNetwork.first(gateNode, network.nodeCount());
    gateAt = EvacuationNetwork.sorted(gateNode, firstGate);
  }

  private static int inRange(String what, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(what + " is " + number + ", not from " + least + " to " + most);
    }
    return number;
  }

  private static long inRange(String what, long number, int most) {
    if (number > most) {
      throw new IllegalArgumentException(number + " " + what + ", more than " + most);
    }
    return number;
  }

  public int stepSeconds() {
    return stepSeconds;
  }

  public EvacuationNetwork network() {
    return network;
  }

  public List<Source> sources() {
    return sources;
  }

  public List<Shelter> shelters() {
    return shelters;
  }

  public int totalPeople() {
    return totalPeople;
  }

  /** Those at which anybody walks, in ascending order. */
  int[] paces() {
    return paces;
  }

  /** The same people and shelters, but all walk at this pace. Routes keep their numbers. */
  EvacuationProblem atPace(int pace) {
    return network.paceCount() == 1 ? this : new EvacuationProblem(stepSeconds, network.atPace(pace),
        sources.stream().map(source -> new Source(source.node(), source.readyAtStep())).toList(), shelters);
  }

  /** The steps that people of this route need for an arc. */
  int travelSteps(Route route, int arc) {
    return network.travelSteps(sources.get(route.source()).pace(), arc);
  }

  /** Gates of all shelters, in their order. */
  public int gateCount() {
    return gateNode.length;
  }

  public int gateNode(int gate) {
    return gateNode[gate];
  }

  public int gateShelter(int gate) {
    return gateShelter[gate];
  }

  public int gatePeoplePerStep(int gate) {
    return gatePeoplePerStep[gate];
  }

  /** Last step at which the gate can be passed, below 0 where never. */
  int gateLastPass(int gate) {
    return gateLastPass[gate];
  }

  /** Gates of a shelter are numbered from here to that of the next one, without it. */
  int firstGateOf(int shelter) {
    return firstGateOf[shelter];
  }

  int firstGate(int node) {
    return firstGate[node];
  }

  int gateAt(int index) {
    return gateAt[index];
  }

  /** In order of source and step. */
  List<Batch> batches() {
    return batches;
  }

  /** The people that a route takes along. */
  int batch(Route route) {
    return batch(route.source(), route.readyStep());
  }

  /** The people of a source who get ready at a step; there must be some. */
  int batch(int source, int readyStep) {
    int low = 0;
    int high = batches.size() - 1;
    while (low < high) {
      int middle = low + high >>> 1;
      var each = batches.get(middle);
      boolean before = each.source() < source || each.source() == source && each.readyStep() < readyStep;
      low = before ? middle + 1 : low;
      high = before ? high : middle;
    }
    return low;
  }
}
