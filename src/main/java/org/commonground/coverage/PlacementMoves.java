package org.commonground.coverage;

import java.util.Arrays;

/**
 * Where people are at one moment, and for each ordered pair of shelters the person who can change from one to the other at least
 * extra time.
 *
 * <p>To have no place is a shelter too, the last. And nobodies are people too: as many as a shelter has places, who stay in it or go
 * to the last, at no cost. So each shelter should always be exactly full, and the last hold as many as there are people; who is
 * beyond that is its excess. Nobodies need no list, only two counts.
 *
 * <p>For each pair there is a heap of the points with people in the first that reach the second, by the difference of the two walks
 * above the number of the point. What has left the first is taken out when it comes to the top.
 */
final class PlacementMoves {

  /** Extra time of a move that nobody can make. */
  private static final long NEVER = Long.MAX_VALUE / 4;

  private final int[] first;
  private final int[] shelterOf;
  private final int[] millisOf;
  private final long beyondMillis;
  private final int none;
  private final int[] flow;
  private final int[] left;
  private final int[] empty;
  private final int[] filled;
  private final long[] excess;
  /** By the shelter moved into, so that a search reads in a row. */
  private final long[][] extra;
  private final PlacementHeap[][] heaps;

  /**
   * Everybody goes where walking time and price are least, to the lowest shelter of several.
   *
   * @param beyondMillis cost of having no place
   * @param price        of a place in each shelter, at least 0, and behind them 0 for none
   */
  PlacementMoves(int[] people, int[] capacity, ReachTable reach, long beyondMillis, long[] price) {
    first = reach.firstEntry();
    shelterOf = reach.shelter();
    millisOf = reach.millis();
    this.beyondMillis = beyondMillis;
    none = capacity.length;
    flow = new int[shelterOf.length];
    left = new int[people.length];
    excess = new long[none + 1];
    extra = new long[none + 1][none + 1];
    heaps = new PlacementHeap[none + 1][none + 1];
    empty = new int[none];
    filled = new int[none];
    fillHeaps(choose(people, price));
    fillPlaces(people, capacity, price);
    for (int from = 0; from <= none; from++) {
      for (int to = 0; to <= none; to++) {
        renew(from, to);
      }
    }
  }

  /** Per point the entry chosen; -1 for no place, and -2 where there is nobody. */
  private int[] choose(int[] people, long[] price) {
    var chosen = new int[people.length];
    for (int point = 0; point < people.length; point++) {
      long least = beyondMillis;
      int best = -1;
      for (int entry = first[point]; entry < first[point + 1]; entry++) {
        long cost = millisOf[entry] + price[shelterOf[entry]];
        if (cost < least) {
          least = cost;
          best = entry;
        }
      }
      chosen[point] = people[point] == 0 ? -2 : best;
      if (best >= 0) {
        flow[best] = people[point];
      } else {
        left[point] = people[point];
      }
      excess[best < 0 ? none : shelterOf[best]] += people[point];
    }
    return chosen;
  }

  /** Makes all heaps at once, each just as large as it must be. */
  private void fillHeaps(int[] chosen) {
    var size = new int[none + 1][none + 1];
    for (int point = 0; point < chosen.length; point++) {
      if (chosen[point] > -2) {
        var sizes = size[chosen[point] < 0 ? none : shelterOf[chosen[point]]];
        for (int entry = first[point]; entry < first[point + 1]; entry++) {
          sizes[shelterOf[entry]]++;
        }
        sizes[none]++;
      }
    }
    for (int from = 0; from <= none; from++) {
      for (int to = 0; to <= none; to++) {
        heaps[from][to] = size[from][to] > 0 && from != to ? new PlacementHeap(size[from][to]) : null;
      }
    }
    for (int point = 0; point < chosen.length; point++) {
      if (chosen[point] > -2) {
        int from = chosen[point] < 0 ? none : shelterOf[chosen[point]];
        int own = chosen[point] < 0 ? 0 : millisOf[chosen[point]];
        for (int entry = first[point]; entry < first[point + 1]; entry++) {
          if (shelterOf[entry] != from) {
            heaps[from][shelterOf[entry]].append(millisOf[entry] - own, point);
          }
        }
        if (from != none) {
          heaps[from][none].append(-own, point);
        }
      }
    }
    for (var row : heaps) {
      for (var heap : row) {
        if (heap != null) {
          heap.order();
        }
      }
    }
  }

