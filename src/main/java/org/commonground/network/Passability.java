package org.commonground.network;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a group can use a street: yes, no, or not known because the fact that decides it is not recorded.
 *
 * <p>Every group: {@code access} no or private is closed, an unrecorded one is open, as OpenStreetMap's default for streets and
 * paths is. Stairs are closed to a group that has no speed on them. A group on wheels also needs, in this order: no
 * {@code wheelchair=no}; no raised kerb, no bad surface or smoothness and no incline above its limit, unless
 * {@code wheelchair=yes} says that it works on the ground; and a recorded good surface or smoothness. Where no incline is recorded
 * but the heights of the ground say that it is too steep, that is not known. Values are those of the
 * OpenStreetMap keys surface, smoothness, kerb, wheelchair and incline.
 */
enum Passability {
  YES, NO, UNKNOWN;

  private static final Set<String> CLOSED = Set.of("no", "private");
  private static final Set<String> GOOD_SURFACE = Set.of("paved", "asphalt", "concrete", "concrete:plates", "concrete:lanes",
      "paving_stones", "paving_stones:lanes", "bricks", "brick", "metal", "wood", "tartan", "rubber", "acrylic", "tiles",
      "chipseal");
  private static final Set<String> BAD_SURFACE = Set.of("unpaved", "gravel", "pebblestone", "rock", "stone", "ground", "dirt",
      "earth", "mud", "sand", "grass", "grass_paver", "woodchips", "snow", "ice", "salt", "cobblestone",
      "unhewn_cobblestone", "cobblestone:flattened", "stepping_stones", "shells", "clay");
  private static final Set<String> GOOD_SMOOTHNESS = Set.of("excellent", "good", "intermediate");
  private static final Set<String> BAD_SMOOTHNESS = Set.of("bad", "very_bad", "horrible", "very_horrible", "impassable");
  private static final Set<String> KERB_OF_ANY_HEIGHT = Set.of(Street.KERB_UNRECORDED, "rolled", "yes");
  private static final Set<String> WORKS = Set.of("yes", "designated");
  private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?\\d+(?:[.,]\\d+)?)\\s*(%|°)\\s*");

  static Passability of(Street street, Profile profile) {
    if (street.access() != null && CLOSED.contains(street.access())) {
      return NO;
    }
    if (street.steps() && profile.stairsMetresPerSecond() == 0) {
      return NO;
    }
    return profile.wheels() ? onWheels(street, profile) : YES;
  }

  private static Passability onWheels(Street street, Profile profile) {
    if ("no".equals(street.wheelchair())) {
      return NO;
    }
    if (WORKS.contains(orEmpty(street.wheelchair()))) {
      return YES;
    }
    if ("raised".equals(street.kerb()) || BAD_SURFACE.contains(orEmpty(street.surface()))
        || BAD_SMOOTHNESS.contains(orEmpty(street.smoothness()))) {
      return NO;
    }
    if (incline(street, profile) == NO) {
      return NO;
    }
    return doubts(street, profile).isEmpty() ? YES : UNKNOWN;
  }

  /** The facts that leave it open whether a group can use a street; none where that is known. */
  static EnumSet<StreetFact> missing(Street street, Profile profile) {
    return of(street, profile) == UNKNOWN ? doubts(street, profile) : EnumSet.noneOf(StreetFact.class);
  }

  private static EnumSet<StreetFact> doubts(Street street, Profile profile) {
    var doubts = EnumSet.noneOf(StreetFact.class);
    if (!GOOD_SURFACE.contains(orEmpty(street.surface())) && !GOOD_SMOOTHNESS.contains(orEmpty(street.smoothness()))) {
      doubts.add(StreetFact.SURFACE);
    }
    if (KERB_OF_ANY_HEIGHT.contains(orEmpty(street.kerb()))) {
      doubts.add(StreetFact.KERB);
    }
    if (incline(street, profile) != YES) {
      doubts.add(StreetFact.INCLINE);
    }
    if ("limited".equals(street.wheelchair())) {
      doubts.add(StreetFact.WHEELCHAIR);
    }
    return doubts;
  }

  private static Passability incline(Street street, Profile profile) {
    return street.incline() == null ? measured(street, profile) : inclineWithin(street.incline(), profile.maxGradePercent());
  }

  /** Heights from afar are too coarse to close a street, but they bring it in doubt. */
  private static Passability measured(Street street, Profile profile) {
    boolean steep = street.heights() != null && !street.steps()
        && 100 * street.heights().steepestGrade(street.lengthMm() / 1000.0) > profile.maxGradePercent();
    return steep ? UNKNOWN : YES;
  }

  /** An unrecorded incline counts as level; {@code up} and {@code down} say that there is one, but not how much. */
  private static Passability inclineWithin(String incline, double maxGradePercent) {
    if (incline == null || maxGradePercent >= 100) {
      return YES;
    }
    var number = NUMBER.matcher(incline);
    if (!number.matches()) {
      return "0".equals(incline.trim()) ? YES : UNKNOWN;
    }
    double value = Math.abs(Double.parseDouble(number.group(1).replace(',', '.')));
    double percent = "%".equals(number.group(2)) ? value : 100 * Math.tan(Math.toRadians(Math.min(value, 89)));
    return percent <= maxGradePercent ? YES : NO;
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }
}
