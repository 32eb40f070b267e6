package org.commonground.coverage;

/**
 * Chance that depends on nothing but its numbers: neither on the order of the work nor on who does it. One item's chance in one
 * sample is one output of the generator SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014),
 * whose seed is the sample's own output.
 */
final class Chance {

  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private Chance() {
  }

  /** Evenly spread from 0 to 1, without it. */
  static double of(long seed, int sample, int item) {
    return (mix(mix(seed + GAMMA * (sample + 1L)) + GAMMA * (item + 1L)) >>> 11) * 0x1p-53;
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
