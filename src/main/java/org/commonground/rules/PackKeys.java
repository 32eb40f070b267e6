package org.commonground.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which figures a pack must have, and which it may have. What every pack needs is in the first list. A pack that extends another may
 * say the same keys and those of the second; the pack at the bottom may add keys that only it knows.
 */
final class PackKeys {

  private static final List<String> SCALE = List.of("weight", "zero", "full");

  private static final List<String> NEEDED = Stream.of(
      Stream.of("coverage.minutes", "night.speedFactor", "shelter.m2PerPerson", "people.leastLevels", "people.mostLevels",
          "blockage.damagePercent", "blockage.width1.belowMetres", "blockage.width1.perPercent", "blockage.width1.constantPercent",
          "blockage.rubble.freeMetres", "blockage.rubble.leastWidthMetres", "blockage.rubble.mostWidthMetres",
          "blockage.rubble.leastLevels", "blockage.rubble.mostLevels", "accessibility.people.zone1.minutes",
          "accessibility.people.zone1.weight", "accessibility.shelter.zone1.minutes", "accessibility.shelter.zone1.weight"),
      Stream.of("collapseShare", "mostSlopePercent", "waterBufferMetres", "treeShare", "reservedShare", "indoorShare", "leastLevels",
          "mostLevels", "metresPerLevel", "crownMetres").map(word -> "effective." + word),
      Stream.of("personsPerMinutePerMetre", "minutes", "leastWidthMetres", "mostWidthMetres", "directionDegrees")
          .map(word -> "entrance." + word),
      Stream.of("emergency.helpMetres"),
      Stream.of("hours1", "hours2", "hours3").map(word -> "mobilization." + word),
      Stream.of("minutes1", "minutes2", "minutes3", "greenM2PerPerson", "participationMetres").map(word -> "everyday." + word),
      scales("everyday", "peopleNearby", "area", "greenery", "amenities", "participation", "access", "hours"),
      scales("emergency", "room", "suitability", "entrances", "accessible", "helps", "peopleNearby", "distanceFromDanger"))
      .flatMap(keys -> keys).toList();

  private static final String HAZARD = "(any|earthquake|flood|inland-flood|storm-surge|tsunami|landslide|fire|volcano|epidemic|chemical)";

  private static final List<Pattern> OPTIONAL = Stream.of(
      "stay\\.(emergency|short|medium|long)\\.(m2PerPerson|indoorM2PerPerson|days|leastAreaM2|reachMetres)",
      "effective\\.hazardBufferMetres\\." + HAZARD,
      "suitability\\." + HAZARD + "\\.(leastEffectiveM2|leastWidthMetres|leastEntrances|leastDirections|mostSlopePercent|outsideZones|"
          + "outdoors|indoors|refugeFloor|wheelchair|distanceMetres\\.(fuel|gas|high-voltage|chemical)|"
          + "withinMetres\\.(hospital|fire-station|water|toilets))",
      "everyday\\.circle\\d+\\.(greenM2PerPerson|metres)",
      "blockage\\.width\\d+\\.(belowMetres|perPercent|constantPercent)", "blockage\\.rubble\\.atMetres\\d+",
      "accessibility\\.(people|shelter)\\.zone\\d+\\.(minutes|weight)").map(Pattern::compile).toList();

  /** Families of keys of which nothing but {@link #OPTIONAL} is known, in any pack. */
  private static final Pattern CLOSED = Pattern.compile(
      "(stay|suitability|effective\\.hazardBufferMetres|everyday\\.circle|blockage\\.rubble\\.atMetres).*");

  private PackKeys() {
  }

  private static Stream<String> scales(String life, String... names) {
    return Stream.of(names).flatMap(name -> SCALE.stream().map(part -> life + ".criteria." + name + "." + part));
  }

  private static boolean isOptional(String key) {
    return OPTIONAL.stream().anyMatch(pattern -> pattern.matcher(key).matches());
  }

  /** Refuses what nobody would ever ask for, so that a key misspelt does not silently leave the parent's figure standing. */
  static void checkKnown(RulePack own, RulePack parent, Map<String, PackNode> places) {
    own.figures().keySet().forEach(key -> {
      if (!parent.figures().containsKey(key) && !isOptional(key)) {
        throw places.get(key).mistake("is a key that neither pack " + parent.name() + " has nor the program asks for.");
      }
    });
  }

  static void checkNeeded(RulePack pack, PackNode root) {
    for (var key : NEEDED) {
      if (!pack.figures().containsKey(key)) {
        throw root.find("figures").orElse(root).mistake("lacks " + key + ", which the program needs.");
      }
    }
    for (var family : List.of("stay.", "blockage.rubble.atMetres")) {
      if (pack.figures().keySet().stream().noneMatch(key -> key.startsWith(family))) {
        throw root.find("figures").orElse(root).mistake("lacks any figure " + family + "…, of which the program needs one.");
      }
    }
    if (pack.movements().isEmpty()) {
      throw root.find("movements").orElse(root).mistake("must say how at least one group moves.");
    }
    if (pack.parent() == null) {
      pack.figures().keySet().stream().filter(key -> CLOSED.matcher(key).matches() && !isOptional(key)).findFirst().ifPresent(key -> {
        throw root.child("figures").child(key).mistake("is a key that the program does not ask for.");
      });
    }
  }
}
