/**
 * Who reaches which shelter, how fast, and who does not.
 *
 * <p>A {@link org.commonground.coverage.CoverageProblem} goes into {@link org.commonground.coverage.CoverageSolver}, which
 * answers a {@link org.commonground.coverage.CoverageResult}; {@link org.commonground.coverage.ShelterFinder} answers one
 * person's question from the same prepared city. Walking times are whole milliseconds, computed on streets and never on
 * interpolated rings.
 *
 * <p>Where shelters have only so many places, a {@link org.commonground.coverage.PlacementProblem} over a
 * {@link org.commonground.coverage.ReachTable} goes into {@link org.commonground.coverage.PlacementSolver}, which answers a
 * {@link org.commonground.coverage.PlacementResult} with its proof.
 */
package org.commonground.coverage;
