package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.job.Jobs;
import org.commonground.plan.result.ResultEntry;
import org.commonground.plan.result.Results;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers that are kept, with their layers in the store. */
@RestController
@RequestMapping("/api/areas/{area}/results")
class ResultController {

  private final Results results;
  private final Jobs jobs;

  ResultController(Results results, Jobs jobs) {
    this.results = results;
    this.jobs = jobs;
  }

  record Listed(List<ResultEntry> results) {
  }

  @Operation(summary = "Every kept result of an area, without the answers, in the order they were kept")
  @GetMapping
  Listed list(@PathVariable String area) {
    return new Listed(results.list(area));
  }

  @Operation(summary = "Asks and keeps the answer: name, kind (coverage where not given), and the query of that question. A kind that "
      + "takes a search is kept by a job: 202, and the job's result is what is else answered at once")
  @PostMapping
  ResponseEntity<?> keep(@PathVariable String area, @RequestBody Map<String, Object> body) {
    var wanted = results.prepare(area, body);
    if (wanted.isLong()) {
      return JobController.accepted(jobs.submit("result", area, wanted.work()));
    }
    var entry = wanted.work().run(JobWatch.NONE);
    var address = UriComponentsBuilder.fromPath("/api/areas/{area}/results/{id}").build(entry.area(), entry.id());
    return ResponseEntity.created(address).body(entry);
  }

  @Operation(summary = "The answer, byte for byte as it was kept")
  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> answer(@PathVariable String area, @PathVariable String id) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
        .body(results.answer(area, id).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Operation(summary = "Deletes a kept result and its layers")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String area, @PathVariable String id) {
    results.delete(area, id);
  }
}
