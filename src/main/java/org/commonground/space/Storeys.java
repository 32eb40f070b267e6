package org.commonground.space;

/**
 * How high a building is and how many storeys it has: as recorded, else one from the other, else between the least and the most
 * storeys that the rule pack assumes. Only the figures that a building needs are read.
 */
final class Storeys {

  private Storeys() {
  }

  /** Metres, the higher first: a higher building falls farther. */
  static Range heightM(BuildingShape building, CitedFigures rules) {
    if (building.heightM() != null) {
      return Range.exact(building.heightM());
    }
    var levels = levels(building, rules);
    return new Range(levels.optimistic() * metresPerLevel(rules), levels.pessimistic() * metresPerLevel(rules));
  }

  /** Storeys above ground, the fewer first: fewer hold less. */
  static Range levels(BuildingShape building, CitedFigures rules) {
    if (building.levels() != null) {
      return Range.exact(building.levels());
    }
    if (building.heightM() != null) {
      return Range.exact(Math.max(1, Math.floor(building.heightM() / metresPerLevel(rules))));
    }
    return new Range(rules.value("effective.leastLevels"), rules.value("effective.mostLevels"));
  }

  static double metresPerLevel(CitedFigures rules) {
    return rules.value("effective.metresPerLevel");
  }
}
