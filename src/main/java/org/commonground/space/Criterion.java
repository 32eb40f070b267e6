package org.commonground.space;

import java.util.List;
import org.commonground.statement.Statement;

/**
 * One side of what a space is worth.
 *
 * @param name   of the criterion, such as {@code greenery}
 * @param value  what was found; null where nobody knows
 * @param zero   value from which it is worth nothing
 * @param full   value from which it is worth everything; may be below {@code zero}
 * @param weight in the sum, 0 or more
 * @param score  0 to 1, along a straight line between the two
 * @param facts  what the value was counted from
 */
public record Criterion(String name, Range value, double zero, double full, double weight, Range score, List<Statement> facts) {

  public Criterion {
    facts = List.copyOf(facts);
  }
}
