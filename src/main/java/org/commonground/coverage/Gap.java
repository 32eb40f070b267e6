package org.commonground.coverage;

/**
 * A place where people are not covered: a cluster of neighbouring demand places.
 *
 * @param lon           degrees east of the place in it nearest to the middle of its people
 * @param lat           degrees north
 * @param people        persons in it who are not covered: {@code notCovered + unreachable} of its places
 * @param unknown       persons in it whose answer hangs on an unrecorded fact; not part of {@code people}
 * @param unreachable   of {@code people}, those with no way to any shelter
 * @param lackMetres    how much too far the middle person is among those who have a way but surely not in time, in metres on the
 *                      level at the profile's speed; -1 where there are none
 * @param lackMillis    the same as walking time; -1 where there are none
 * @param district      index of the district most of its people live in; -1 where none
 * @param west          extent, degrees
 * @param south         extent, degrees
 * @param east          extent, degrees
 * @param north         extent, degrees
 * @param places        indexes of its demand places, ascending
 */
public record Gap(double lon, double lat, int people, int unknown, int unreachable, double lackMetres, int lackMillis,
    int district, double west, double south, double east, double north, int[] places) {
}
