package org.commonground.evacuation;

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
  private final int[] order;
  private final QueueTally tally;
  private final StreetQueues queues;
  private int come;
  private boolean moved;
  private int step;

  private QueueSimulation(QueueProblem asked) {
    this.asked = asked;
    problem = asked.problem();
    network = problem.network();
    random = new SplittableRandom(asked.seed());
    signposts = new Signposts(problem);
    order = new int[network.nodeCount()];
    Arrays.setAll(order, node -> node);
    tally = new QueueTally(problem);
    queues = new StreetQueues(asked, tally);
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
        moved |= queues.stepAside();
      }
      shuffle();
      for (int node : order) {
        go(node);
      }
      queues.end();
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
    queues.begin(step);
    for (; come < toCome.size() && toCome.get(come).there <= step; come++) {
      queues.at(toComeNode[come]).add(toCome.get(come));
      moved = true;
    }
    signposts.at(step);
    queues.catchAtNodes();
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
    int many = network.firstIn(node + 1) - first + 1;
    int turn = random.nextInt(many);
    for (int still = 0; still < many; turn = (turn + 1) % many) {
      int arc = turn == 0 ? StreetQueues.DOOR : network.in(first + turn - 1);
      still = goOn(node, arc, many) ? 0 : still + 1;
    }
  }

  private void goAsPlanned(int node) {
    var queue = queues.at(node);
    var due = queue.stream().filter(walker -> walker.planned() <= step).sorted(Comparator.comparingInt(Walker::planned)).toList();
    for (var walker : due) {
      boolean atEnd = walker.next == walker.route.arcs().length;
      int to = atEnd ? walker.route.gate() : walker.route.arcs()[walker.next];
      int people = Math.min(walker.people, atEnd ? queues.mayPass(to) : queues.mayEnter(walker.pace, to));
      if (people > 0) {
        move(walker.part(people), StreetQueues.DOOR, to, atEnd);
      }
    }
    queue.removeIf(walker -> walker.people == 0);
  }

  /**
   * @param from the street whose first people are to go on, or the door
   * @param many streets and doors that take turns
   * @return false where none can
   */
  private boolean goOn(int node, int from, int many) {
    var walker = queues.first(node, from);
    if (walker == null) {
      return false;
    }
    int shelter = signposts.nearest(walker.pace, node, walker.full());
    if (shelter == Signposts.NONE) {
      queues.giveUp(node, from);
      moved = true;
      return true;
    }
    int arc = signposts.arc(walker.pace, node, shelter);
    if (arc == Signposts.NONE && tally.room(shelter) == 0) {
      tally.turnedAway(shelter, walker.people);
      walker.foundFull(shelter);
      return true;
    }
    int gate = arc == Signposts.NONE ? queues.gate(node, shelter) : -1;
    if (arc == Signposts.NONE && gate < 0) {
      return false;
    }
    int limit = gate >= 0 ? problem.gatePeoplePerStep(gate) : network.peoplePerStep(arc);
    int onwards = gate >= 0 ? queues.mayPass(gate) : queues.mayEnter(walker.pace, arc);
    int people = Math.min(Math.min(Math.min(walker.people, onwards), Math.max(1, limit / many)), queues.mayLeave(from));
    if (people == 0) {
      return false;
    }
    move(walker.part(people), from, gate >= 0 ? gate : arc, gate >= 0);
    if (walker.people == 0) {
      queues.remove(node, from);
    }
    return true;
  }

  private void move(Walker walker, int from, int to, boolean gate) {
    moved = true;
    if (gate) {
      queues.pass(walker, from, to);
    } else {
      queues.enter(walker, from, to);
    }
  }

  private void picture(QueueFrames frames) {
    queues.picture(frames, toCome.subList(come, toCome.size()).stream().mapToInt(walker -> walker.people).sum());
  }

  /**
   * Whether all who are left can only stand where they are: nobody is walking, to come or due later, and nothing closes any more.
   */
  private boolean nobodyWill() {
    return come == toCome.size() && !signposts.changesAfter(step) && queues.allStand();
  }
}
