package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.commonground.plan.job.JobAnswer;
import org.commonground.plan.job.Jobs;
import org.commonground.plan.siting.Siting;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where shelters should be: checked at once, answered by a job. */
@RestController
class SitingController {

  private final Siting siting;
  private final Jobs jobs;

  SitingController(Siting siting, Jobs jobs) {
    this.siting = siting;
    this.jobs = jobs;
  }

  @Operation(summary = "Chooses new shelters among spaces and drawn places: goal, p or budget, candidates and the fields of coverage; "
      + "the answer is a job")
  @PostMapping("/api/areas/{area}/siting")
  ResponseEntity<JobAnswer> site(@PathVariable String area, @RequestBody Map<String, Object> body) {
    return JobController.accepted(jobs.submit("siting", area, siting.prepare(Siting.query(area, body))));
  }
}
