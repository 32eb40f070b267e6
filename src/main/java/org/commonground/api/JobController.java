package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.job.JobAnswer;
import org.commonground.plan.job.Jobs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.util.UriComponentsBuilder;

/** Long work: how far it is, its answer, and its end before time. */
@RestController
@RequestMapping("/api/jobs/{id}")
class JobController {

  private static final int MOST_WATCHERS = 100;
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final Jobs jobs;
  /** A slow reader holds up one of these threads, and never the work. */
  private final ExecutorService watchers =
      new ThreadPoolExecutor(0, MOST_WATCHERS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), JobController::thread);

  JobController(Jobs jobs) {
    this.jobs = jobs;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "job-watcher");
    thread.setDaemon(true);
    return thread;
  }

  @PreDestroy
  void close() {
    watchers.shutdownNow();
  }

  /** What is answered to who asked for long work. */
  static ResponseEntity<JobAnswer> accepted(JobAnswer job) {
    return ResponseEntity.accepted().location(UriComponentsBuilder.fromPath("/api/jobs/{id}").build(job.id())).body(job);
  }

  @Operation(summary = "State, progress and, once it has ended, the answer")
  @GetMapping
  JobAnswer show(@PathVariable String id) {
    return jobs.find(id);
  }

  @Operation(summary = "Ends it early: the answer is then the best that was found, with its bound")
  @DeleteMapping
  JobAnswer cancel(@PathVariable String id) {
    return jobs.cancel(id);
  }

  @Operation(summary = "Server-sent events: progress, each as the job without its answer, and at last end, with it")
  @GetMapping("/events")
  SseEmitter events(@PathVariable String id) {
    jobs.find(id);
    var emitter = new SseEmitter(0L);
    try {
      watchers.execute(() -> tell(id, emitter));
    } catch (RejectedExecutionException full) {
      throw new InvalidInput(Code.JOBS_FULL, null, MOST_WATCHERS
          + " others are watching jobs, which is the most that may: ask for the job itself.");
    }
    return emitter;
  }

  private void tell(String id, SseEmitter emitter) {
    try {
      long seen = 0;
      JobAnswer job;
      do {
        var change = jobs.next(id, seen, SILENCE);
        job = change.answer();
        if (change.number() == seen) {
          emitter.send(SseEmitter.event().comment("still " + job.state()));
        } else {
          emitter.send(SseEmitter.event().name(job.ended() ? "end" : "progress").data(job.ended() ? job : job.withoutResult()));
        }
        seen = change.number();
      } while (!job.ended());
      emitter.complete();
    } catch (IOException | IllegalStateException | InterruptedException gone) {
      emitter.completeWithError(gone);
    } catch (InvalidInput forgotten) {
      emitter.complete();
    }
  }
}
