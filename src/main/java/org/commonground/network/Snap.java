package org.commonground.network;

/**
 * A place on a street.
 *
 * @param street       index of the street
 * @param fraction     share of its length from its first point, 0 to 1
 * @param lon          degrees east of the place on the street
 * @param lat          degrees north
 * @param offsetMetres distance in a straight line from the point that was asked for, at least 0
 */
public record Snap(int street, double fraction, double lon, double lat, double offsetMetres) {
}
