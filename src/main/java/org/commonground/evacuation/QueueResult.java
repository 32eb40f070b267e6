package org.commonground.evacuation;

/**
 * What a simulation came to. {@code placed + caught + withoutRoom + noWay + stuck + atHome = people}, always. Arrays are not to
 * be changed.
 *
 * @param clearanceSteps after so many steps the last one placed is in a shelter
 * @param placed         people in shelters
 * @param caught         people whom the hazard found in the street or at home
 * @param withoutRoom    people who found every shelter full that they could get to
 * @param noWay          people from whom no way led to any shelter, or no longer led
 * @param stuck          people still in the street at the end, because streets that are full block each other, or time is over
 * @param atHome         people who were not to leave, by the plan
 * @param arrivals       people who came in at each step; the last entry is not 0
 * @param inShelter      people in each shelter at the end
 * @param turnedAway     how often somebody found a shelter full, one entry per shelter
 * @param mostWaiting    the most people at once at the end of each arc who could not go on
 * @param arrived        all who came in, in order of time
 */
public record QueueResult(int clearanceSteps, int placed, int caught, int withoutRoom, int noWay, int stuck, int atHome, int[] arrivals,
    int[] inShelter, int[] turnedAway, int[] mostWaiting, Arrivals arrived) {
}
