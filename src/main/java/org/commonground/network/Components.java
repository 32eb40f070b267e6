package org.commonground.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The connected parts of a {@link WalkGraph}. A small part is an island: most often a mapping error or a path inside a fence,
 * from which no way leads on.
 */
public final class Components {

  /**
   * A part with less street than this is an island, unless it is the largest. A real island town has more; paths that were
   * never joined to a street have less.
   */
  public static final double ISLAND_METRES = 2_000;

  private final int[] partOfNode;
  private final List<Part> parts;

  /**
   * @param part         number of the part, from 0, by its first node
   * @param firstStreet  its street with the lowest index
   * @param streets      how many it has
   * @param metres       length of them all
   * @param island       whether it is small
   */
  public record Part(int part, int firstStreet, int streets, double metres, boolean island) {
  }

  private Components(int[] partOfNode, List<Part> parts) {
    this.partOfNode = partOfNode;
    this.parts = List.copyOf(parts);
  }

  /** Nodes without any passable street belong to no part. */
  public static Components of(WalkGraph graph) {
    var partOfNode = new int[graph.nodeCount()];
    Arrays.fill(partOfNode, -1);
    int count = 0;
    var stack = new int[graph.nodeCount()];
    for (int seed = 0; seed < graph.nodeCount(); seed++) {
      if (partOfNode[seed] == -1 && graph.firstArc(seed) < graph.endArc(seed)) {
        fill(graph, seed, count++, partOfNode, stack);
      }
    }
    return new Components(partOfNode, measure(graph, partOfNode, count));
  }

  private static void fill(WalkGraph graph, int seed, int part, int[] partOfNode, int[] stack) {
    int height = 0;
    stack[height++] = seed;
    partOfNode[seed] = part;
    while (height > 0) {
      int node = stack[--height];
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        int head = graph.head(arc);
        if (partOfNode[head] == -1) {
          partOfNode[head] = part;
          stack[height++] = head;
        }
      }
    }
  }

  private static List<Part> measure(WalkGraph graph, int[] partOfNode, int count) {
    var metres = new double[count];
    var streets = new int[count];
    var first = new int[count];
    Arrays.fill(first, -1);
    for (var street : graph.streets().streets()) {
      if (graph.passable(street.id())) {
        int part = partOfNode[street.from()];
        metres[part] += street.lengthMm() / 1000.0;
        streets[part]++;
        first[part] = first[part] == -1 ? street.id() : first[part];
      }
    }
    double longest = Arrays.stream(metres).max().orElse(0);
    var parts = new ArrayList<Part>(count);
    for (int part = 0; part < count; part++) {
      boolean island = metres[part] < ISLAND_METRES && metres[part] < longest;
      parts.add(new Part(part, first[part], streets[part], metres[part], island));
    }
    return parts;
  }

  public List<Part> parts() {
    return parts;
  }

  /** The small parts, in the order of their numbers. */
  public List<Part> islands() {
    return parts.stream().filter(Part::island).toList();
  }

  /** Number of the part of a node; -1 where no passable street ends at it. */
  public int partOf(int node) {
    return partOfNode[node];
  }

  /** Whether a node lies on a small part. */
  public boolean onIsland(int node) {
    return partOfNode[node] >= 0 && parts.get(partOfNode[node]).island();
  }
}
