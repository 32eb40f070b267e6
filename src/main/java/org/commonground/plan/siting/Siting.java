package org.commonground.plan.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonground.city.InvalidInput;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.form.Fields;
import org.commonground.plan.form.Found;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.job.Jobs;
import org.commonground.plan.scenario.Edit;
import org.commonground.plan.scenario.EditJson;
import org.commonground.plan.scenario.ScenarioState;
import org.commonground.plan.scenario.ShelterRef;

/** Answers where shelters should be. For many threads. */
public final class Siting {

  private final Planner planner;

  public Siting(Planner planner) {
    this.planner = planner;
  }

  /**
   * A question as a caller gives it.
   *
   * @throws InvalidInput where a field is unknown or not of its type
   */
  public static SitingQuery query(String area, Map<String, ?> body) {
    var fields = new Fields(body);
    var query = SitingQuery.of(CoverageQuery.of(area, fields), fields);
    fields.end();
    return query;
  }

  /**
   * Checks the question at once, as far as that can be done without judging spaces; the work is still to be done, and keeps the state
   * of the area that it was checked on.
   *
   * @throws InvalidInput where anything of it is not one that can be asked for; the work throws it, too, where only the judged spaces
   *                      show it
   */
  public Jobs.Work<SitingAnswer> prepare(SitingQuery query) {
    var question = SitingChoice.prepare(planner, query);
    return watch -> new SitingRun(question.get(), watch).find().answer();
  }

  /** Throws as {@link #prepare}. */
  public SitingAnswer answer(SitingQuery query, JobWatch watch) {
    return find(query, watch).answer();
  }

  /** The answer with its layers; throws as {@link #prepare}. */
  public Found<SitingAnswer> find(SitingQuery query, JobWatch watch) {
    return new SitingRun(SitingChoice.prepare(planner, query).get(), watch).find();
  }

  /** The edits of a scenario that has these sites, after those of the scenario that was asked about. */
  static List<Map<String, Object>> edits(SitingChoice question, int[] chosen) {
    var edits = new ArrayList<Map<String, Object>>();
    var scenario = question.asked().scenario();
    if (scenario != null) {
      var state = ScenarioState.of(question.asked().snapshot(), scenario.edits());
      scenario.edits().forEach(edit -> edits.add(EditJson.told(edit, state)));
    }
    var now = question.asked().situation().shelters();
    var then = question.with(chosen);
    for (int site = 0; site < then.size(); site++) {
      if (site < now.size() && now.get(site).open() && !then.get(site).open()) {
        edits.add(EditJson.askedFor(new Edit.CloseShelter(ShelterRef.asked(site), "Not chosen by siting")));
      } else if (site >= now.size() && then.get(site).open()) {
        edits.add(EditJson.askedFor(question.candidates().get(site - now.size()).edit()));
      }
    }
    return edits;
  }
}
