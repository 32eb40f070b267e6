/**
 * What people know and no map says: who says so, since when, and what of it counts now; and when a shelter is ready by what they said.
 * The port {@link org.commonground.plan.fact.FactStore} keeps it.
 *
 * <p>Entry: {@link org.commonground.plan.fact.Facts}. Uses {@code form} and {@code city}.
 */
package org.commonground.plan.fact;
