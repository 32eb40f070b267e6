package org.commonground.network;

import java.util.Arrays;

/**
 * The places of a search that wait for their turn, by region and by time.
 *
 * <ol>
 *   <li>The array that a search works on, see {@link Blocks}, is cut into regions that fit the processor's own cache. Nodes are
 *       numbered along a curve that fills the plane, so a region is a quarter of the city.
 *   <li>The region where somebody waits with the least time of all is visited next, for a window of time from there.
 *   <li>Inside it places wait in buckets by time; the bucket with the least times is emptied first, in the order of arrival.
 *   <li>Who is in another region, or beyond the window, is sent there and waits for that region's next visit.
 * </ol>
 *
 * <p>Buckets are Δ-stepping (Meyer and Sanders, Δ-stepping: a parallelizable shortest path algorithm, 2003) on one thread: they
 * need no heap, and the few nodes expanded twice cost less than ordering them all. Regions are the same thought in space: a label
 * that comes over the edge late may better what a visit has found, so some nodes near edges are expanded twice; but a search that
 * stays in the cache for a visit does not wait for memory at each step, and its time grows as the city does. Labels at the end are
 * the same in any order of the work.
 */
final class Frontier {

  /** Of places: half a megabyte. */
  static final int REGION_BITS = 16;
  /** Of milliseconds: about a third of an average city street at walking speed. Porto's sweep takes the same time from 13 to 16. */
  private static final int BUCKET_BITS = 14;
  private static final int BUCKET_SHIFT = 32 + BUCKET_BITS;
  /** Buckets of a window, together 140 minutes; a power of two. */
  private static final int WINDOW = 512;
  /** From so many waiting on, a region is cheaper read in one go than place by place. */
  private static final int CROWD = 20;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final int[] NOBODY = {};
  private static final long[] NOTHING = {};

  private final long[] block;
  private final int regionBits;
  /** By region, of all that wait there: number of the bucket, and in the lower half the place. */
  private final long[][] sent;
  private final int[] sentCount;
  /** By region: the least bucket of {@link #sent}. */
  private final int[] earliest;
  /** Those of the region at hand. */
  private final int[][] bucket = new int[WINDOW][];
  private final int[] size = new int[WINDOW];
  private int region;
  private int begin;
  private int end;
  private int last;
  /** Keeps the compiler from leaving out what is only read to have it near. */
  private long read;

  /**
   * @param block      what the search works on
   * @param regionBits of the places in a region; {@link #REGION_BITS} but for small cases that want many
   */
  Frontier(long[] block, int regionBits) {
    this.block = block;
    this.regionBits = regionBits;
    int regions = (block.length >>> regionBits) + 1;
    sent = new long[regions][];
    sentCount = new int[regions];
    earliest = new int[regions];
    Arrays.fill(sent, NOTHING);
    Arrays.fill(earliest, NEVER);
    Arrays.fill(bucket, NOBODY);
  }

  static int bucketOf(long label) {
    return (int) (label >>> BUCKET_SHIFT);
  }

  /** Nobody waits any more. */
  void clear() {
    Arrays.fill(sentCount, 0);
    Arrays.fill(earliest, NEVER);
    end = 0;
  }

  /** Who waits beyond the bucket of this time is not visited. */
  void limit(int millis) {
    last = millis >> BUCKET_BITS;
  }

  /** A place of any region waits with a label that it has been given. */
  void add(int place, long label) {
    int number = bucketOf(label);
    if (number < end && place >>> regionBits == region) {
      int at = number & WINDOW - 1;
      int count = size[at];
      var places = count == bucket[at].length ? grown(at) : bucket[at];
      places[count] = place;
      size[at] = count + 1;
    } else {
      send(place, number);
    }
  }

  private int[] grown(int at) {
    bucket[at] = Arrays.copyOf(bucket[at], Math.max(64, 2 * bucket[at].length));
    return bucket[at];
  }

  private void send(int place, int number) {
    int to = place >>> regionBits;
    int count = sentCount[to];
    if (count == sent[to].length) {
      sent[to] = Arrays.copyOf(sent[to], Math.max(64, 2 * count));
    }
    sent[to][count] = (long) number << 32 | place;
    sentCount[to] = count + 1;
    earliest[to] = Math.min(earliest[to], number);
  }

  /** Goes on to the next region, all buckets of this one being empty. Returns whether there is one within the limit. */
  boolean nextRegion() {
    region = 0;
    for (int other = 1; other < earliest.length; other++) {
      if (earliest[other] < earliest[region]) {
        region = other;
      }
    }
    begin = earliest[region];
    if (begin > last) {
      end = 0;
      return false;
    }
    end = Math.min(begin + WINDOW, last + 1);
    open();
    return true;
  }

  private void open() {
    var waiting = sent[region];
    int count = sentCount[region];
    if (count >= CROWD) {
      readRegion();
    }
    int left = 0;
    earliest[region] = NEVER;
    for (int i = 0; i < count; i++) {
      int number = (int) (waiting[i] >>> 32);
      if (number < end) {
        add((int) waiting[i], (long) number << BUCKET_SHIFT);
      } else {
        waiting[left++] = waiting[i];
        earliest[region] = Math.min(earliest[region], number);
      }
    }
    sentCount[region] = left;
  }

  private void readRegion() {
    long sum = 0;
    for (int i = region << regionBits, to = Math.min(block.length, region + 1 << regionBits); i < to; i += 8) {
      sum += block[i];
    }
    read += sum;
  }

  /** Number of the first bucket to be emptied in this region. */
  int begin() {
    return begin;
  }

  /** Behind the last bucket to be emptied in this region. */
  int end() {
    return end;
  }

  /** How many wait in a bucket; more may come while it is emptied. */
  int count(int number) {
    return size[number & WINDOW - 1];
  }

  /** Who waits in a bucket, in the order of arrival; another array when it has grown. */
  int[] places(int number) {
    return bucket[number & WINDOW - 1];
  }

  void emptied(int number) {
    size[number & WINDOW - 1] = 0;
  }
}
