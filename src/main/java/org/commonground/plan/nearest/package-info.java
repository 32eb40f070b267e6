/**
 * Which shelters are nearest to one person, and how to walk there, in words.
 *
 * <p>Entry: {@link org.commonground.plan.nearest.Nearest}. Uses the planner and what that stands on; evacuation says its ways in the same
 * words.
 */
package org.commonground.plan.nearest;
