package org.commonground.plan;

/** The rule pack an answer was computed with. */
public record RulesName(String name, String version) {
}
