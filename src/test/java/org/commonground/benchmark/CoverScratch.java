package org.commonground.benchmark;

import java.util.*;
import org.commonground.siting.*;

/** Scratch. */
public final class CoverScratch {
  static double[][] points(Random r, int n, boolean clustered, double size) {
    double[] x = new double[n], y = new double[n];
    int k = 25;
    double[] cx = r.doubles(k).map(v -> v * size).toArray(), cy = r.doubles(k).map(v -> v * size).toArray(), s = r.doubles(k).map(v -> size * (0.02 + 0.08 * v)).toArray();
    for (int i = 0; i < n; i++) {
      int c = r.nextInt(k);
      boolean u = !clustered || r.nextInt(5) == 0;
      do {
      x[i] = u ? r.nextDouble() * size : cx[c] + s[c] * r.nextGaussian();
      y[i] = u ? r.nextDouble() * size : cy[c] + s[c] * r.nextGaussian();
      } while (x[i] < 0 || x[i] > size || y[i] < 0 || y[i] > size);
    }
    return new double[][] {x, y};
  }

  /** city n p size seed | gen n m clustered avg p */
  public static void main(String[] a) throws Exception {
    int n = Integer.parseInt(a[1]), p;
    double seconds = Double.parseDouble(a[a.length - 2]), gap = Double.parseDouble(a[a.length - 1]);
    CoverRows rows;
    int m;
    long t0 = System.nanoTime();
    if (a[0].equals("city")) {
      p = Integer.parseInt(a[2]);
      m = n;
      double size = Double.parseDouble(a[3]);
      var r = new Random(Integer.parseInt(a[4]));
      var q = points(r, n, true, size);
      var w = r.ints(n, 1, 200).asDoubleStream().toArray();
      rows = Discs.rows(q[0], q[1], w, q[0], q[1], 800);
    } else {
      m = Integer.parseInt(a[2]);
      boolean clustered = a[3].equals("c");
      double avg = Double.parseDouble(a[4]);
      p = Integer.parseInt(a[5]);
      double radius = 10_000 * Math.sqrt(avg / m / Math.PI);
      var r = new Random(7);
      var c = points(r, m, clustered, 10_000);
      var q = points(new Random(7), n, clustered, 10_000);
      var w = r.ints(n, 1, 100).asDoubleStream().toArray();
      rows = Discs.rows(q[0], q[1], w, c[0], c[1], radius);
    }
    System.gc();
    System.out.printf("%s rows %d entries %d total %.0f alone %.0f built %.1f s, %d MB%n", String.join(" ", a), rows.weight().length, rows.site().length, rows.total(), rows.alone(), (System.nanoTime() - t0) / 1e9, (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    long t1 = System.nanoTime();
    var last = new long[1];
    var re = SitingSolver.solve(new CoverProblem(SiteChoice.atMost(p, m), rows), SitingLimits.seconds(seconds).gap(gap), (v, b) -> {
      if (System.nanoTime() - last[0] > 3e9) { last[0] = System.nanoTime(); System.out.printf("  %.1f s value %.0f bound %.0f gap %.4f %%%n", (System.nanoTime() - t1) / 1e9, v, b, 100 * (b - v) / v); }
    });
    double v = re.value(), b = re.bound();
    System.out.printf("%s gap %.4f %% %.1f s %d MB%n", re.value() + " " + re.bound() + " " + re.branches() + " " + re.stopped(), 100 * (b - v) / v, (System.nanoTime() - t1) / 1e9, (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }
}
