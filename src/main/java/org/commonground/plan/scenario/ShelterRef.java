package org.commonground.plan.scenario;

/**
 * Which shelter an edit is about, said so that it can be found again when the area has been imported anew.
 *
 * @param id       number inside its area when the edit was made; of an added one, its number among those added, from 0
 * @param added    whether the scenario added it
 * @param sourceId of an own one, row or feature id in its source; null where there was none
 * @param name     null where none was recorded
 * @param lon      degrees east of the middle of its extent
 * @param lat      degrees north
 */
public record ShelterRef(int id, boolean added, String sourceId, String name, double lon, double lat) {

  /**
   * As a caller names it: by its number in the scenario.
   *
   * @param id the area's own from 0, then those the scenario adds
   */
  public static ShelterRef asked(int id) {
    return new ShelterRef(id, false, null, null, Double.NaN, Double.NaN);
  }

  /** For a sentence. */
  String words() {
    return (name == null ? "shelter without a name" : "shelter \"" + name + "\"")
        + (added ? " that the scenario adds" : sourceId == null ? "" : " (" + sourceId + ")");
  }
}
