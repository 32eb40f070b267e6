package org.commonground.plan.evacuation;

/**
 * People of a district who start at one place and go the same streets to the same shelter.
 *
 * @param district     index; -1 outside every district
 * @param lon          where they come to the street
 * @param streets      in the order they are walked; none where they start at the shelter
 * @param backward     whether each is walked from its last point to its first
 * @param shelter      index
 * @param leaveSeconds when the first of them leaves
 * @param arriveSeconds when the last of them is in
 */
public record EvacuationRoute(int district, double lon, double lat, int[] streets, boolean[] backward, int shelter, int people,
    int leaveSeconds, int arriveSeconds) {

  /** More people of the same way. */
  EvacuationRoute with(EvacuationRoute more) {
    return new EvacuationRoute(district, lon, lat, streets, backward, shelter, people + more.people,
        Math.min(leaveSeconds, more.leaveSeconds), Math.max(arriveSeconds, more.arriveSeconds));
  }
}
