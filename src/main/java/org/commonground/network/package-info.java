/**
 * Streets as arrays, the nearest place on a street, and shortest paths.
 *
 * <p>A {@link org.commonground.network.StreetNetwork} is what is recorded; a {@link org.commonground.network.WalkGraph} is what
 * one group can walk of it, in whole milliseconds; {@link org.commonground.network.Snapper} finds the place on it that is
 * nearest to a point; {@link org.commonground.network.Sweep} gives every node its walking time to the nearest of many sources.
 * The first three are immutable and shared, a Sweep is a throw-away object of one search.
 */
package org.commonground.network;
