/**
 * What can be said of each district: its four characters, by measured figures and by what people have entered, and who has a shelter some
 * hours after the alarm.
 *
 * <p>Entry: {@link org.commonground.plan.district.DistrictProfiles}. Uses the planner, facts, and the answers of {@code coverage}.
 */
package org.commonground.plan.district;
