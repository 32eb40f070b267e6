package org.commonground.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the figures of one pack go together.
 *
 * <ol>
 * <li>Units are those that the key's name says, values within what such a unit allows.
 * <li>What is least is not above what is most.
 * <li>Numbered sets are complete, and rise.
 * <li>The longer the stay, the more room and days.
 * <li>Of each life some criterion weighs, and each scale has two ends.
 * </ol>
 */
final class PackChecks {

  /** Unit by how a key ends; the first that fits. */
  private static final Map<Pattern, String> UNITS = new LinkedHashMap<>();
  private static final Pattern FLAG = Pattern.compile(".*\\.(outsideZones|outdoors|indoors|refugeFloor|wheelchair)");
  private static final Pattern CRITERION = Pattern.compile("(everyday|emergency)\\.criteria\\.(\\w+)\\.(weight|zero|full)");
  /** Not square metres, and not the heights of buildings that rubble is told for. */
  private static final Pattern NUMBERED = Pattern.compile("(.*[^\\dM])(?<!\\.atMetres)(\\d+)(|\\..+)");
  private static final List<String> STAYS = List.of("emergency", "short", "medium", "long");
  private static final int MOST_MINUTES = 120;

  static {
    UNITS.put(FLAG, "0 or 1");
    UNITS.put(Pattern.compile(".*\\.perPercent"), "%/%");
    UNITS.put(Pattern.compile(".*[mM]2PerPerson"), "m2/person");
    UNITS.put(Pattern.compile(".*M2"), "m2");
    UNITS.put(Pattern.compile(".*\\.personsPerMinutePerMetre"), "persons/min/m");
    UNITS.put(Pattern.compile(".*(Metres|\\.metres|Metres\\.[a-z-]+|metresPerLevel)"), "m");
    UNITS.put(Pattern.compile(".*Percent"), "%");
    UNITS.put(Pattern.compile(".*(Share|\\.weight|Factor|atMetres\\d+)"), "share");
    UNITS.put(Pattern.compile(".*[mM]inutes\\d?"), "min");
    UNITS.put(Pattern.compile(".*\\.days"), "d");
    UNITS.put(Pattern.compile(".*Degrees"), "degrees");
    UNITS.put(Pattern.compile(".*Levels"), "storeys");
  }

  private final RulePack pack;
  private final Map<String, PackNode> places;

  /** @param places where each figure of the pack stands, by key */
  PackChecks(RulePack pack, Map<String, PackNode> places) {
    this.pack = pack;
    this.places = places;
  }

  /** @throws RulePackMistake where they do not */
  void check() {
    pack.figures().keySet().forEach(this::checkUnit);
    checkLeastAndMost();
    checkNumbered();
    checkStays();
    checkCriteria();
  }

  private void checkUnit(String key) {
    var figure = pack.get(key);
    UNITS.entrySet().stream().filter(rule -> rule.getKey().matcher(key).matches()).findFirst().ifPresent(rule -> {
      if (!rule.getValue().equals(figure.unit())) {
        throw places.get(key).child("unit").mistake("is " + figure.unit() + ", but such a figure is in " + rule.getValue() + ".");
      }
    });
    var node = places.get(key).child("value");
    boolean flag = figure.unit().equals("0 or 1");
    if (flag && figure.value() != 0 && figure.value() != 1) {
      throw node.mistake("is " + figure.value() + ", but must be 0 or 1.");
    }
    if (key.equals("coverage.minutes") && (figure.value() < 1 || figure.value() != Math.rint(figure.value()))) {
      throw node.mistake("is " + figure.value() + ", but must be a whole number from 1 to " + MOST_MINUTES + ".");
    }
    node.number(key.endsWith(".constantPercent") ? -100 : 0, most(key, figure.unit()));
    if (key.endsWith("m2PerPerson") && figure.value() == 0 || key.endsWith(".speedFactor") && figure.value() == 0) {
      throw node.mistake("is 0, but must be above 0.");
    }
  }

  private static double most(String key, String unit) {
    return switch (unit) {
      case "share" -> 1;
      case "%" -> 100;
      case "min" -> key.equals("coverage.minutes") ? MOST_MINUTES : 1440;
      case "degrees" -> 180;
      default -> 1e9;
    };
  }

