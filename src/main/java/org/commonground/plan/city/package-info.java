/**
 * Which cities there are, and one of them as it was saved: a request keeps the {@link org.commonground.plan.city.Snapshot} that it
 * began with to its end. What other rooms find of a city they keep with its snapshot, which does not know what that is.
 *
 * <p>Entry: {@link org.commonground.plan.city.Cities}. Uses no other room.
 */
package org.commonground.plan.city;
