package org.commonground.statement;

import java.util.Locale;

/** A sentence that answers may say, with blanks for values. Implemented by enums; codes are unique among all of them. */
public interface Wording {

  /** Name of the enum constant. */
  String name();

  /** The English sentence, with blanks such as {@code {metres}}. */
  String english();

  /** The code in answers: lower case with hyphens. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param values one for each blank, in the order in which blanks first appear: numbers in the unit that the sentence names, words of
   *               the rules and answers, names as they are recorded, or lists of these
   * @throws IllegalArgumentException where there are more or fewer values than blanks, or a value is null
   */
  default Statement with(Object... values) {
    return Statement.of(this, values);
  }
}
