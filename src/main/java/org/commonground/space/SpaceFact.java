package org.commonground.space;

import java.util.Locale;

/** What would have to be recorded, or be otherwise on the ground, for a test to end otherwise. */
public enum SpaceFact {
  /** The outline of the space. */
  OUTLINE,
  /** How much ground can be used; it hangs on what stands around. */
  EFFECTIVE_AREA,
  /** Heights of the buildings around. */
  BUILDING_HEIGHTS,
  /** Whether a building stands on its ground or lies below it. */
  BUILDING_STANDING,
  /** Whether people can cross its edge where a street runs along it. */
  OPEN_EDGE,
  /** Whether a recorded gate is open when it is needed. */
  GATE_OPEN,
  /** Where it is entered. */
  ENTRANCES,
  /** How steep the ground is. */
  SLOPE,
  /** Where the hazard is. */
  HAZARD_ZONES,
  /** How deep the water is. */
  WATER_DEPTH,
  /** How many storeys its buildings have. */
  STOREYS,
  /** Whether it is open ground. */
  OPEN_GROUND,
  /** Whether it is a building. */
  BUILDING,
  /** How far it is to what the test names. */
  DISTANCE,
  /** Whether a wheelchair gets in. */
  WHEELCHAIR_ENTRANCE,
  /** Whether a wheelchair can be used on its ground. */
  WHEELCHAIR_GROUND;

  /** The word used in answers: lower case with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
