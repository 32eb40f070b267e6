package org.commonground.coverage;

/**
 * What it means if one street section cannot be used.
 *
 * @param street    index
 * @param uncovered persons who reach a shelter in time now, and then do not
 * @param addedPersonMillis walking time that the others who walk on it add to theirs to a shelter in time, together
 * @param west      extent of their places, degrees
 * @param south     degrees
 * @param east      degrees
 * @param north     degrees
 */
public record StreetLoss(int street, int uncovered, long addedPersonMillis, double west, double south, double east, double north) {
}
