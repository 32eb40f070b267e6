package org.commonground.cli;

import org.commonground.plan.CoverageQuery;
import org.commonground.plan.coverage.ExpectedQuery;
import picocli.CommandLine.Option;

/** What a question may say about collapsing buildings. */
final class CollapseOptions {

  @Option(names = "--damage", description = "buildings that collapse, of 100: 0 to 100")
  private Double damage;

  @Option(names = "--samples", description = "how often to look, 10 to 2000 (default 200)")
  private Integer samples;

  @Option(names = "--seed", description = "of the chances (default 0)")
  private Long seed;

  @Option(names = "--model", description = "tokyo or width (by street width), or rubble (by the buildings beside); default tokyo")
  private String model;

  ExpectedQuery query(CoverageQuery coverage) {
    return new ExpectedQuery(coverage, damage, samples, seed, model);
  }
}
