package org.commonground.siting;

import java.util.List;

/**
 * The best worst-served district: the highest share that is covered in every district (max-min cover).
 *
 * @param choice    what may be chosen
 * @param districts who covers whom, of each district
 */
public record WorstServedProblem(SiteChoice choice, List<CoverRows> districts) implements SitingProblem {

  public WorstServedProblem {
    districts = List.copyOf(districts);
    if (districts.isEmpty()) {
      throw new IllegalArgumentException("there are no districts");
    }
    for (int district = 0; district < districts.size(); district++) {
      var rows = districts.get(district);
      if (rows.candidates() != choice.candidates()) {
        throw new IllegalArgumentException("the choice has " + choice.candidates() + " candidates, district " + district + " "
            + rows.candidates());
      }
      if (!(rows.total() > 0)) {
        throw new IllegalArgumentException("district " + district + " has nobody to cover");
      }
    }
    if (choice.worth().length > 0) {
      throw new IllegalArgumentException("the worst-served district is all that counts: worths of candidates have no place here");
    }
  }

  @Override
  public WorstServedProblem with(SiteChoice other) {
    return new WorstServedProblem(other, districts);
  }
}
