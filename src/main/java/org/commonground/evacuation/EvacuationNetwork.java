package org.commonground.evacuation;

import java.util.Arrays;

/**
 * Streets as directed arcs that take whole steps of time and let so many people in per step, and when a hazard takes them.
 *
 * <p>Who enters an arc at step {@code t} is on it until step {@code t + travelSteps} and then at its head. People wait at nodes,
 * as many as like; where a plan lets them wait is in its result. All limits of a hazard come down to one number per arc, the last
 * step at which it may be entered: whoever enters then is off the arc when it closes, and at its head before that is taken. One
 * who stays at a node beyond its closing is lost there.
 *
 * <p>People walk at paces. Pace 0 is the fastest on every arc, so what nobody at pace 0 can do nobody can; where no group is the
 * fastest everywhere, the caller makes it up of the least steps of all. An arc that a pace cannot use (stairs, for wheels) takes
 * {@link #NEVER}. What names no pace speaks of pace 0. Immutable; arrays are not copied and must not be changed.
 */
public final class EvacuationNetwork {

  /** Closing step of what no hazard takes. */
  public static final int NEVER = Integer.MAX_VALUE;
  /** Steps stay below this, so that sums of two stay whole. */
  static final int LIMIT = 1 << 29;

  private final int nodeCount;
  private final int[] tail;
  private final int[] head;
  private final int[][] travelSteps;
  private final int[] peoplePerStep;
  private final int[] arcCloses;
  private final int[] nodeCloses;
  private final int[][] lastEntry;
  private final int[] firstOut;
  private final int[] out;
  private final int[] firstIn;
  private final int[] in;

  /**
   * All walk at one pace.
   *
   * @throws IllegalArgumentException where lengths differ or a number is out of its range
   */
  public EvacuationNetwork(int nodeCount, int[] tail, int[] head, int[] travelSteps, int[] peoplePerStep, int[] arcCloses,
      int[] nodeCloses) {
    this(nodeCount, tail, head, new int[][] {travelSteps}, peoplePerStep, arcCloses, nodeCloses);
  }

  /**
   * @param nodeCount     at least 0
   * @param tail          one entry per arc, as in all that follow but the last
   * @param travelSteps   by pace, at least one, then by arc: steps to walk it, at least 1, of all arcs together at most {@link
   *                      #LIMIT}; at pace 0 no more than at any other; at others {@link #NEVER} where they cannot use it
   * @param peoplePerStep people who may enter it in one step, at least 0
   * @param arcCloses     first step at which nobody may be on it; {@link #NEVER}
   * @param nodeCloses    one entry per node: first step at which nobody may be there; {@link #NEVER}
   * @throws IllegalArgumentException where lengths differ or a number is out of its range
   */
  public EvacuationNetwork(int nodeCount, int[] tail, int[] head, int[][] travelSteps, int[] peoplePerStep, int[] arcCloses,
      int[] nodeCloses) {
    int arcs = tail.length;
    if (travelSteps.length == 0) {
      throw new IllegalArgumentException("there is no pace");
    }
    for (var ofPace : travelSteps) {
      if (head.length != arcs || ofPace.length != arcs || peoplePerStep.length != arcs || arcCloses.length != arcs) {
        throw new IllegalArgumentException("arcs have " + arcs + " tails, " + head.length + " heads, " + ofPace.length + " times, "
            + peoplePerStep.length + " limits and " + arcCloses.length + " closings");
      }
    }
    if (nodeCloses.length != nodeCount) {
      throw new IllegalArgumentException(nodeCount + " nodes, but " + nodeCloses.length + " closings");
    }
    check("tail", tail, 0, nodeCount - 1);
    check("head", head, 0, nodeCount - 1);
    check("travel steps", travelSteps[0], 1, LIMIT);
    check("people per step", peoplePerStep, 0, NEVER);
    check("closing of an arc", arcCloses, 0, NEVER);
    check("closing of a node", nodeCloses, 0, NEVER);
    for (int pace = 0; pace < travelSteps.length; pace++) {
      checkPace(pace, travelSteps);
    }
    this.nodeCount = nodeCount;
    this.tail = tail;
    this.head = head;
    this.travelSteps = travelSteps;
    this.peoplePerStep = peoplePerStep;
    this.arcCloses = arcCloses;
    this.nodeCloses = nodeCloses;
    lastEntry = new int[travelSteps.length][arcs];
    for (int pace = 0; pace < travelSteps.length; pace++) {
      for (int arc = 0; arc < arcs; arc++) {
        lastEntry[pace][arc] = lastEntryFor(travelSteps[pace][arc], arc);
      }
    }
    firstOut = first(tail, nodeCount);
    out = sorted(tail, firstOut);
    firstIn = first(head, nodeCount);
    in = sorted(head, firstIn);
  }

