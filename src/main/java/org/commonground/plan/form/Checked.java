package org.commonground.plan.form;

import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;

/** Values as they may be asked for and kept; what may not is refused in one sentence with field, value and limit. */
public final class Checked {

  public static final int TITLE_CHARACTERS = 200;
  public static final int REASON_CHARACTERS = 2000;
  public static final Limit CAPACITY = new Limit(0, 1_000_000);

  private static final int SHOWN_CHARACTERS = 60;

  private Checked() {
  }

  /** Without blanks around it; null for a text that is null or blank. */
  public static String text(String field, String text, int mostCharacters) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var kept = text.strip();
    int characters = kept.codePointCount(0, kept.length());
    if (characters > mostCharacters) {
      throw refused(field, field + " has " + characters + " characters, but may have at most " + mostCharacters + ".");
    }
    kept.codePoints().filter(Checked::isNoText).findFirst().ifPresent(found -> {
      throw refused(field, String.format("%s holds U+%04X, but may hold only characters that can be shown.", field, found));
    });
    return kept;
  }

  /** Control characters but for the ends of lines and tabs, and halves of characters. */
  private static boolean isNoText(int codePoint) {
    return Character.isISOControl(codePoint) && "\n\r\t".indexOf(codePoint) < 0
        || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** A text of one line. */
  public static String line(String field, String text, int mostCharacters) {
    var kept = text(field, text, mostCharacters);
    if (kept != null && kept.lines().count() > 1) {
      throw refused(field, field + " has " + kept.lines().count() + " lines, but may have only 1.");
    }
    return kept;
  }

  /** A text of one line that must not be left out. */
  public static String needed(String field, String text, int mostCharacters) {
    var kept = line(field, text, mostCharacters);
    if (kept == null) {
      throw refused(field, field + " is missing: give 1 to " + mostCharacters + " characters.");
    }
    return kept;
  }

  /** With seven decimals, about a centimetre. */
  public static double lon(double lon) {
    return degrees("lon", lon, 180);
  }

  /** With seven decimals, about a centimetre. */
  public static double lat(double lat) {
    return degrees("lat", lat, 90);
  }

  private static double degrees(String field, double value, int most) {
    if (!(Math.abs(value) <= most)) {
      throw refused(field, field + " is " + value + ", but must be -" + most + " to " + most + ".");
    }
    return Places.degrees(value);
  }

  /** Null is not recorded. */
  public static Integer capacity(Integer capacity) {
    if (capacity != null && (capacity < CAPACITY.min() || capacity > CAPACITY.max())) {
      throw refused("capacity", "capacity is " + capacity + ", but must be " + CAPACITY.min() + " to " + CAPACITY.max() + ".");
    }
    return capacity;
  }

  /** @param otherwise what is meant where nothing is asked for */
  public static int within(String field, Integer asked, int otherwise, Limit limit) {
    int value = asked == null ? otherwise : asked;
    if (value < limit.min() || value > limit.max()) {
      throw refused(field, field + " is " + value + ", but must be " + limit.min() + " to " + limit.max() + ".");
    }
    return value;
  }

  /** A caller's value in a sentence: texts in quotation marks, long ones cut. */
  public static String shown(Object value) {
    var words = value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
    return words.length() <= SHOWN_CHARACTERS ? words : words.substring(0, SHOWN_CHARACTERS) + "…";
  }

  /** To be thrown. */
  public static InvalidInput refused(String field, String sentence) {
    return new InvalidInput(Code.OPTION, field, sentence);
  }
}
