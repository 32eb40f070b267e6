package org.commonground.benchmark;

import java.nio.file.*;
import java.util.*;
import org.commonground.siting.*;

/** Scratch. */
public final class SitingBenchmark {
  public static void main(String[] a) throws Exception {
    double total = 0;
    int from = a.length > 0 ? Integer.parseInt(a[0]) : 1;
    int to = a.length > 1 ? Integer.parseInt(a[1]) : 40;
    var opt = new HashMap<String, Double>();
    for (var l : Files.readAllLines(Path.of("/work/shared/data/siting/orlib/pmedopt.txt"))) {
      var s = l.strip().split("\\s+");
      if (s.length == 2) opt.put(s[0], Double.valueOf(s[1]));
    }
    for (int k = from; k <= to; k++) {
      var sc = new StringTokenizer(Files.readString(Path.of("/work/shared/data/siting/orlib/pmed" + k + ".txt")));
      int n = Integer.parseInt(sc.nextToken()), m = Integer.parseInt(sc.nextToken()), p = Integer.parseInt(sc.nextToken());
      var map = new LinkedHashMap<Long, Integer>();
      for (int e = 0; e < m; e++) {
        int u = Integer.parseInt(sc.nextToken()) - 1, v = Integer.parseInt(sc.nextToken()) - 1, c = Integer.parseInt(sc.nextToken());
        map.put((long) Math.min(u, v) * n + Math.max(u, v), c);
      }
      int[] f = new int[map.size()], t = new int[f.length];
      double[] len = new double[f.length];
      int i = 0;
      for (var e : map.entrySet()) { f[i] = (int) (e.getKey() / n); t[i] = (int) (e.getKey() % n); len[i++] = e.getValue(); }
      long t0 = System.nanoTime();
      var d = AllPairs.distances(n, f, t, len);
      var w = new double[n]; Arrays.fill(w, 1);
      var rows = MedianRows.of(d, w, Double.POSITIVE_INFINITY);
      long t1 = System.nanoTime();
      var r = SitingSolver.solve(new MedianProblem(SiteChoice.atMost(p, n), rows), SitingLimits.seconds(60), SitingProgress.NONE);
      double s = (System.nanoTime() - t1) / 1e9;
      total += s;
      System.out.printf("pmed%d n %d p %d %s opt %s  prep %.2f solve %.2f%n", k, n, p, r.value() + " " + r.bound() + " " + r.branches() + " " + r.stopped(), opt.get("pmed" + k), (t1 - t0) / 1e9, s);
    }
    System.out.printf("total %.1f%n", total);
  }
}
