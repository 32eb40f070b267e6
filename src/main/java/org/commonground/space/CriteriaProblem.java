package org.commonground.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.commonground.rules.RulePack;
import org.commonground.statement.Statement;

/**
 * What is a space worth in one of its lives?
 *
 * @param life   which criteria of the pack count
 * @param values by name of the criterion, in the order in which they are to be shown
 * @param rules  {@code <life>.criteria.<name>.weight}, {@code .zero} and {@code .full}; a criterion without a weight does not count
 */
public record CriteriaProblem(Life life, Map<String, Value> values, RulePack rules) {

  /** Everyday names and emergency names are those of the rule packs. */
  public enum Life {
    EVERYDAY, EMERGENCY;

    /** The word used in rule packs and answers: lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A value with what it was counted from.
   *
   * @param found null where nobody knows
   */
  public record Value(Range found, List<Statement> facts) {

    public Value {
      facts = Collections.unmodifiableList(new ArrayList<>(facts));
    }
  }

  public CriteriaProblem {
    Objects.requireNonNull(life, "life");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    Objects.requireNonNull(rules, "rules");
  }
}
