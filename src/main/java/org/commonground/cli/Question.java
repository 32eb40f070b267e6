package org.commonground.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every question about an area may say. */
final class Question {

  @Parameters(paramLabel = "AREA", description = "name of the area")
  String area;

  @Option(names = "--profile", description = "how people move: adult, elderly, child or wheelchair")
  String profile;

  @Option(names = "--minutes", description = "what counts as in time, 1 to 120")
  Integer minutes;
}