  private static void check(String what, int[] numbers, int least, int most) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < least || numbers[i] > most) {
        throw new IllegalArgumentException(what + " " + i + " is " + numbers[i] + ", not from " + least + " to " + most);
      }
    }
  }

  private static void checkPace(int pace, int[][] travelSteps) {
    long all = 0;
    for (int arc = 0; arc < travelSteps[pace].length; arc++) {
      int steps = travelSteps[pace][arc];
      if (steps < travelSteps[0][arc]) {
        throw new IllegalArgumentException("arc " + arc + " takes " + steps + " steps at pace " + pace + ", less than the "
            + travelSteps[0][arc] + " at pace 0");
      }
      all += steps == NEVER ? 0 : steps;
    }
    if (all > LIMIT) {
      throw new IllegalArgumentException("all arcs together take " + all + " steps, more than " + LIMIT);
    }
  }

  private int lastEntryFor(int steps, int arc) {
    return steps == NEVER || peoplePerStep[arc] == 0 ? -1 : Math.min(LIMIT, Math.min(arcCloses[arc] - steps,
        Math.min(nodeCloses[tail[arc]] - 1, nodeCloses[head[arc]] - 1 - steps)));
  }

  /** Where the things at each node begin in an array sorted by node. */
  static int[] first(int[] node, int nodeCount) {
    var first = new int[nodeCount + 1];
    for (int at : node) {
      first[at + 1]++;
    }
    for (int at = 0; at < nodeCount; at++) {
      first[at + 1] += first[at];
    }
    return first;
  }

  /** The things themselves, sorted by node and then by number. */
  static int[] sorted(int[] node, int[] first) {
    var next = first.clone();
    var sorted = new int[node.length];
    for (int thing = 0; thing < node.length; thing++) {
      sorted[next[node[thing]]++] = thing;
    }
    return sorted;
  }

  public int nodeCount() {
    return nodeCount;
  }

  public int arcCount() {
    return tail.length;
  }

  public int tail(int arc) {
    return tail[arc];
  }

  public int head(int arc) {
    return head[arc];
  }

  public int paceCount() {
    return travelSteps.length;
  }

  public int travelSteps(int arc) {
    return travelSteps[0][arc];
  }

  /** {@link #NEVER} where the pace cannot use the arc. */
  public int travelSteps(int pace, int arc) {
    return travelSteps[pace][arc];
  }

  public int peoplePerStep(int arc) {
    return peoplePerStep[arc];
  }

  /** First step at which nobody may be on the arc. */
  public int arcCloses(int arc) {
    return arcCloses[arc];
  }

  /** First step at which nobody may be at the node. */
  public int nodeCloses(int node) {
    return nodeCloses[node];
  }

  /** Last step at which the arc may be entered, below 0 where never. */
  public int lastEntry(int arc) {
    return lastEntry[0][arc];
  }

  public int lastEntry(int pace, int arc) {
    return lastEntry[pace][arc];
  }

  /** The same streets, where all walk at this pace; arcs that it cannot use let nobody in. */
  EvacuationNetwork atPace(int pace) {
    if (pace == 0 && travelSteps.length == 1) {
      return this;
    }
    var steps = travelSteps[pace].clone();
    var people = peoplePerStep.clone();
    for (int arc = 0; arc < steps.length; arc++) {
      if (steps[arc] == NEVER) {
        steps[arc] = 1;
        people[arc] = 0;
      }
    }
    return new EvacuationNetwork(nodeCount, tail, head, steps, people, arcCloses, nodeCloses);
  }

  /** The same streets from this step on, when some arcs let nobody in any more. */
  EvacuationNetwork from(int step, boolean[] lost) {
    var people = peoplePerStep.clone();
    for (int arc = 0; arc < people.length; arc++) {
      people[arc] = lost[arc] ? 0 : people[arc];
    }
    return new EvacuationNetwork(nodeCount, tail, head, travelSteps, people, sooner(arcCloses, step), sooner(nodeCloses, step));
  }

  private static int[] sooner(int[] closes, int steps) {
    return Arrays.stream(closes).map(each -> each == NEVER ? NEVER : Math.max(0, each - steps)).toArray();
  }

  /** The same streets with other limits of people per step. */
  EvacuationNetwork with(int[] peoplePerStep) {
    return new EvacuationNetwork(nodeCount, tail, head, travelSteps, peoplePerStep, arcCloses, nodeCloses);
  }

  int firstOut(int node) {
    return firstOut[node];
  }

  int out(int index) {
    return out[index];
  }

  int firstIn(int node) {
    return firstIn[node];
  }

  int in(int index) {
    return in[index];
  }
}
