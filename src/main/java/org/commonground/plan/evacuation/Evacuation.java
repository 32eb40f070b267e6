package org.commonground.plan.evacuation;

import java.util.Map;
import org.commonground.city.InvalidInput;
import org.commonground.plan.Planner;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Fields;
import org.commonground.plan.form.Found;
import org.commonground.plan.job.JobAnswer;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.job.Jobs;

/** Answers when everybody is in a shelter. For many threads. */
public final class Evacuation {

  private final Planner planner;

  public Evacuation(Planner planner) {
    this.planner = planner;
  }

  /**
   * A question as a caller gives it.
   *
   * @throws InvalidInput where a field is unknown or not of its type
   */
  public static EvacuationQuery query(String area, Map<String, ?> body) {
    var fields = new Fields(body);
    var query = EvacuationQuery.of(area, fields);
    fields.end();
    return query;
  }

  /**
   * Checks the question at once; the work is still to be done, and keeps the state of the area that it was checked on.
   *
   * @throws InvalidInput where anything of it is not one that can be asked for
   */
  public Jobs.Work<EvacuationAnswer> prepare(EvacuationQuery query) {
    var question = EvacuationChoice.of(planner, query);
    return watch -> new EvacuationRun(question, watch).find().answer();
  }

  /** Throws as {@link #prepare}. */
  public EvacuationAnswer answer(EvacuationQuery query, JobWatch watch) {
    return find(query, watch).answer();
  }

  /** The answer with its layers; throws as {@link #prepare}. */
  public Found<EvacuationAnswer> find(EvacuationQuery query, JobWatch watch) {
    return new EvacuationRun(EvacuationChoice.of(planner, query), watch).find();
  }

  /**
   * Where people are from time to time in the answer of a job.
   *
   * @param which plan or unplanned; null for plan
   * @throws InvalidInput where the job is no evacuation, or has no answer yet
   */
  public static EvacuationFrames frames(JobAnswer job, String which) {
    if (!(job.result() instanceof EvacuationAnswer answer)) {
      throw Checked.refused("id", "Job " + job.id() + " has no frames: it is " + job.kind() + ", " + job.state() + ".");
    }
    return switch (which == null ? "plan" : which) {
      case "plan" -> answer.detail().plan();
      case "unplanned" -> answer.detail().unplanned();
      default -> throw Checked.refused("which", "which is " + Checked.shown(which) + ", but must be plan or unplanned.");
    };
  }
}
