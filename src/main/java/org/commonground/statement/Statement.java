package org.commonground.statement;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that an answer says in words.
 *
 * @param code     which sentence it is; {@link #VERBATIM} where it is a sentence of which nothing more is known
 * @param values   by the names of its blanks: numbers, words, or lists of either
 * @param sentence the same in English
 */
public record Statement(String code, Map<String, Object> values, String sentence) {

  /** Code of a sentence that has no code of its own, such as one kept by an older version. */
  public static final String VERBATIM = "verbatim";

  private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

  public Statement {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static Statement of(Wording wording, Object... given) {
    var values = new LinkedHashMap<String, Object>();
    BLANK.matcher(wording.english()).results().forEach(blank -> values.putIfAbsent(blank.group(1), null));
    if (values.size() != given.length) {
      throw new IllegalArgumentException(wording.code() + " has " + values.size() + " blanks, but " + given.length + " values are given");
    }
    int next = 0;
    for (var value : values.entrySet()) {
      value.setValue(checked(given[next++], wording));
    }
    return new Statement(wording.code(), values, sentence(wording.english(), values));
  }

  /** A sentence as it is, in English. */
  public static Statement verbatim(String sentence) {
    return new Statement(VERBATIM, Map.of(), sentence);
  }

  /** Whether it is this sentence, with whatever values. */
  public boolean is(Wording wording) {
    return code.equals(wording.code());
  }

  private static Object checked(Object value, Wording wording) {
    if (value instanceof Number || value instanceof String) {
      return value;
    }
    if (value instanceof List<?> list && list.stream().allMatch(each -> each instanceof Number || each instanceof String)) {
      return List.copyOf(list);
    }
    throw new IllegalArgumentException(wording.code() + " is given " + value);
  }

  private static String sentence(String english, Map<String, Object> values) {
    return BLANK.matcher(english).replaceAll(blank -> Matcher.quoteReplacement(said(values.get(blank.group(1)))));
  }

  /** Numbers to three decimals, without zeros behind; lists with "and" before the last. */
  private static String said(Object value) {
    if (value instanceof Number number) {
      return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
    if (value instanceof List<?> list) {
      var words = list.stream().map(Statement::said).toList();
      int last = words.size() - 1;
      return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
    return (String) value;
  }

  @Override
  public String toString() {
    return sentence;
  }
}
