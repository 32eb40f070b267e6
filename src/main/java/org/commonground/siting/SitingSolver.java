package org.commonground.siting;

public final class SitingSolver {
  private SitingSolver() {
  }

  public static Object[] solve(MedianProblem problem, SitingLimits limits, SitingProgress progress) {
    long end = System.nanoTime() + 1_000_000 * limits.millis();
    var f = new Search(new MedianDemand(problem.rows()), problem.choice(), Search.Goal.LEAST, limits, end, progress).run(new int[0]);
    return new Object[] {f.loss(), f.bound(), f.nodes(), f.stopped()};
  }
}
