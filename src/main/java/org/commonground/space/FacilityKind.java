package org.commonground.space;

import java.util.Locale;

/**
 * What lies in and around spaces and bears on what they are worth: what people use there, what is dangerous near by, and who helps.
 *
 * <ul>
 *   <li>{@link #SEAT} is a bench, a picnic table or a roofed shelter; {@link #SHADE} a tree, a row of trees or a wood.
 *   <li>{@link #HIGH_VOLTAGE} is an overhead line of 100 kV or more.
 *   <li>{@link #BARRIER_GATE} is a gate, bollard or opening on the outline of a space.
 *   <li>{@link #WATER} is a source of water in need: a well, spring, tank, water tower or reservoir.
 * </ul>
 */
public enum FacilityKind {
  TOILETS, DRINKING_WATER, PLAY, SPORT, SEAT, SHADE, FUEL, GAS, HIGH_VOLTAGE, CHEMICAL, HOSPITAL, CLINIC, FIRE_STATION, POLICE,
  COMMUNITY_CENTRE, LIBRARY, TOWN_HALL, MARKET, STAGE, SCHOOL, PLACE_OF_WORSHIP, BARRIER_GATE, WATER;

  /** The word used in files, addresses and answers: lower case with hyphens, such as {@code drinking-water}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
