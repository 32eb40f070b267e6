/**
 * Where the next shelters do most good, how far from the best any choice can be, and what to change where none does what is asked.
 *
 * <p>Entry: {@link org.commonground.plan.siting.Siting}. A query is checked to a choice, a run turns that into rows for the engine of the
 * same name, and the parts of the answer are told from what it found. Uses the planner, jobs, and the judged spaces of {@code space}.
 */
package org.commonground.plan.siting;
