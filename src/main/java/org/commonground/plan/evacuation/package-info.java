/**
 * When the last is safe and who is left, on foot and in cars, by a plan and without one; what jams, and the ways of each district as sheets.
 *
 * <p>Entry: {@link org.commonground.plan.evacuation.Evacuation}. A query is checked to a choice, a model turns the city into streets and
 * gates for the engine of the same name, a run asks it all, and the parts of the answer are told from what it found. Uses the planner,
 * jobs, the words for ways of {@code nearest}, and the collapse of {@code coverage}.
 */
package org.commonground.plan.evacuation;
