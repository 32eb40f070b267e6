/**
 * What if: edits of a city, held against the city and the edits before them, kept one after the other, taken back, and resolved to what is
 * open and closed then. The port {@link org.commonground.plan.scenario.PlanStore} keeps them.
 *
 * <p>Entry: {@link org.commonground.plan.scenario.Scenarios}. Uses {@code form} and {@code city}.
 */
package org.commonground.plan.scenario;
