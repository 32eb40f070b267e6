/**
 * Questions about a city and their answers, the same for every door: HTTP and shell.
 *
 * <p>Entry: {@link org.commonground.plan.Planner}. A question is checked against the limits it names before anything is computed;
 * an answer is a record whose components are the names in its JSON.
 *
 * <p>Each question has a room of its own beneath this package, named as one asks for it. Here is what all of them begin with: a
 * question is posed, asked of one state of the city and of what is the case there, and gives the walking times that follow. For that
 * this package uses the rooms {@code form}, {@code rules}, {@code city}, {@code scenario} and {@code fact}; those that answer stand
 * above it. README has the order.
 */
package org.commonground.plan;
