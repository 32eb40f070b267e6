package org.commonground.plan.form;

/** The rule pack an answer was computed with. */
public record RulesName(String name, String version) {
}