  /** Nobodies stay where a place costs nothing and is free; the others go to the last shelter. */
  private void fillPlaces(int[] people, int[] capacity, long[] price) {
    for (int shelter = 0; shelter < none; shelter++) {
      empty[shelter] = price[shelter] == 0 ? (int) Math.max(0, capacity[shelter] - excess[shelter]) : 0;
      filled[shelter] = capacity[shelter] - empty[shelter];
      excess[shelter] -= filled[shelter];
      excess[none] += filled[shelter];
    }
    for (int persons : people) {
      excess[none] -= persons;
    }
  }

  /** Writes down anew which move between two shelters is cheapest. */
  private void renew(int from, int to) {
    if (from == to) {
      return;
    }
    var heap = heaps[from][to];
    while (heap != null && heap.size() > 0 && peopleAt(heap.point(), from) == 0) {
      heap.removeTop();
    }
    long millis = heap == null || heap.size() == 0 ? NEVER : heap.millis();
    if (to == none) {
      millis = empty[from] > 0 ? 0 : millis == NEVER ? NEVER : beyondMillis + millis;
    } else if (from == none) {
      millis = millis < NEVER ? millis - beyondMillis : filled[to] > 0 ? 0 : NEVER;
    }
    extra[to][from] = millis;
  }

  private int peopleAt(int point, int shelter) {
    return shelter == none ? left[point] : flow[entry(point, shelter)];
  }

  private int entry(int point, int shelter) {
    return Arrays.binarySearch(shelterOf, first[point], first[point + 1], shelter);
  }

  /** Whether the cheapest to move are nobodies. */
  private boolean ofNobodies(int from, int to) {
    return to == none ? empty[from] > 0 : from == none && (heaps[from][to] == null || heaps[from][to].size() == 0);
  }

  /** How many can make the cheapest move. */
  int most(int from, int to) {
    if (ofNobodies(from, to)) {
      return to == none ? empty[from] : filled[to];
    }
    return peopleAt(heaps[from][to].point(), from);
  }

  /** Lets so many make the cheapest move. */
  void move(int from, int to, int people) {
    excess[from] -= people;
    excess[to] += people;
    if (ofNobodies(from, to)) {
      int shelter = Math.min(from, to);
      int leaving = to == none ? people : -people;
      empty[shelter] -= leaving;
      filled[shelter] += leaving;
      renew(shelter, none);
      renew(none, shelter);
      return;
    }
    int point = heaps[from][to].point();
    boolean arrives = peopleAt(point, to) == 0;
    change(point, from, -people);
    change(point, to, people);
    if (peopleAt(point, from) == 0) {
      leave(point, from);
    }
    if (arrives) {
      arrive(point, to);
    }
  }

  private void change(int point, int shelter, int by) {
    if (shelter == none) {
      left[point] += by;
    } else {
      flow[entry(point, shelter)] += by;
    }
  }

  private void leave(int point, int from) {
    for (int entry = first[point]; entry <= first[point + 1]; entry++) {
      int to = entry < first[point + 1] ? shelterOf[entry] : none;
      if (to != from && heaps[from][to].size() > 0 && heaps[from][to].point() == point) {
        renew(from, to);
      }
    }
  }

  private void arrive(int point, int at) {
    int own = at == none ? 0 : millisOf[entry(point, at)];
    for (int entry = first[point]; entry <= first[point + 1]; entry++) {
      int to = entry < first[point + 1] ? shelterOf[entry] : none;
      if (to != at) {
        if (heaps[at][to] == null) {
          heaps[at][to] = new PlacementHeap(4);
        }
        heaps[at][to].push((to == none ? 0 : millisOf[entry]) - own, point);
        if (heaps[at][to].point() == point) {
          renew(at, to);
        }
      }
    }
  }

  /** Extra time of the cheapest move from each shelter into this one. */
  long[] extraInto(int to) {
    return extra[to];
  }

  /** People and nobodies beyond what a shelter holds; below 0 where it lacks some. */
  long excess(int shelter) {
    return excess[shelter];
  }

  /** People on each entry. */
  int[] flow() {
    return flow;
  }
}
