package org.commonground.coverage;

import java.util.List;

/** Answers which shelters are nearest to one person, on foot, and how to walk there. Stub to be replaced. */
public final class ShelterFinder {

  public ShelterFinder(CoverageProblem problem) {
    throw new UnsupportedOperationException("finder over " + problem.shelters().size() + " shelters");
  }

  /**
   * @param count how many shelters at most, at least 1
   * @return nearest by pessimistic walking time first (optimistic time where there is no pessimistic way); where the point is
   *     off the network or no shelter can be reached, the nearest ones by straight line, labelled so
   */
  public List<Way> nearest(double lon, double lat, int count) {
    throw new UnsupportedOperationException(lon + " " + lat + " " + count);
  }
}
