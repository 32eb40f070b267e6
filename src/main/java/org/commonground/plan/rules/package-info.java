/**
 * Which rule packs there are, and what a question takes from the one that it names: how people move, what counts as in time, and where
 * each figure comes from.
 *
 * <p>Entries: {@link org.commonground.plan.rules.Rules}, and {@link org.commonground.plan.rules.Terms} for one pack. Uses {@code form}.
 */
package org.commonground.plan.rules;