  private void checkLeastAndMost() {
    for (var least : pack.figures().keySet()) {
      int at = least.lastIndexOf(".least");
      var most = at < 0 ? "" : least.substring(0, at) + ".most" + least.substring(at + ".least".length());
      if (pack.figures().containsKey(most) && pack.value(least) > pack.value(most)) {
        throw blamed(most, least).mistake("cannot be: " + said(least) + ", but " + said(most) + ".");
      }
    }
  }

  private void checkNumbered() {
    var sets = new TreeMap<String, TreeMap<Integer, TreeSet<String>>>();
    for (var key : pack.figures().keySet()) {
      var parts = NUMBERED.matcher(key);
      if (parts.matches()) {
        sets.computeIfAbsent(parts.group(1), none -> new TreeMap<>()).computeIfAbsent(Integer.valueOf(parts.group(2)),
            none -> new TreeSet<>()).add(parts.group(3));
      }
    }
    sets.forEach((name, set) -> {
      var whole = new TreeSet<String>();
      set.values().forEach(whole::addAll);
      for (int number = 1; number <= set.lastKey(); number++) {
        for (var part : whole) {
          if (!set.getOrDefault(number, new TreeSet<>()).contains(part)) {
            var there = name + set.lastKey() + set.get(set.lastKey()).first();
            throw places.get(there).mistake("stands without " + name + number + part + ".");
          }
        }
      }
      for (var part : whole) {
        var keys = set.keySet().stream().map(number -> name + number + part).toList();
        if (part.isEmpty() || part.equals(".minutes") || part.equals(".belowMetres") || part.equals(".metres")) {
          checkRising(keys, false);
        } else if (part.equals(".weight")) {
          var falling = new ArrayList<>(keys);
          Collections.reverse(falling);
          checkRising(falling, true);
        }
      }
    });
  }

  private void checkStays() {
    for (var quantity : List.of("m2PerPerson", "indoorM2PerPerson", "days")) {
      checkRising(STAYS.stream().map(stay -> "stay." + stay + "." + quantity).filter(pack.figures()::containsKey).toList(),
          !quantity.equals("days"));
    }
  }

  private void checkRising(List<String> keys, boolean mayStay) {
    for (int i = 1; i < keys.size(); i++) {
      double before = pack.value(keys.get(i - 1));
      double value = pack.value(keys.get(i));
      if (value < before || value == before && !mayStay) {
        throw blamed(keys.get(i), keys.get(i - 1)).mistake("cannot be: " + said(keys.get(i)) + ", but " + said(keys.get(i - 1)) + ".");
      }
    }
  }

  private void checkCriteria() {
    for (var life : List.of("everyday", "emergency")) {
      var weights = criteria(life, "weight").toList();
      if (!weights.isEmpty() && weights.stream().allMatch(key -> pack.value(key) == 0)) {
        throw weights.stream().filter(this::isOwn).findFirst().map(places::get).orElse(places.get(weights.get(0)))
            .mistake("is 0, as all weights of " + life + ": one must be above 0.");
      }
      criteria(life, "zero").forEach(zero -> {
        var full = zero.substring(0, zero.length() - "zero".length()) + "full";
        if (pack.figures().containsKey(full) && pack.value(zero) == pack.value(full)) {
          throw blamed(full, zero).mistake("cannot be: " + said(zero) + ", as " + full + ": a scale needs two ends.");
        }
      });
    }
  }

  private Stream<String> criteria(String life, String part) {
    return pack.figures().keySet().stream().filter(key -> {
      var parts = CRITERION.matcher(key);
      return parts.matches() && parts.group(1).equals(life) && parts.group(3).equals(part);
    });
  }

  /** The figure that the pack says itself, the first of two. */
  private PackNode blamed(String first, String second) {
    return places.get(isOwn(first) || !isOwn(second) ? first : second);
  }

  private boolean isOwn(String key) {
    return pack.get(key).pack().equals(pack.name());
  }

  private String said(String key) {
    return key + " is " + pack.value(key) + (isOwn(key) ? "" : " in pack " + pack.get(key).pack());
  }
}
