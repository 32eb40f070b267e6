package org.commonground.coverage;

import java.util.Arrays;
import java.util.List;
import org.commonground.coverage.RoomProblem.Walkers;
import org.locationtech.jts.geom.Geometry;

/**
 * Who walks to which space within minutes, and how much public green do people have? Arrays are not copied.
 *
 * @param walkers     everybody once, by how they move; the shelters of each reach are the spaces, in the same order
 * @param spaces      by number from 0
 * @param districts   outlines, lon/lat; a district's number is its place in the list, as in {@link DemandPlaces}
 * @param limitMillis longest walking times that are asked for, above 0 and rising, such as those of 5, 10 and 15 minutes
 */
public record EverydayProblem(List<Walkers> walkers, List<EverydaySpace> spaces, List<Geometry> districts, int[] limitMillis) {

  public EverydayProblem {
    walkers = List.copyOf(walkers);
    spaces = List.copyOf(spaces);
    districts = List.copyOf(districts);
    if (walkers.isEmpty()) {
      throw new IllegalArgumentException("nobody walks");
    }
    for (int limit = 0; limit < limitMillis.length; limit++) {
      if (limitMillis[limit] <= (limit == 0 ? 0 : limitMillis[limit - 1])) {
        throw new IllegalArgumentException("limits must rise from above 0, but are " + Arrays.toString(limitMillis) + " ms");
      }
    }
    if (limitMillis.length == 0) {
      throw new IllegalArgumentException("no limit is asked for");
    }
    var places = walkers.get(0).reach().problem().places();
    for (var some : walkers) {
      var problem = some.reach().problem();
      if (problem.places() != places || some.people().length != places.count() || problem.shelters().size() != spaces.size()
          || problem.districtCount() != districts.size()) {
        throw new IllegalArgumentException("places, spaces or districts of " + problem.profile().name()
            + " are not those of the question");
      }
    }
  }
}
