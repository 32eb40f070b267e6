package org.commonground.plan;

/**
 * Who reaches a shelter within some minutes?
 *
 * @param area    name
 * @param profile how people move; null for the rule pack's first
 * @param minutes 1 to 120; null for the rule pack's figure
 * @param count   how many gaps to list, 1 to 1000; null for 50
 * @param k       how many different shelters one must reach, 1 to 3; null for 1
 */
public record CoverageQuery(String area, String profile, Integer minutes, Integer count, Integer k) {
}
