package org.commonground.siting;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Tries every set of candidates. */
final class BruteForce {

  private BruteForce() {
  }

  /** The least of a measure over all sets that the choice allows; infinite where none is finite. */
  static double least(SiteChoice choice, ToDoubleFunction<boolean[]> measure) {
    double least = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << choice.candidates(); set++) {
      var in = new boolean[choice.candidates()];
      for (int site = 0; site < in.length; site++) {
        in[site] = (set >> site & 1) == 1;
      }
      if (allowed(choice, in)) {
        least = Math.min(least, measure.applyAsDouble(in));
      }
    }
    return least;
  }

  static boolean allowed(SiteChoice choice, boolean[] in) {
    return count(in) <= choice.most() && sum(choice.cost(), in) <= choice.budget()
        && Arrays.stream(choice.open()).allMatch(site -> in[site]) && Arrays.stream(choice.closed()).noneMatch(site -> in[site])
        && Arrays.stream(choice.tooClose()).noneMatch(pair -> in[pair[0]] && in[pair[1]]);
  }

  static boolean[] set(int candidates, int[] sites) {
    var in = new boolean[candidates];
    Arrays.stream(sites).forEach(site -> in[site] = true);
    return in;
  }

  static int count(boolean[] in) {
    return (int) IntStream.range(0, in.length).filter(site -> in[site]).count();
  }

  static double sum(double[] values, boolean[] in) {
    return IntStream.range(0, values.length).filter(site -> in[site]).mapToDouble(site -> values[site]).sum();
  }

  /** Every row pays for the nearest. */
  static double median(MedianRows rows, boolean[] in) {
    double sum = 0;
    for (int row = 0; row < rows.count(); row++) {
      double least = rows.beyond()[row];
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        least = in[rows.site()[entry]] ? Math.min(least, rows.cost()[entry]) : least;
      }
      sum += least;
    }
    return sum;
  }

  static double worst(MedianRows rows, boolean[] in) {
    double worst = 0;
    for (int row = 0; row < rows.count(); row++) {
      double least = Double.POSITIVE_INFINITY;
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        least = in[rows.site()[entry]] ? Math.min(least, rows.cost()[entry]) : least;
      }
      worst = Math.max(worst, least);
    }
    return worst;
  }

  static double covered(CoverRows rows, double[] lost, boolean[] in) {
    double sum = 0;
    for (int row = 0; row < rows.count(); row++) {
      int covering = 0;
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        covering += in[rows.site()[entry]] ? 1 : 0;
      }
      sum += rows.weight()[row] * (1 - lost[Math.min(covering, lost.length - 1)]);
    }
    return sum;
  }

  /** People with room: the least cut, over all ways to give up some of the open sites and keep the rest (Ford and Fulkerson). */
  static double placed(CoverRows rows, double[] capacity, boolean[] in) {
    double least = Double.POSITIVE_INFINITY;
    for (int full = 0; full < 1 << in.length; full++) {
      double cut = 0;
      var free = in.clone();
      for (int site = 0; site < in.length; site++) {
        if ((full >> site & 1) == 1) {
          cut += in[site] ? capacity[site] : 0;
          free[site] = false;
        }
      }
      least = Math.min(least, cut + covered(rows, new double[] {1, 0}, free));
    }
    return least;
  }
}
