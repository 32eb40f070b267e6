package org.commonground.plan.form;

import static org.commonground.plan.form.Checked.refused;
import static org.commonground.plan.form.Checked.shown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of one JSON object as a caller gave it. Each is read by its name and type; {@link #end} refuses those nobody read,
 * so that a name misspelt is not silently ignored. For one thread.
 */
public final class Fields {

  private final Map<String, ?> values;
  private final Set<String> known = new LinkedHashSet<>();

  /** @param values texts, numbers, yes or no, lists and maps of these; null where there is no object */
  public Fields(Map<String, ?> values) {
    this.values = values == null ? Map.of() : values;
  }

  /** Whether a value is given, be it null. */
  public boolean has(String name) {
    known.add(name);
    return values.containsKey(name);
  }

  /** Null where it is absent or null, as below. */
  public String text(String name) {
    return value(name, String.class, "a text");
  }

  public Boolean yesNo(String name) {
    return value(name, Boolean.class, "true or false");
  }

  public Double number(String name) {
    var number = value(name, Number.class, "a number");
    return number == null ? null : Double.valueOf(number.doubleValue());
  }

  public Integer integer(String name) {
    var number = value(name, Number.class, "a whole number");
    if (number == null) {
      return null;
    }
    double value = number.doubleValue();
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw refused(name, name + " is " + number + ", but must be a whole number of at most " + Integer.MAX_VALUE + ".");
    }
    return (int) value;
  }

  @SuppressWarnings("unchecked")
  public Map<String, Object> object(String name) {
    return value(name, Map.class, "an object");
  }

  /** Whether a list is given. */
  public boolean isList(String name) {
    return has(name) && values.get(name) instanceof List;
  }

  public List<?> list(String name) {
    return value(name, List.class, "a list");
  }

  /** @throws org.commonground.city.InvalidInput where it is absent or null */
  public static <T> T needed(String name, T value) {
    if (value == null) {
      throw refused(name, name + " is missing.");
    }
    return value;
  }

  private <T> T value(String name, Class<T> type, String words) {
    known.add(name);
    var value = values.get(name);
    if (value != null && !type.isInstance(value)) {
      throw refused(name, name + " is " + shown(value) + ", but must be " + words + ".");
    }
    return type.cast(value);
  }

  /** @throws org.commonground.city.InvalidInput where a field was given that nobody read */
  public void end() {
    for (var name : values.keySet()) {
      if (!known.contains(name)) {
        throw refused(name, "There is no field " + shown(name) + " here: " + (known.isEmpty() ? "none can be given."
            : "known are " + String.join(", ", known) + "."));
      }
    }
  }
}
