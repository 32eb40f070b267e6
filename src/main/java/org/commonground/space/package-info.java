/**
 * What a space is and can be: the public spaces of a city, those of them that are designated as shelters, what lies in and
 * around them, and what a space can hold, where it is entered, which hazards it is suitable for and what it is worth.
 *
 * <p>Entries: {@link org.commonground.space.EffectiveAreaSolver}, {@link org.commonground.space.CapacitySolver},
 * {@link org.commonground.space.EntranceSolver}, {@link org.commonground.space.SuitabilitySolver} and
 * {@link org.commonground.space.CriteriaSolver}, each from a problem to a result, all in the metres of one local projection, over
 * {@link org.commonground.space.Surroundings} that are prepared once for an area. Every result names the figures of the rule pack
 * that it rests on, and is a {@link org.commonground.space.Range} where facts are missing.
 */
package org.commonground.space;
