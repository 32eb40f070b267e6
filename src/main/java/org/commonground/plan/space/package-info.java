/**
 * What the two lives of spaces are worth: all of them judged by one rule pack, one down to each test and clause, the lists that planners
 * act on, and public green.
 *
 * <p>Entry: {@link org.commonground.plan.space.Spaces}; {@link org.commonground.plan.space.JudgedCity} keeps what was found. Uses
 * the planner and what that stands on, facts among it.
 */
package org.commonground.plan.space;
