package org.commonground.plan.space;

import java.util.Map;
import org.commonground.plan.form.Readings;

/**
 * A space in a list, judged.
 *
 * @param shelter      number of the shelter that it is designated as; null where it is none
 * @param areaM2       of its outline; 0 for a point
 * @param effectiveM2  that people can use; null for a point
 * @param persons      that it holds for the stay asked for; null where the rules have no such stay
 * @param givenPersons capacity that somebody recorded for the shelter; null where there is none
 * @param verdict      for the hazard asked for: suitable, conditional, unsuitable or unknown; null where none was asked
 * @param worst        verdict if what is not recorded is unfavourable
 * @param best         verdict if it is favourable
 * @param everyday     worth in everyday life, 0 to 1; null where the rules weigh nothing
 * @param emergency    worth in an emergency, 0 to 1
 * @param peopleNearby persons who walk to it within the middle of the rules' three times
 * @param bounds       west, south, east, north
 */
public record SpaceSummary(int space, String sourceId, String name, Map<String, String> names, String kind, double lon, double lat,
    double[] bounds, Integer shelter, double areaM2, Readings effectiveM2, Readings persons, Integer givenPersons, String verdict,
    String worst, String best, Readings everyday, Readings emergency, Readings peopleNearby) {
}
