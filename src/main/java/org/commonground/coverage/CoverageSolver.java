package org.commonground.coverage;

/** Answers coverage questions. Stub to be replaced: see the contract of {@link CoverageResult}. */
public final class CoverageSolver {

  private CoverageSolver() {
  }

  public static CoverageResult solve(CoverageProblem problem) {
    throw new UnsupportedOperationException("coverage of " + problem.places().count() + " places");
  }
}
