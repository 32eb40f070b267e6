/**
 * How long it takes until everybody is in a shelter, when streets and gates let only so many through at a time, and what is too
 * narrow.
 *
 * <p>Time goes in whole steps of a stated length, people are whole. A plan says for each group when it enters which street; so it
 * is also a flow over time. People are placed first, clearance comes second, and both have a bound that holds for any plan.
 *
 * <table>
 * <caption>Where a question is answered</caption>
 * <tr><th>question</th><th>entry</th></tr>
 * <tr><td>the plan, its clearance, the bound, who is left and why, the bottleneck</td>
 *   <td>{@link org.commonground.evacuation.EvacuationSolver}</td></tr>
 * <tr><td>what happens when all run to the nearest shelter, or follow a plan</td>
 *   <td>{@link org.commonground.evacuation.QueueSimulation}</td></tr>
 * </table>
 *
 * <p>Groups walk at paces of their own. What a street lets through does not depend on how full it is, and people who walk against
 * each other do not slow each other down; only the simulation lets streets fill up.
 */
package org.commonground.evacuation;
