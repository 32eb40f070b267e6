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
 * <tr><td>what of it is of no use from the start; when people set out</td>
 *   <td>{@link org.commonground.evacuation.Findings}, {@link org.commonground.evacuation.Departure}</td></tr>
 * <tr><td>what widening each part of the bottleneck saves</td>
 *   <td>{@link org.commonground.evacuation.Widening}</td></tr>
 * <tr><td>how it goes on when a street or a shelter is lost midway</td>
 *   <td>{@link org.commonground.evacuation.LossMidway}</td></tr>
 * <tr><td>how long which zone should wait</td>
 *   <td>{@link org.commonground.evacuation.Staging}</td></tr>
 * <tr><td>how long it takes over samples of blocked streets</td>
 *   <td>{@link org.commonground.evacuation.BlockageSamples}</td></tr>
 * <tr><td>who is in which street when, and who meets whom</td>
 *   <td>{@link org.commonground.evacuation.StreetFrames}, {@link org.commonground.evacuation.StreetConflicts}</td></tr>
 * <tr><td>cars: the plan, what they do by themselves, lanes turned round</td>
 *   <td>{@link org.commonground.evacuation.CarPlan}, {@link org.commonground.evacuation.TrafficAssignment}, {@link
 *   org.commonground.evacuation.Contraflow}</td></tr>
 * </table>
 *
 * <p>Groups walk at paces of their own. What a street lets through does not depend on how full it is, and people who walk against
 * each other do not slow each other down; only the simulation lets streets fill up.
 */
package org.commonground.evacuation;
