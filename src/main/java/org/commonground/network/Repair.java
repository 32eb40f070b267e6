package org.commonground.network;

import java.util.Arrays;

/**
 * One repair of a {@link LiveSweep}, from the nodes at its edits to the nodes that changed.
 *
 * <ol>
 *   <li>Nodes at edits are asked, the nearest first, whether an entry or a neighbour still supports their label. One that has
 *       lost its support loses its label, and the neighbours that it may have supported are asked in their turn.
 *   <li>Every node that lost its label, and every node at an edit, takes the best that its entries and neighbours offer.
 *   <li>What became better is handed on to the neighbours, the nearest first.
 *   <li>The nodes whose label is another than before are the answer.
 * </ol>
 *
 * <p>This is the batch form of Ramalingam and Reps (An incremental algorithm for a generalization of the shortest-path problem,
 * Journal of Algorithms 21, 1996). No street takes less than a millisecond, so support comes only from smaller labels, and asking
 * in ascending order settles it for good.
 */
final class Repair {

  private final LiveSweep state;
  private final WalkGraph graph;
  private final Pages<long[]> label;
  private final Pages<long[]> before;
  private final LongHeap waiting = new LongHeap();
  /** The nodes at edits, behind them those whose label was touched, some more than once. */
  private int[] node;
  private int count;
  private int touched;

  /** @param edited nodes where an entry came or went, or where a street ends whose times changed; repetitions do no harm */
  Repair(LiveSweep state, int[] edited) {
    this.state = state;
    graph = state.graph();
    label = state.labels();
    before = label.copy();
    node = edited;
    count = edited.length;
  }

  /** The nodes whose label changed, ascending. */
  int[] run() {
    askForSupport();
    takeOffers();
    handOn();
    return changed();
  }

  private void askForSupport() {
    for (int i = 0; i < count; i++) {
      enqueue(node[i]);
    }
    while (!waiting.isEmpty()) {
      int asked = (int) waiting.pop();
      long own = state.label(asked);
      touched++;
      if (own == LiveSweep.NONE || offer(asked, own) <= own) {
        continue;
      }
      set(asked, LiveSweep.NONE);
      for (int arc = graph.firstArc(asked); arc < graph.endArc(asked); arc++) {
        if (own + ((long) state.millisBack(arc) << 32) == state.label(graph.head(arc))) {
          enqueue(graph.head(arc));
        }
      }
    }
  }

  private void takeOffers() {
    for (int i = 0, asked = count; i < asked; i++) {
      improve(node[i], offer(node[i], 0));
    }
  }

  private void handOn() {
    while (!waiting.isEmpty()) {
      long least = waiting.pop();
      int from = (int) least;
      long own = state.label(from);
      if (own >>> 32 != least >>> 32) {
        continue;
      }
      touched++;
      for (int arc = graph.firstArc(from); arc < graph.endArc(from); arc++) {
        improve(graph.head(arc), own + ((long) state.millisBack(arc) << 32));
      }
    }
  }

  private void improve(int head, long offered) {
    if (offered < state.label(head) && offered >= 0) {
      set(head, offered);
      enqueue(head);
    }
  }

  /** The best label that the entries and neighbours of a node have for it; the first that is enough will do. */
  private long offer(int asked, long enough) {
    long best = LiveSweep.NONE;
    for (long entry : state.entriesAt(asked)) {
      best = Math.min(best, entry);
    }
    for (int arc = graph.firstArc(asked), end = graph.endArc(asked); arc < end && best > enough; arc++) {
      long offered = state.label(graph.head(arc)) + ((long) state.walkMillis(arc) << 32);
      best = offered < 0 ? best : Math.min(best, offered);
    }
    return best;
  }

  private void enqueue(int asked) {
    waiting.push(state.label(asked) >>> 32 << 32 | asked);
  }

  private void set(int changed, long now) {
    label.ownPage(changed)[changed & Pages.MASK] = now;
    if (count == node.length) {
      node = Arrays.copyOf(node, 2 * count);
    }
    node[count++] = changed;
  }

  private int[] changed() {
    Arrays.sort(node, 0, count);
    int size = 0;
    for (int i = 0; i < count; i++) {
      int at = node[i];
      boolean again = size > 0 && node[size - 1] == at;
      if (!again && state.label(at) != before.page(at)[at & Pages.MASK]) {
        node[size++] = at;
      }
    }
    return Arrays.copyOf(node, size);
  }

  /** How many nodes were taken in hand, a node once for each time. */
  int touched() {
    return touched;
  }
}
