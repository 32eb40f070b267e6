/**
 * Questions about a city and their answers, the same for every door: HTTP and shell.
 *
 * <p>Entry: {@link org.commonground.plan.Planner}. A question is checked against the limits it names before anything is computed;
 * an answer is a record whose components are the names in its JSON.
 */
package org.commonground.plan;
