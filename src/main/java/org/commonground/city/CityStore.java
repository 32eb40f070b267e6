package org.commonground.city;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps cities. Saving happens whole or not at all, and a reader sees either the old city or the new one. */
public interface CityStore {

  /** What there is to choose from, by name in alphabetical order. */
  List<Entry> list();

  /** The entry of one area; empty where there is none of this name. Cheap: asked before every answer. */
  Optional<Entry> findEntry(String area);

  /** The whole city; empty where there is none of this name. */
  Optional<City> find(String area);

  /**
   * Saves a city.
   *
   * @param replace whether a city of this name may be swapped for this one
   * @throws InvalidInput {@link InvalidInput.Code#AREA_EXISTS} where one exists and {@code replace} is false
   */
  void save(City city, boolean replace);

  /**
   * One area in a list.
   *
   * @param version changes with every save of the area
   * @param counts  rows by layer, in the order of the layers
   * @param issues  import issues by kind, most first
   * @param hazards what can be switched on
   * @param elevation whether heights are known along its streets
   */
  record Entry(Area area, long version, Map<String, Integer> counts, Map<String, Integer> issues, List<HazardLayer> hazards,
      boolean elevation) {
  }
}
