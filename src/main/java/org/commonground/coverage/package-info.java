/**
 * Who reaches which shelter, how fast, and who does not; and what that hangs on.
 *
 * <p>Walking times are whole milliseconds, computed on streets and never on interpolated rings. Each question has a problem, a solver
 * and a result; most start from one {@link org.commonground.coverage.Reach}, all walking times of one group.
 *
 * <table>
 * <caption>Where a question is answered</caption>
 * <tr><th>question</th><th>entry</th></tr>
 * <tr><td>who is covered, and where not</td><td>{@link org.commonground.coverage.CoverageSolver}</td></tr>
 * <tr><td>what a hazard, a closing or a change does</td><td>{@link org.commonground.coverage.HazardEffect}, {@code Reach.changed}</td></tr>
 * <tr><td>the nearest shelters of one person, and the way</td><td>{@link org.commonground.coverage.ShelterFinder}</td></tr>
 * <tr><td>who finds room</td><td>{@link org.commonground.coverage.RoomSolver}, on {@link org.commonground.coverage.PlacementSolver}
 *   over a {@link org.commonground.coverage.ReachTable}</td></tr>
 * <tr><td>what the loss of a shelter or a street means</td><td>{@link org.commonground.coverage.ShelterLosses},
 *   {@link org.commonground.coverage.StreetLossSolver}</td></tr>
 * <tr><td>what borders cost</td><td>{@link org.commonground.coverage.FragmentationSolver}</td></tr>
 * <tr><td>how evenly walks and room are shared</td><td>{@link org.commonground.coverage.FairnessSolver},
 *   {@link org.commonground.coverage.CatchmentSolver}</td></tr>
 * <tr><td>who walks to which space in everyday life, and what public green people have</td>
 *   <td>{@link org.commonground.coverage.EverydaySolver}</td></tr>
 * <tr><td>what to survey first, also where buildings collapse</td><td>{@link org.commonground.coverage.SurveySolver}</td></tr>
 * <tr><td>what collapsing buildings leave</td><td>{@link org.commonground.coverage.ExpectedSolver}, with
 *   {@link org.commonground.coverage.BlockageByWidth} or {@link org.commonground.coverage.BlockageByRubble}</td></tr>
 * </table>
 */
package org.commonground.coverage;
