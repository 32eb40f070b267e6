package org.commonground.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * One multi-source shortest-path search that gives each node not only its nearest source but its {@code k} nearest different ones.
 *
 * <ol>
 *   <li>A node holds up to k labels of different sources, in ascending order; a label is time above source number in one long.
 *   <li>Labels wait in buckets by time, each with its node, as in {@link Sweep}; the bucket with the least times is emptied first.
 *   <li>A label taken out, if its node still has it, is handed on, plus the arc, to each neighbour.
 *   <li>A neighbour takes a label if it has none of that source that is better, and if it is among its k best; what then is the
 *       k-plus-first best falls out.
 * </ol>
 *
 * <p>Labels stand among the arcs, as {@link Blocks} says, and those at dead ends do not wait.
 *
 * <p>This is exact: a source that is among the k nearest of a node, is among the k nearest of every node on its way there, because k
 * better ones on the way would be k better ones at the end. Equal times are ordered by source number everywhere, so that holds for
 * ties too.
 */
public final class RankSweep {

  private static final int BUCKET_SHIFT = 32 + 14;
  private static final long[] EMPTY = {};

  private final int k;
  private final int[] firstOut;
  private final long[] block;
  /** Labels, and behind each the place of its node's block. */
  private long[][] bucket;
  private final int[] size;
  private long[] start = new long[16];
  private int startCount;

  /** @param k how many sources for each node, 1 to 8 */
  public RankSweep(WalkGraph graph, int k) {
    if (k < 1 || k > 8) {
      throw new IllegalArgumentException("k is " + k + ", but must be 1 to 8");
    }
    this.k = k;
    firstOut = graph.firstOut();
    block = Blocks.of(graph, k);
    bucket = new long[Integer.highestOneBit(Math.max(1, bucketOf((long) graph.maxArcMillis() << 32) + 2)) << 1][];
    Arrays.fill(bucket, EMPTY);
    size = new int[bucket.length];
  }

  /**
   * @param node   where the source joins the network
   * @param millis time already spent there, at least 0
   * @param source its number, at least 0
   */
  public void addSource(int node, int millis, int source) {
    if (millis < 0 || source < 0) {
      throw new IllegalArgumentException("source " + source + " begins at " + millis + " ms; neither may be below 0");
    }
    long offered = (long) millis << 32 | source;
    int at = firstOut[node] + k * node;
    if (offered < block[at + k - 1] && take(at, offered) && firstOut[node] < firstOut[node + 1]) {
      if (startCount + 2 > start.length) {
        start = Arrays.copyOf(start, 2 * start.length);
      }
      start[startCount++] = offered;
      start[startCount++] = at;
    }
  }

  /** Searches to the end, once. What only the search needs is let go. */
  public void run() {
    var order = IntStream.range(0, startCount / 2).boxed().sorted(Comparator.comparingLong(entry -> start[2 * entry])).toList();
    int next = 0;
    int idle = bucket.length;
    for (int current = 0; next < order.size() || idle < bucket.length; current++) {
      if (idle >= bucket.length) {
        current = Math.max(current, bucketOf(start[2 * order.get(next)]));
      }
      for (; next < order.size() && bucketOf(start[2 * order.get(next)]) == current; next++) {
        push(start[2 * order.get(next)], (int) start[2 * order.get(next) + 1]);
      }
      idle = empty(current) ? 0 : idle + 1;
    }
    bucket = null;
    start = null;
  }

  /** Empties the bucket at hand. Returns whether there was anything in it. */
  private boolean empty(int current) {
    int at = current & bucket.length - 1;
    for (int i = 0; i < size[at]; i += 2) {
      long own = bucket[at][i];
      int node = (int) bucket[at][i + 1];
      if (has(node, own)) {
        handOn(node, own);
      }
    }
    boolean any = size[at] > 0;
    size[at] = 0;
    return any;
  }

  private boolean has(int node, long wanted) {
    for (int rank = node, end = node + k; rank < end; rank++) {
      if (block[rank] == wanted) {
        return true;
      }
    }
    return false;
  }

  private void handOn(int node, long own) {
    var block = this.block;
    int at = node + k - 1;
    long arc;
    do {
      arc = block[++at];
      int head = (int) arc >>> Blocks.MARKS;
      long offered = own + (arc & Blocks.TIME);
      if (offered < block[head + k - 1] && offered >= 0 && take(head, offered) && (arc & Blocks.DEAD_END) == 0) {
        push(offered, head);
      }
    } while ((arc & Blocks.LAST) == 0);
  }

  /** Puts a label that is among the k best in its place among the node's; false where there is a better one of its source. */
  private boolean take(int node, long offered) {
    int place = node;
    while (block[place] <= offered) {
      if ((int) block[place] == (int) offered) {
        return false;
      }
      place++;
    }
    int last = place;
    while (last < node + k - 1 && (block[last] >= Sweep.NONE || (int) block[last] != (int) offered)) {
      last++;
    }
    System.arraycopy(block, place, block, place + 1, last - place);
    block[place] = offered;
    return true;
  }

  private void push(long label, int node) {
    int at = bucketOf(label) & bucket.length - 1;
    var waiting = bucket[at];
    if (size[at] == waiting.length) {
      waiting = bucket[at] = Arrays.copyOf(waiting, Math.max(64, 2 * waiting.length));
    }
    waiting[size[at]] = label;
    waiting[size[at] + 1] = node;
    size[at] += 2;
  }

  private static int bucketOf(long label) {
    return (int) (label >>> BUCKET_SHIFT);
  }

  private long label(int node, int rank) {
    return block[firstOut[node] + k * node + rank];
  }

  /**
   * @param rank 0 for the nearest, below k
   * @return walking time between the node and that source; {@link Sweep#UNREACHED} where there is none
   */
  public int millis(int node, int rank) {
    return (int) (label(node, rank) >>> 32);
  }

  /** Number of the source at that rank; -1 where there is none. */
  public int source(int node, int rank) {
    long own = label(node, rank);
    return own == Sweep.NONE ? -1 : (int) own;
  }

  /** Walking time between the node and one source; {@link Sweep#UNREACHED} where that is not among its k nearest. */
  public int millisTo(int node, int source) {
    for (int rank = 0; rank < k; rank++) {
      long own = label(node, rank);
      if ((int) own == source && own != Sweep.NONE) {
        return (int) (own >>> 32);
      }
    }
    return Sweep.UNREACHED;
  }
}
