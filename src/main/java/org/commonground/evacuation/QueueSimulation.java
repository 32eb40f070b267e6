package org.commonground.evacuation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Lets people go through the streets step by step, each street a queue of limited room: first in, first out, and nobody enters a
 * street that is full, so that queues grow backwards over junctions.
 *
 * <ol>
 *   <li>People who get ready stand at their door. Nodes that the hazard takes at this step are closed: whoever is there or on the
 *       way there is caught; ways are looked for anew.
 *   <li>Junction by junction, in an order drawn anew, each street that ends there and the door in turn let their first people go
 *       on, through a gate or into the next street, as far as flow and room allow.
 *   <li>Whoever stands at the gate of a full shelter remembers it and goes on to the nearest of the others.
 *   <li>Whoever is still in a street that the hazard takes at this step is caught.
 *   <li>It ends when nobody is left, or nobody moves and nobody will.
 * </ol>
 *
 * <p>Point queues with spill-back (Gawron, Simulation-based traffic assignment, 1998): people walk a street freely, each at their
 * pace, and queue at its end in the order in which they come there. By themselves, people go to the nearest shelter by walking time
 * alone, and do not know what is full before they stand at its gate. With a plan they enter each street no sooner than planned, and
 * wait beside the way. One thread; the same for the same seed.
 */
public final class QueueSimulation {

  private final QueueProblem asked;
  private final EvacuationProblem problem;
  private final EvacuationNetwork network;
  private final SplittableRandom random;
  private final Signposts signposts;
  private final List<Walker> toCome = new ArrayList<>();
  private final int[] toComeNode;
  private final List<ArrayDeque<Walker>> onArc = new ArrayList<>();
  /** People at each node: at the door, or with a plan beside the way. */
  private final List<ArrayDeque<Walker>> atNode = new ArrayList<>();
  private final int[] load;
  private final int[] entered;
  private final int[] left;
  private final int[] passed;
  private final int[] order;
  private final QueueTally tally;
  private int come;
  private boolean moved;
  private int step;

  private QueueSimulation(QueueProblem asked) {
    this.asked = asked;
    problem = asked.problem();
    network = problem.network();
    random = new SplittableRandom(asked.seed());
    signposts = new Signposts(problem);
    for (int arc = 0; arc < network.arcCount(); arc++) {
      onArc.add(new ArrayDeque<>(2));
    }
    for (int node = 0; node < network.nodeCount(); node++) {
      atNode.add(new ArrayDeque<>(2));
    }
    load = new int[network.arcCount()];
    entered = new int[network.arcCount()];
    left = new int[network.arcCount()];
    passed = new int[problem.gateCount()];
    order = new int[network.nodeCount()];
    Arrays.setAll(order, node -> node);
    tally = new QueueTally(problem);
    var all = asked.plan() == null
        ? problem.batches().stream()
            .map(batch -> new Start(new Walker(batch.people(), batch.readyStep(), batch.source(), batch.pace(), null), batch.node()))
        : asked.plan().stream().map(route -> start(route, problem.sources().get(route.source())));
    var starts = all.sorted(Comparator.comparingInt(start -> start.walker.there)).toList();
    starts.forEach(start -> toCome.add(start.walker));
    toComeNode = starts.stream().mapToInt(Start::node).toArray();
    tally.begin(toCome);
  }

  private record Start(Walker walker, int node) {
  }

  private static Start start(Route route, EvacuationProblem.Source source) {
    return new Start(new Walker(route.people(), route.readyStep(), route.source(), source.pace(), route), source.node());
  }

  public static QueueResult run(QueueProblem problem) {
    return new QueueSimulation(problem).simulate(null);
  }

  /** @param frames is told who is where as time goes on */
  public static QueueResult run(QueueProblem problem, QueueFrames frames) {
    return new QueueSimulation(problem).simulate(frames);
  }

