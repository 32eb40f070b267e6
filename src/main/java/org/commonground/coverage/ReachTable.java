package org.commonground.coverage;

import java.util.Arrays;
import java.util.List;
import org.commonground.network.Unknowns;

/**
 * Which shelters each point reaches in time, and how long each walk takes: rows of a sparse table in arrays. Not copied: the
 * caller must not change them.
 *
 * <p>The entries of {@code point} are {@code firstEntry[point]} to {@code firstEntry[point + 1]}, without it, by ascending shelter,
 * each shelter at most once.
 *
 * @param shelterCount shelters are 0 to this, without it
 * @param firstEntry   one number per point, and one more
 * @param shelter      index of the shelter, one per entry
 * @param millis       walking time in milliseconds, at least 0 and below {@link CoverageResult#NO_WAY}, one per entry
 */
public record ReachTable(int shelterCount, int[] firstEntry, int[] shelter, int[] millis) {

  /** @throws IllegalArgumentException where the arrays do not fit together, or a row is not as described */
  public ReachTable {
    if (firstEntry.length == 0 || firstEntry[0] != 0 || firstEntry[firstEntry.length - 1] != shelter.length
        || millis.length != shelter.length) {
      throw new IllegalArgumentException("rows must run from entry 0 to the last of " + shelter.length + " shelters and "
          + millis.length + " times");
    }
    for (int point = 0; point + 1 < firstEntry.length; point++) {
      if (firstEntry[point + 1] < firstEntry[point] || firstEntry[point + 1] > shelter.length) {
        throw new IllegalArgumentException("the row of point " + point + " ends at " + firstEntry[point + 1]);
      }
      int last = -1;
      for (int entry = firstEntry[point]; entry < firstEntry[point + 1]; entry++) {
        check(point, shelter[entry], last, shelterCount, millis[entry]);
        last = shelter[entry];
      }
    }
  }

  private static void check(int point, int shelter, int last, int shelterCount, int millis) {
    if (shelter < 0 || shelter >= shelterCount) {
      throw new IllegalArgumentException("point " + point + " reaches shelter " + shelter + ", but there are " + shelterCount);
    }
    if (shelter <= last) {
      throw new IllegalArgumentException("point " + point + " reaches shelter " + shelter + " behind shelter " + last
          + "; a row must ascend");
    }
    if (millis < 0 || millis == CoverageResult.NO_WAY) {
      throw new IllegalArgumentException("point " + point + " reaches shelter " + shelter + " in " + millis
          + " ms; that is no walking time");
    }
  }

  /**
   * Every shelter that each demand place reaches on foot.
   *
   * @param reading     how what is not recorded is taken
   * @param limitMillis longest walking time, at least 0; who arrives at just that is in time
   * @throws IllegalArgumentException where the limit is below 0 or none at all
   */
  public static ReachTable of(Reach reach, Unknowns reading, int limitMillis) {
    var places = reach.problem().places();
    var sure = ReachBuilder.build(reach.pessimistic(), places, limitMillis);
    return reading == Unknowns.PESSIMISTIC || !reach.isRange() ? sure
        : ReachBuilder.build(reach.optimistic(), places, limitMillis).withShorterOf(sure);
  }

  /** The rows of several tables over the same shelters, one below the other: groups that walk at different speeds. */
  public static ReachTable below(List<ReachTable> tables) {
    int shelterCount = tables.get(0).shelterCount;
    var first = new int[tables.stream().mapToInt(ReachTable::pointCount).sum() + 1];
    int entries = tables.stream().mapToInt(ReachTable::entryCount).reduce(0, Math::addExact);
    var shelter = new int[entries];
    var millis = new int[entries];
    int row = 0;
    int entry = 0;
    for (var table : tables) {
      if (table.shelterCount != shelterCount) {
        throw new IllegalArgumentException("tables of " + shelterCount + " and of " + table.shelterCount + " shelters");
      }
      System.arraycopy(table.shelter, 0, shelter, entry, table.entryCount());
      System.arraycopy(table.millis, 0, millis, entry, table.entryCount());
      for (int point = 0; point < table.pointCount(); point++) {
        first[++row] = entry + table.firstEntry[point + 1];
      }
      entry += table.entryCount();
    }
    return new ReachTable(shelterCount, first, shelter, millis);
  }

  /** Each walk of either table, the shorter one where both have it: what can be walked on one layer can be walked on the other. */
  ReachTable withShorterOf(ReachTable other) {
    var first = new int[firstEntry.length];
    var shelters = new int[Math.addExact(entryCount(), other.entryCount())];
    var times = new int[shelters.length];
    int size = 0;
    for (int point = 0; point < pointCount(); point++) {
      int a = firstEntry[point];
      int b = other.firstEntry[point];
      int endA = firstEntry[point + 1];
      int endB = other.firstEntry[point + 1];
      while (a < endA || b < endB) {
        int here = a < endA ? shelter[a] : shelterCount;
        int there = b < endB ? other.shelter[b] : shelterCount;
        shelters[size] = Math.min(here, there);
        times[size++] = Math.min(here <= there ? millis[a] : CoverageResult.NO_WAY,
            there <= here ? other.millis[b] : CoverageResult.NO_WAY);
        a += here <= there ? 1 : 0;
        b += there <= here ? 1 : 0;
      }
      first[point + 1] = size;
    }
    return new ReachTable(shelterCount, first, Arrays.copyOf(shelters, size), Arrays.copyOf(times, size));
  }

  /** These points only. */
  ReachTable rows(int[] points) {
    var first = new int[points.length + 1];
    for (int row = 0; row < points.length; row++) {
      first[row + 1] = first[row] + firstEntry[points[row] + 1] - firstEntry[points[row]];
    }
    var shelters = new int[first[points.length]];
    var times = new int[shelters.length];
    for (int row = 0; row < points.length; row++) {
      int from = firstEntry[points[row]];
      System.arraycopy(shelter, from, shelters, first[row], first[row + 1] - first[row]);
      System.arraycopy(millis, from, times, first[row], first[row + 1] - first[row]);
    }
    return new ReachTable(shelterCount, first, shelters, times);
  }

  public int pointCount() {
    return firstEntry.length - 1;
  }

  public int entryCount() {
    return shelter.length;
  }
}
