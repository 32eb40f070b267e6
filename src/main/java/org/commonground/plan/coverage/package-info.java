/**
 * Who reaches a shelter in time and finds room, and what that hangs on: second shelters and losses, borders, fairness, what nobody has
 * recorded, collapsing buildings, and two states of a city beside each other. Each question has an answer that finds itself, and layers
 * that show it.
 *
 * <p>Entry: {@link org.commonground.plan.coverage.Coverage}. Uses the planner and what that stands on.
 */
package org.commonground.plan.coverage;