  private QueueResult simulate(QueueFrames frames) {
    if (frames != null) {
      picture(frames);
    }
    for (step = 0; step < asked.mostSteps() && tally.onTheWay() > 0; step++) {
      moved = false;
      open();
      if (asked.plan() != null) {
        stepAside();
      }
      shuffle();
      for (int node : order) {
        go(node);
      }
      close();
      tally.end(step);
      if (frames != null && frames.due(step + 1)) {
        picture(frames);
      }
      if (!moved && nobodyWill()) {
        step++;
        break;
      }
    }
    while (frames != null && frames.behind(step)) {
      picture(frames);
    }
    return tally.result();
  }

  private void open() {
    Arrays.fill(entered, 0);
    Arrays.fill(left, 0);
    Arrays.fill(passed, 0);
    for (; come < toCome.size() && toCome.get(come).there <= step; come++) {
      atNode.get(toComeNode[come]).add(toCome.get(come));
      moved = true;
    }
    signposts.at(step);
    for (int node = 0; node < order.length; node++) {
      if (network.nodeCloses(node) <= step) {
        catchAll(atNode.get(node));
        for (int i = network.firstIn(node); i < network.firstIn(node + 1); i++) {
          catchAll(onArc.get(network.in(i)));
          load[network.in(i)] = 0;
        }
      }
    }
  }

