package org.commonground.coverage;

import java.util.List;

/**
 * A walk along streets, without the straight lines at both ends.
 *
 * @param legs in order of walking
 * @param gate where it ends
 */
record Trail(List<Leg> legs, Gate gate) {

  /**
   * A street or a part of it, walked.
   *
   * @param from share of its length where the walk begins
   * @param to   share where it ends
   */
  record Leg(int street, double from, double to, int millis) {
  }
}
