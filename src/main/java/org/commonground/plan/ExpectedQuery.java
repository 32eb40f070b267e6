package org.commonground.plan;

/**
 * How many people stay covered if an earthquake's collapsing buildings block streets?
 *
 * @param coverage what covered means
 * @param damage   buildings that collapse, of 100; null for the rule pack's figure
 * @param samples  how often to look, 10 to 2000; null for 200
 * @param seed     of the chances; null for 0
 * @param model    {@code tokyo} (by street width) or {@code rubble} (by the buildings beside); null for tokyo
 */
public record ExpectedQuery(CoverageQuery coverage, Double damage, Integer samples, Long seed, String model) {
}
