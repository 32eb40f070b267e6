package org.commonground.plan.district;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.commonground.plan.fact.FactAnswer;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.Provenance;

/**
 * The four characters of each district as measured figures.
 *
 * @param about      its parts stand beside these
 * @param indicators what is measured, in the order of every list of values
 * @param all        the whole area
 * @param districts  one each; the ground outside every district last, where anybody lives there
 */
public record DistrictProfileAnswer(@JsonUnwrapped Provenance about, List<Indicator> indicators, Part all, List<Part> districts) {

  /**
   * @param district  id and name are null for the whole area and for the ground outside every district
   * @param people    residents
   * @param values    one per indicator, in their order
   * @param worstLoss shelter whose loss would uncover most of these people; null where none would
   * @param facts     what people have entered about it and what counts now
   */
  public record Part(@JsonUnwrapped DistrictName district, long people, List<Indicator.Value> values, ShelterName worstLoss,
      List<FactAnswer> facts) {
  }

  public record ShelterName(int shelter, String name) {
  }
}
