package org.commonground.coverage;

/**
 * What it means if one shelter cannot be used.
 *
 * @param shelter   index
 * @param people    persons for whom it is the nearest one, in time
 * @param uncovered of these, the persons who reach no other shelter in time
 * @param addedPersonMillis walking time that the others of these add to theirs, to the second nearest, together
 * @param west      extent of the places of those uncovered, degrees; NaN where there are none, like the next three
 * @param south     degrees
 * @param east      degrees
 * @param north     degrees
 */
public record ShelterLoss(int shelter, int people, int uncovered, long addedPersonMillis, double west, double south, double east,
    double north) {
}
