package org.commonground.plan.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.form.Checked;
import org.commonground.rules.RulePackMistake;
import org.commonground.rules.RulePacks;

/** The rule packs there are; every question chooses one of them by its name. Immutable. */
public final class Rules {

  /** The pack of a question that names none. */
  static final String DEFAULT = "default";

  private final Map<String, Terms> terms = new LinkedHashMap<>();

  private Rules() {
  }

  /**
   * @param folder holds a file for each pack
   * @throws InvalidInput where a pack cannot be used, with file, line and key, or none is named {@code default}
   */
  public static Rules load(Path folder) {
    var rules = new Rules();
    try {
      RulePacks.load(folder).forEach((name, pack) -> rules.terms.put(name, new Terms(pack)));
    } catch (RulePackMistake mistake) {
      throw new InvalidInput(Code.FILE_CONTENT, "rules", mistake.getMessage());
    }
    if (!rules.terms.containsKey(DEFAULT)) {
      throw new InvalidInput(Code.FILE_MISSING, "rules", folder + " has no rule pack named " + DEFAULT + ".");
    }
    return rules;
  }

  /**
   * @param name null or blank for the default
   * @throws InvalidInput where there is none of this name
   */
  public Terms terms(String name) {
    var found = terms.get(name == null || name.isBlank() ? DEFAULT : name.strip());
    if (found == null) {
      throw new InvalidInput(Code.RULES_UNKNOWN, "rules", "There is no rule pack named " + Checked.shown(name) + ": choose one of "
          + String.join(", ", terms.keySet()) + ".");
    }
    return found;
  }

  /** In alphabetical order. */
  public List<RulesEntry> list() {
    return terms.values().stream().map(RulesEntry::of).toList();
  }

  /** Throws as {@link #terms}. */
  public RulesAnswer answer(String name) {
    return RulesAnswer.of(terms(name));
  }
}
