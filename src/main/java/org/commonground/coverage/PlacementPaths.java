package org.commonground.coverage;

import java.util.Arrays;

/**
 * Moves people from shelters with too many to those with too few, each time along ways than which none is cheaper.
 *
 * <ol>
 *   <li>A search from all shelters with too few, against the moves, gives each its distance: what it costs beyond the prices to
 *       get rid of somebody. It ends with the last shelter that has too many.
 *   <li>Prices rise by these distances. Now every move on a shortest path costs just the difference in price, and none costs less.
 *   <li>Each shelter with too many sends as many as it can along its path, again and again while every move on it still costs just
 *       that; moves of others may have changed it.
 * </ol>
 */
final class PlacementPaths {

  private final PlacementMoves moves;
  private final long[] price;
  private final int nodes;
  private final long[] distance;
  private final int[] next;
  private final boolean[] settled;

  /** @param price of a place in each shelter, and in none; moved on */
  PlacementPaths(PlacementMoves moves, long[] price) {
    this.moves = moves;
    this.price = price;
    nodes = price.length;
    distance = new long[nodes];
    next = new int[nodes];
    settled = new boolean[nodes];
  }

  void run() {
    while (search()) {
      for (int from = 0; from < nodes; from++) {
        while (moves.excess(from) > 0 && send(from)) {
          continue;
        }
      }
    }
    long none = price[nodes - 1];
    for (int shelter = 0; shelter < nodes; shelter++) {
      price[shelter] = Math.max(0, price[shelter] - none);
    }
  }

  /** False where no shelter has too many. */
  private boolean search() {
    Arrays.fill(settled, false);
    Arrays.fill(next, -1);
    int wanted = 0;
    int at = -1;
    for (int shelter = nodes - 1; shelter >= 0; shelter--) {
      wanted += moves.excess(shelter) > 0 ? 1 : 0;
      distance[shelter] = moves.excess(shelter) < 0 ? 0 : Long.MAX_VALUE;
      at = moves.excess(shelter) < 0 ? shelter : at;
    }
    if (wanted == 0) {
      return false;
    }
    while (true) {
      settled[at] = true;
      if (moves.excess(at) > 0 && --wanted == 0) {
        break;
      }
      at = relax(at);
    }
    for (int shelter = 0; shelter < nodes; shelter++) {
      price[shelter] += settled[shelter] ? distance[shelter] : distance[at];
    }
    return true;
  }

  /** Offers the moves into a shelter to all others. Returns the nearest that is not settled, the lowest of several. */
  private int relax(int to) {
    long there = distance[to] + price[to];
    var extra = moves.extraInto(to);
    long least = Long.MAX_VALUE;
    int nearest = -1;
    for (int from = 0; from < nodes; from++) {
      if (settled[from]) {
        continue;
      }
      long offered = there + extra[from] - price[from];
      if (offered < distance[from]) {
        distance[from] = offered;
        next[from] = to;
      }
      if (distance[from] < least) {
        least = distance[from];
        nearest = from;
      }
    }
    return nearest;
  }

  /** False where a move on the path is no longer the cheapest, or the shelter at its end is full. */
  private boolean send(int from) {
    long people = moves.excess(from);
    int end = from;
    while (moves.excess(end) >= 0) {
      int to = next[end];
      if (to < 0 || moves.extraInto(to)[end] + price[to] != price[end]) {
        return false;
      }
      people = Math.min(people, moves.most(end, to));
      end = to;
    }
    people = Math.min(people, -moves.excess(end));
    for (int at = from; at != end; at = next[at]) {
      moves.move(at, next[at], (int) people);
    }
    return true;
  }

  /**
   * Lowers all prices to the least that are still right. One more place in a shelter is worth what the cheapest chain of moves saves
   * that ends there and begins with somebody who has no place, or with nobody at all: then prices are the gain of one place more,
   * while those of the search are the loss with one place fewer.
   */
  static void lower(PlacementMoves moves, long[] price) {
    int none = price.length - 1;
    var distance = price.clone();
    var settled = new boolean[price.length];
    int at = none;
    distance[none] = 0;
    while (at >= 0) {
      settled[at] = true;
      int nearest = -1;
      for (int to = 0; to < price.length; to++) {
        if (!settled[to]) {
          distance[to] = Math.min(distance[to], distance[at] + moves.extraInto(to)[at] + price[to] - price[at]);
          nearest = nearest < 0 || distance[to] < distance[nearest] ? to : nearest;
        }
      }
      at = nearest;
    }
    for (int shelter = 0; shelter < none; shelter++) {
      price[shelter] -= distance[shelter];
    }
  }
}
