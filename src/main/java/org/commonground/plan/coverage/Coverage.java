package org.commonground.plan.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commonground.city.InvalidInput;
import org.commonground.coverage.CoverageResult;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.form.Fields;
import org.commonground.plan.form.Found;
import org.commonground.plan.scenario.Edit;
import org.commonground.plan.scenario.EditJson;
import org.commonground.plan.scenario.Scenario;

/** Answers who reaches which shelter and finds room there, and what that hangs on. */
public final class Coverage {

  private static final int DEFAULT_GAPS = 50;

  private Coverage() {
  }

  /** @throws InvalidInput as {@link Planner#ask}, as everywhere below */
  public static CoverageAnswer answer(Planner planner, CoverageQuery query) {
    return find(planner, query).answer();
  }

  /** The same with its layers, as every {@code find} below. */
  public static Found<CoverageAnswer> find(Planner planner, CoverageQuery query) {
    return CoverageAnswer.find(planner.ask(query), count(query));
  }

  /**
   * Coverage as it would be with edits that nobody keeps.
   *
   * @param body the fields of the question, and {@code edits}, which follow those of the scenario where one is asked in
   * @throws InvalidInput also where an edit is not one that a scenario takes
   */
  public static CoverageAnswer tried(Planner planner, String area, Map<String, ?> body) {
    var fields = new Fields(body);
    var query = CoverageQuery.of(area, fields);
    var edits = EditJson.list(fields);
    fields.end();
    return CoverageAnswer.find(planner.tried(query, edits), count(query)).answer();
  }

  /**
   * Answers what is asked while somebody drags a shelter about, so often, in a snapshot of its own: nothing of it is kept.
   *
   * @throws InvalidInput where there is no area of this name
   */
  public static void rehearse(Planner planner, String area, int edits) {
    var known = planner.snapshot(area);
    var snapshot = new Snapshot(known.city(), known.version());
    var places = snapshot.city().demand();
    var query = new CoverageQuery(area, null, null, null, null);
    for (int edit = 0; edit < edits && !places.isEmpty(); edit++) {
      var place = places.get((int) ((long) edit * places.size() / edits));
      var dragged = new Scenario("rehearsal", area, "Rehearsal", null, null, Instant.EPOCH, Instant.EPOCH, edit + 1,
          List.of(new Edit.AddShelter(place.lon(), place.lat(), "Rehearsal", null)));
      CoverageAnswer.find(planner.ask(snapshot, query, dragged), DEFAULT_GAPS);
    }
  }

  /** The result behind {@link #answer}, for layers and tiles; where room counts, a place's state says whether all there find it. */
  public static CoverageResult result(Planner planner, Snapshot snapshot, CoverageQuery query) {
    var asked = planner.ask(snapshot, query);
    return asked.conditions().capacity() ? asked.coverage().with(asked.room().state()) : asked.coverage();
  }

  /** Who has a second and a third shelter, and what the loss of each one means. */
  public static RedundancyAnswer redundancy(Planner planner, CoverageQuery query) {
    return findRedundancy(planner, query).answer();
  }

  public static Found<RedundancyAnswer> findRedundancy(Planner planner, CoverageQuery query) {
    return RedundancyAnswer.find(planner.ask(query).whateverRoom(), count(query));
  }

  /** What boundaries between districts cost. */
  public static IntegrityAnswer integrity(Planner planner, CoverageQuery query) {
    return findIntegrity(planner, query).answer();
  }

  public static Found<IntegrityAnswer> findIntegrity(Planner planner, CoverageQuery query) {
    return IntegrityAnswer.find(planner.ask(query).whateverRoom(), count(query));
  }

  /** How evenly walks are shared out. */
  public static FairnessAnswer fairness(Planner planner, CoverageQuery query) {
    return findFairness(planner, query).answer();
  }

  public static Found<FairnessAnswer> findFairness(Planner planner, CoverageQuery query) {
    var asked = planner.ask(query).whateverRoom();
    var answer = FairnessAnswer.of(asked);
    return new Found<>(answer, Map.of("district_fairness", () -> FairnessLayer.of(asked.city(), answer)));
  }

  /**
   * Which missing facts keep answers open, and where to survey first; with collapsing buildings where anything is said of them. Throws
   * as {@link #expected}.
   */
  public static UnknownsAnswer unknowns(Planner planner, ExpectedQuery query) {
    return findUnknowns(planner, query).answer();
  }

  public static Found<UnknownsAnswer> findUnknowns(Planner planner, ExpectedQuery query) {
    var asked = planner.ask(query.coverage());
    var collapse = query.asksCollapse() ? Collapse.of(asked, query) : null;
    return UnknownsAnswer.find(collapse == null ? asked : asked.whateverRoom(), collapse, count(query.coverage()));
  }

  /** Throws where the damage, the samples or the model are not ones that can be asked for, too. */
  public static ExpectedAnswer expected(Planner planner, ExpectedQuery query) {
    return findExpected(planner, query).answer();
  }

  public static Found<ExpectedAnswer> findExpected(Planner planner, ExpectedQuery query) {
    return ExpectedAnswer.find(planner.ask(query.coverage()).whateverRoom(), query);
  }

  private static int count(CoverageQuery query) {
    return query.count() == null ? DEFAULT_GAPS : query.count();
  }

  /**
   * Two states of an area by the same question.
   *
   * @param from id of a scenario; null for the area as it is
   * @param to   the same
   */
  public static CompareAnswer compare(Planner planner, CoverageQuery query, String from, String to) {
    return CompareAnswer.of(planner.ask(query.in(from)), planner.ask(query.in(to)));
  }
}
