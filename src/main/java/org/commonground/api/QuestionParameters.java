package org.commonground.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.commonground.plan.Conditions;
import org.commonground.plan.CoverageQuery;

/** What every question about an area may say, under the names of the shell's options. */
record QuestionParameters(
    @Schema(description = "how people move: adult, elderly, child or wheelchair") String profile,
    @Schema(description = "what counts as in time, 1 to 120") Integer minutes,
    @Schema(description = "how many gaps, streets or pairs to list, 1 to 1000") Integer count,
    @Schema(description = "how many different shelters one must reach, 1 to 3") Integer k,
    @Schema(description = "name of a hazard layer, or a hazard's word") String hazard,
    @Schema(description = "whether people walk by night") Boolean night,
    @Schema(description = "whether a shelter counts only while it has room") Boolean capacity,
    @Schema(description = "id of a scenario") String scenario,
    @Schema(description = "name of the rule pack that is judged by") String rules) {

  CoverageQuery of(String area) {
    return new CoverageQuery(area, profile, minutes, count, k, conditions());
  }

  Conditions conditions() {
    return new Conditions(hazard, Boolean.TRUE.equals(night), Boolean.TRUE.equals(capacity), scenario, rules);
  }
}
