package org.commonground.ingest;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads single values out of OpenStreetMap tags. What cannot be read is null, never a guess. */
final class OsmTags {

  private static final Pattern METRES = Pattern.compile("\\s*(\\d+(?:[.,]\\d+)?)\\s*(m|meters?|metres?|cm)?\\s*");
  private static final Pattern FEET = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(?:ft|'(?:\\s*(\\d+(?:\\.\\d+)?)\\s*\")?)\\s*");
  private static final Pattern LEVELS = Pattern.compile("\\d{1,3}(\\.\\d+)?");
  /** No building is higher and no street wider. */
  private static final double MOST_METRES = 1000;
  private static final double MOST_LEVELS = 200;
  private static final double METRES_PER_FOOT = 0.3048;

  private OsmTags() {
  }

  /** Names by language code: {@code name:zh} is under {@code zh}. */
  static Map<String, String> names(Map<String, String> tags) {
    var names = new TreeMap<String, String>();
    tags.forEach((key, value) -> {
      if (key.startsWith("name:") && key.indexOf(':', 5) < 0 && !value.isBlank()) {
        names.put(key.substring(5), value);
      }
    });
    return names;
  }

  /** {@code 12}, {@code 12.5 m}, {@code 60cm}, {@code 40 ft} or {@code 6'3"} in metres; null where it is something else. */
  static Double metres(String value) {
    if (value == null) {
      return null;
    }
    var metres = METRES.matcher(value);
    if (metres.matches()) {
      double number = Double.parseDouble(metres.group(1).replace(',', '.'));
      return possible("cm".equals(metres.group(2)) ? number / 100 : number);
    }
    var feet = FEET.matcher(value);
    if (feet.matches()) {
      double inches = feet.group(2) == null ? 0 : Double.parseDouble(feet.group(2));
      return possible((Double.parseDouble(feet.group(1)) + inches / 12) * METRES_PER_FOOT);
    }
    return null;
  }

  private static Double possible(double metres) {
    return metres <= MOST_METRES ? metres : null;
  }

  /** Storeys: {@code 3}, {@code 2.5}; of several ({@code 3;4}) the highest; null where it is something else. */
  static Double levels(String value) {
    if (value == null) {
      return null;
    }
    Double highest = null;
    for (var part : value.split("[;,]")) {
      var text = part.strip();
      if (!LEVELS.matcher(text).matches() || Double.parseDouble(text) > MOST_LEVELS) {
        return null;
      }
      highest = Math.max(highest == null ? 0 : highest, Double.parseDouble(text));
    }
    return highest;
  }

  /** A population: digits, with points, commas, blanks or apostrophes between thousands; null where it is something else. */
  static Integer population(String value) {
    if (value == null) {
      return null;
    }
    var digits = value.trim();
    if (digits.matches("\\d{1,3}([., '’\\u00a0\\u202f]\\d{3})+")) {
      digits = digits.replaceAll("\\D", "");
    }
    return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : null;
  }

  static boolean isYes(String value) {
    return value != null && !value.equals("no");
  }
}
