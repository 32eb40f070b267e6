package org.commonground.network;

/**
 * One multi-source shortest-path search that gives each node not only its nearest source but its {@code k} nearest different ones.
 *
 * <ol>
 *   <li>A node holds up to k labels of different sources, in ascending order; a label is time above source number in one long.
 *   <li>Nodes wait in a {@link Frontier}, as in {@link Sweep}, but once for each label.
 *   <li>A node taken out hands those of its labels that belong to the bucket at hand, plus the arc, to each neighbour.
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

  private final int k;
  private final int[] firstOut;
  private final long[] block;
  /** Null when the search is over: it is not needed any more. */
  private Frontier frontier;

  /** @param k how many sources for each node, 1 to 8 */
  public RankSweep(WalkGraph graph, int k) {
    this(graph, k, Frontier.REGION_BITS);
  }

  /** The same with other regions, so that a small case has many of them. */
  RankSweep(WalkGraph graph, int k, int regionBits) {
    if (k < 1 || k > 8) {
      throw new IllegalArgumentException("k is " + k + ", but must be 1 to 8");
    }
    this.k = k;
    firstOut = graph.firstOut();
    block = Blocks.of(graph, k);
    frontier = new Frontier(block, regionBits);
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
      frontier.add(at, offered);
    }
  }

  /** Searches to the end, once. What only the search needs is let go. */
  public void run() {
    frontier.limit(Sweep.UNREACHED - 1);
    while (frontier.nextRegion()) {
      for (int bucket = frontier.begin(); bucket < frontier.end(); bucket++) {
        for (int i = 0; i < frontier.count(bucket); i++) {
          expand(frontier.places(bucket)[i], bucket);
        }
        frontier.emptied(bucket);
      }
    }
    frontier = null;
  }

  private void expand(int node, int bucket) {
    for (int rank = 0; rank < k; rank++) {
      long own = block[node + rank];
      int waits = Frontier.bucketOf(own);
      if (waits == bucket) {
        handOn(node, own);
      } else if (waits > bucket) {
        return;
      }
    }
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
        frontier.add(head, offered);
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
