package org.commonground.coverage;

import java.util.List;
import org.commonground.coverage.Way.Leg;

/**
 * A walk along streets, without the straight lines at both ends.
 *
 * @param legs in order of walking
 * @param gate where it ends
 */
record Trail(List<Leg> legs, Gate gate) {
}
