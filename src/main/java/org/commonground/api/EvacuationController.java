package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.Map;
import org.commonground.plan.evacuation.Evacuation;
import org.commonground.plan.evacuation.EvacuationFrames;
import org.commonground.plan.job.JobAnswer;
import org.commonground.plan.job.Jobs;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When everybody is in a shelter: checked at once, answered by a job. */
@RestController
class EvacuationController {

  private final Evacuation evacuation;
  private final Jobs jobs;

  EvacuationController(Evacuation evacuation, Jobs jobs) {
    this.evacuation = evacuation;
    this.jobs = jobs;
  }

  @Operation(summary = "Leads everybody to shelters through streets and gates of limited flow: profile, hazard, night, scenario, rules, "
      + "seconds, stepSeconds, seed, gates, departure, stages, hazardMinutes, zones, loss, staging, samples, damage, model, carPercent, contraflow, exits; the answer is a job")
  @PostMapping("/api/areas/{area}/evacuation")
  ResponseEntity<JobAnswer> evacuate(@PathVariable String area, @RequestBody Map<String, Object> body) {
    return JobController.accepted(jobs.submit("evacuation", area, evacuation.prepare(Evacuation.query(area, body))));
  }

  @Operation(summary = "Where people are from time to time, for a map that moves: which is plan or unplanned")
  @GetMapping("/api/jobs/{id}/frames")
  ResponseEntity<EvacuationFrames> frames(@PathVariable String id, @RequestParam(required = false) String which) {
    return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .body(Evacuation.frames(jobs.find(id), which));
  }
}
