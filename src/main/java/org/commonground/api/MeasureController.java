package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import org.commonground.plan.Planner;
import org.commonground.plan.coverage.CompareAnswer;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.coverage.ExpectedAnswer;
import org.commonground.plan.coverage.ExpectedQuery;
import org.commonground.plan.coverage.FairnessAnswer;
import org.commonground.plan.coverage.IntegrityAnswer;
import org.commonground.plan.coverage.RedundancyAnswer;
import org.commonground.plan.coverage.UnknownsAnswer;
import org.commonground.plan.district.DistrictProfileAnswer;
import org.commonground.plan.district.DistrictProfiles;
import org.commonground.plan.district.MobilizationAnswer;
import org.commonground.plan.district.ProfilesQuery;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be measured of an area's coverage beyond who is covered. */
@RestController
@RequestMapping("/api/areas/{area}")
class MeasureController {

  private final Planner planner;

  MeasureController(Planner planner) {
    this.planner = planner;
  }

  @Operation(summary = "Who has a second and a third shelter in time, and what the loss of a shelter or a street means")
  @GetMapping("/redundancy")
  RedundancyAnswer redundancy(@PathVariable String area, @ParameterObject QuestionParameters question) {
    return Coverage.redundancy(planner, question.of(area));
  }

  @Operation(summary = "What boundaries between districts cost, and which agreements help most")
  @GetMapping("/integrity")
  IntegrityAnswer integrity(@PathVariable String area, @ParameterObject QuestionParameters question) {
    return Coverage.integrity(planner, question.of(area));
  }

  @Operation(summary = "The four characters of each district, measured: integrity, mobilization, emergency, redundancy")
  @GetMapping("/profiles")
  DistrictProfileAnswer profiles(@PathVariable String area, @ParameterObject QuestionParameters question,
      @RequestParam(required = false) String asOf) {
    return DistrictProfiles.profile(planner, new ProfilesQuery(question.of(area), asOf));
  }

  @Operation(summary = "Who has a shelter some hours after the alarm, by how long shelters take to be ready")
  @GetMapping("/mobilization")
  MobilizationAnswer mobilization(@PathVariable String area, @ParameterObject QuestionParameters question,
      @RequestParam(required = false) String asOf) {
    return DistrictProfiles.mobilization(planner, new ProfilesQuery(question.of(area), asOf));
  }

  @Operation(summary = "How evenly walks to shelters, and room in them, are shared out")
  @GetMapping("/fairness")
  FairnessAnswer fairness(@PathVariable String area, @ParameterObject QuestionParameters question) {
    return Coverage.fairness(planner, question.of(area));
  }

  @Operation(summary = "Which missing facts keep answers open, and where to survey first")
  @GetMapping("/unknowns")
  UnknownsAnswer unknowns(@PathVariable String area, @ParameterObject QuestionParameters question,
      @RequestParam(required = false) Double damage, @RequestParam(required = false) Integer samples,
      @RequestParam(required = false) Long seed, @RequestParam(required = false) String model) {
    return Coverage.unknowns(planner, new ExpectedQuery(question.of(area), damage, samples, seed, model));
  }

  @Operation(summary = "Who stays covered when collapsing buildings block streets by chance")
  @GetMapping("/expected")
  ExpectedAnswer expected(@PathVariable String area, @ParameterObject QuestionParameters question,
      @RequestParam(required = false) Double damage, @RequestParam(required = false) Integer samples,
      @RequestParam(required = false) Long seed, @RequestParam(required = false) String model) {
    return Coverage.expected(planner, new ExpectedQuery(question.of(area), damage, samples, seed, model));
  }

  @Operation(summary = "Two states of the area by the same question: the area as it is where a scenario is left out")
  @GetMapping("/compare")
  CompareAnswer compare(@PathVariable String area, @ParameterObject QuestionParameters question,
      @RequestParam(required = false) String from, @RequestParam(required = false) String to) {
    return Coverage.compare(planner, question.of(area), from, to);
  }
}
