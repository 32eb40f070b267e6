package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import org.commonground.plan.Planner;
import org.commonground.plan.space.GreenAnswer;
import org.commonground.plan.space.SpaceAnswer;
import org.commonground.plan.space.SpaceListsAnswer;
import org.commonground.plan.space.Spaces;
import org.commonground.plan.space.SpacesAnswer;
import org.commonground.plan.space.SpacesQuery;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The two lives of spaces. */
@RestController
@RequestMapping("/api/areas/{area}")
class SpaceController {

  private final Planner planner;

  SpaceController(Planner planner) {
    this.planner = planner;
  }

  @Operation(summary = "Every space judged: what it holds, which hazards it suits, what it is worth in both of its lives")
  @GetMapping("/judged")
  SpacesAnswer all(@PathVariable String area, @ParameterObject QuestionParameters question,
      @RequestParam(required = false) String stay) {
    return Spaces.all(planner, new SpacesQuery(question.of(area), stay));
  }

  @Operation(summary = "Shelters that fail a test, spaces that would pass, spaces one fix away, places with neither green nor shelter")
  @GetMapping("/judged/lists")
  SpaceListsAnswer lists(@PathVariable String area, @ParameterObject QuestionParameters question,
      @RequestParam(required = false) String stay) {
    return Spaces.lists(planner, new SpacesQuery(question.of(area), stay));
  }

  @Operation(summary = "One space, opened down to its facts and to the figures of the rules")
  @GetMapping("/judged/{space}")
  SpaceAnswer one(@PathVariable String area, @PathVariable int space, @ParameterObject QuestionParameters question,
      @RequestParam(required = false) String stay) {
    return Spaces.one(planner, new SpacesQuery(question.of(area), stay), space);
  }

  @Operation(summary = "What public green people have, by district and by minutes on foot")
  @GetMapping("/green")
  GreenAnswer green(@PathVariable String area, @ParameterObject QuestionParameters question) {
    return Spaces.green(planner, new SpacesQuery(question.of(area), null));
  }
}