  private void catchAll(ArrayDeque<Walker> queue) {
    queue.forEach(tally::caught);
    queue.clear();
  }

  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int node = order[i];
      order[i] = order[other];
      order[other] = node;
    }
  }

  /** Lets people at the ends of the streets into this node go on, one group of each in turn. */
  private void go(int node) {
    if (asked.plan() != null) {
      goAsPlanned(node);
      return;
    }
    int first = network.firstIn(node);
    int queues = network.firstIn(node + 1) - first + 1;
    int turn = random.nextInt(queues);
    for (int still = 0; still < queues; turn = (turn + 1) % queues) {
      int arc = turn == 0 ? -1 : network.in(first + turn - 1);
      still = goOn(node, arc, queues) ? 0 : still + 1;
    }
  }

  private void stepAside() {
    for (int arc = 0; arc < onArc.size(); arc++) {
      var queue = onArc.get(arc);
      while (!queue.isEmpty() && queue.peekFirst().there <= step) {
        load[arc] -= queue.peekFirst().people;
        atNode.get(network.head(arc)).add(queue.removeFirst());
        moved = true;
      }
    }
  }

  private void goAsPlanned(int node) {
    var queue = atNode.get(node);
    var due = queue.stream().filter(walker -> walker.planned() <= step).sorted(Comparator.comparingInt(Walker::planned)).toList();
    for (var walker : due) {
      boolean atEnd = walker.next == walker.route.arcs().length;
      int people = Math.min(walker.people, atEnd ? throughGate(walker.route.gate()) : spare(walker.pace, walker.route.arcs()[walker.next]));
      if (people > 0) {
        move(walker.part(people), -1, atEnd ? walker.route.gate() : walker.route.arcs()[walker.next], atEnd);
      }
    }
    queue.removeIf(walker -> walker.people == 0);
  }

  /** @param from the street whose first people are to go on, or -1 for the door; false where none can */
  private boolean goOn(int node, int from, int queues) {
    var queue = from < 0 ? atNode.get(node) : onArc.get(from);
    if (queue.isEmpty() || queue.peekFirst().there > step || from >= 0 && left[from] >= network.peoplePerStep(from)) {
      return false;
    }
    var walker = queue.peekFirst();
    int shelter = signposts.nearest(walker.pace, node, walker.full());
    if (shelter == Signposts.NONE) {
      giveUp(queue, from, walker);
      return true;
    }
    int arc = signposts.arc(walker.pace, node, shelter);
    if (arc == Signposts.NONE && tally.room(shelter) == 0) {
      tally.turnedAway(shelter, walker.people);
      walker.foundFull(shelter);
      return true;
    }
    int gate = arc == Signposts.NONE ? gate(node, shelter) : -1;
    if (arc == Signposts.NONE && gate < 0) {
      return false;
    }
    int limit = gate >= 0 ? problem.gatePeoplePerStep(gate) : network.peoplePerStep(arc);
    int people = Math.min(Math.min(walker.people, gate >= 0 ? throughGate(gate) : spare(walker.pace, arc)), Math.max(1, limit / queues));
    people = from < 0 ? people : Math.min(people, network.peoplePerStep(from) - left[from]);
    if (people == 0) {
      return false;
    }
    move(walker.part(people), from, gate >= 0 ? gate : arc, gate >= 0);
    if (walker.people == 0) {
      queue.removeFirst();
    }
    return true;
  }

  private void giveUp(ArrayDeque<Walker> queue, int from, Walker walker) {
    queue.removeFirst();
    if (from >= 0) {
      load[from] -= walker.people;
    }
    tally.giveUp(walker);
    moved = true;
  }

  /** A gate of the shelter at this node that lets somebody through now, or -1. */
  private int gate(int node, int shelter) {
    for (int i = problem.firstGate(node); i < problem.firstGate(node + 1); i++) {
      if (problem.gateShelter(problem.gateAt(i)) == shelter && throughGate(problem.gateAt(i)) > 0) {
        return problem.gateAt(i);
      }
    }
    return -1;
  }

  private int throughGate(int gate) {
    return step > problem.gateLastPass(gate) ? 0
        : Math.min(problem.gatePeoplePerStep(gate) - passed[gate], tally.room(problem.gateShelter(gate)));
  }

  private int spare(int pace, int arc) {
    return step > network.lastEntry(pace, arc) ? 0 : Math.min(network.peoplePerStep(arc) - entered[arc], asked.storage()[arc] - load[arc]);
  }

  private void move(Walker walker, int from, int to, boolean gate) {
    moved = true;
    if (from >= 0) {
      left[from] += walker.people;
      load[from] -= walker.people;
    }
    if (gate) {
      passed[to] += walker.people;
      tally.arrived(walker, problem.gateShelter(to), step);
    } else {
      entered[to] += walker.people;
      load[to] += walker.people;
      walker.there = step + network.travelSteps(walker.pace, to);
      walker.next++;
      line(walker, onArc.get(to));
    }
  }

  /** Behind all who are at the end of the street no later. */
  private static void line(Walker walker, ArrayDeque<Walker> queue) {
    var later = new ArrayDeque<Walker>(0);
    while (!queue.isEmpty() && queue.peekLast().there > walker.there) {
      later.push(queue.removeLast());
    }
    queue.add(walker);
    queue.addAll(later);
  }

  private void close() {
    for (int arc = 0; arc < onArc.size(); arc++) {
      var queue = onArc.get(arc);
      if (!queue.isEmpty()) {
        if (network.arcCloses(arc) <= step) {
          catchAll(queue);
          load[arc] = 0;
        } else {
          tally.waiting(arc, queue, step);
        }
      }
    }
  }

  private void picture(QueueFrames frames) {
    frames.begin(tally.inShelters());
    for (int arc = 0; arc < onArc.size(); arc++) {
      for (var walker : onArc.get(arc)) {
        frames.on(arc, walker.people, walker.there <= step);
      }
    }
    int home = tally.atHome();
    for (var queue : atNode) {
      for (var walker : queue) {
        if (walker.next == 0) {
          home += walker.people;
        } else {
          frames.on(walker.route.arcs()[walker.next - 1], walker.people, true);
        }
      }
    }
    for (int i = come; i < toCome.size(); i++) {
      home += toCome.get(i).people;
    }
    frames.end(home, tally.placed(), tally.caught());
  }

  /**
   * Whether all who are left can only stand where they are: nobody is walking, to come or due later, and nothing closes any more.
   */
  private boolean nobodyWill() {
    return come == toCome.size() && !signposts.changesAfter(step)
        && onArc.stream().allMatch(queue -> queue.isEmpty() || queue.peekLast().there <= step)
        && atNode.stream().allMatch(queue -> queue.stream().allMatch(walker -> walker.planned() <= step));
  }
}
