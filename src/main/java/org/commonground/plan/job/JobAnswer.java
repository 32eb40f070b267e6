package org.commonground.plan.job;

import java.time.Instant;

/**
 * How far long work is.
 *
 * @param id       by which it is asked for
 * @param kind     what it finds: siting, or result where an answer is found and kept and the result is how it is listed
 * @param area     it is about
 * @param state    queued, running, done, cancelled or failed
 * @param ahead    others in the queue before it; 0 once it runs
 * @param createdAt when it was asked for
 * @param progress null before it runs
 * @param result   the answer, once it is done or, with the best that was found so far, cancelled; null where there is none
 * @param problem  what went wrong; null where nothing did
 */
public record JobAnswer(String id, String kind, String area, String state, int ahead, Instant createdAt, Progress progress, Object result,
    Problem problem) {

  /**
   * @param value   of the best answer so far; null where there is none yet
   * @param bound   that no answer can pass; null where none is known yet
   * @param gap     between the two as a share of the value
   * @param seconds since it began
   */
  public record Progress(Double value, Double bound, Double gap, double seconds) {
  }

  /**
   * @param id    under which a fault of ours is in the log; null for a mistake of the caller's, which the sentence names
   * @param field of the question that the mistake is in; null for a fault of ours
   */
  public record Problem(String id, String sentence, String field) {
  }

  /** Whether nothing more will come. */
  public boolean ended() {
    return !state.equals("queued") && !state.equals("running");
  }

  /** The same without the answer. */
  public JobAnswer withoutResult() {
    return new JobAnswer(id, kind, area, state, ahead, createdAt, progress, null, problem);
  }
}
