package org.commonground.plan.result;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.coverage.CoverageAnswer;
import org.commonground.plan.coverage.ExpectedAnswer;
import org.commonground.plan.coverage.ExpectedQuery;
import org.commonground.plan.coverage.FairnessAnswer;
import org.commonground.plan.coverage.IntegrityAnswer;
import org.commonground.plan.coverage.RedundancyAnswer;
import org.commonground.plan.coverage.UnknownsAnswer;
import org.commonground.plan.district.DistrictProfileAnswer;
import org.commonground.plan.district.DistrictProfiles;
import org.commonground.plan.district.ProfilesQuery;
import org.commonground.plan.evacuation.Evacuation;
import org.commonground.plan.evacuation.EvacuationAnswer;
import org.commonground.plan.evacuation.EvacuationQuery;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.Fields;
import org.commonground.plan.form.Found;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.siting.Siting;
import org.commonground.plan.siting.SitingAnswer;
import org.commonground.plan.siting.SitingQuery;
import org.commonground.plan.space.GreenAnswer;
import org.commonground.plan.space.SpacesAnswer;
import org.commonground.plan.space.SpacesQuery;
import org.commonground.plan.space.SpacesQuestion;

/**
 * A kind of answer that can be kept. Each of its layers needs a table of its name, as the migrations have them.
 *
 * @param word     for it
 * @param layers   names of those that it may have, in the order they are kept
 * @param question about an area, of the fields a caller gave
 * @param part     of all that may be asked, what this kind takes; null where it needs a question of its own, so that its layers are
 *                 made only where an answer is kept
 * @param coverage the part of the question that says of which state of the area and of the scenario it is asked
 * @param before   checks at once a question whose answer takes a search, which a job then does; null where the answer comes at once
 * @param found    answers the question
 */
public record ResultKind<Q, A>(String word, List<String> layers, BiFunction<String, Fields, Q> question,
    Function<ExpectedQuery, Q> part, Function<Q, CoverageQuery> coverage, BiConsumer<Planner, Q> before, Finder<Q, A> found) {

  public static final ResultKind<CoverageQuery, CoverageAnswer> COVERAGE = ofCoverage("coverage",
      List.of("coverage_result", "gap", "room_result", "shelter_room"), Coverage::find);
  public static final ResultKind<CoverageQuery, RedundancyAnswer> REDUNDANCY = ofCoverage("redundancy",
      List.of("shelter_loss", "street_loss"), Coverage::findRedundancy);
  public static final ResultKind<CoverageQuery, IntegrityAnswer> INTEGRITY = ofCoverage("integrity", List.of("border_gain"),
      Coverage::findIntegrity);
  public static final ResultKind<CoverageQuery, FairnessAnswer> FAIRNESS = ofCoverage("fairness",
      List.of("district_fairness"), Coverage::findFairness);
  public static final ResultKind<ExpectedQuery, UnknownsAnswer> UNKNOWNS = ofCollapse("unknowns", List.of("survey"),
      Coverage::findUnknowns);
  public static final ResultKind<ExpectedQuery, ExpectedAnswer> EXPECTED = ofCollapse("expected", List.of("expected_result"),
      Coverage::findExpected);
  public static final ResultKind<SitingQuery, SitingAnswer> SITING = new ResultKind<>("siting", List.of("siting_result"),
      (area, fields) -> SitingQuery.of(CoverageQuery.of(area, fields), fields), null, SitingQuery::coverage,
      (planner, query) -> new Siting(planner).prepare(query), (planner, query, watch) -> new Siting(planner).find(query, watch));
  public static final ResultKind<EvacuationQuery, EvacuationAnswer> EVACUATION = new ResultKind<>("evacuation",
      List.of("evacuation_route", "evacuation_bottleneck", "evacuation_arrival"), EvacuationQuery::of, null, EvacuationQuery::coverage,
      (planner, query) -> new Evacuation(planner).prepare(query), (planner, query, watch) -> new Evacuation(planner).find(query, watch));

  public static final ResultKind<SpacesQuery, SpacesAnswer> JUDGED = ofSpaces("judged",
      List.of("judged_space", "effective_area", "entrance"), SpacesQuestion::find);
  public static final ResultKind<SpacesQuery, GreenAnswer> GREEN = ofSpaces("green", List.of("district_green"), GreenAnswer::find);

  public static final ResultKind<ProfilesQuery, DistrictProfileAnswer> PROFILES = new ResultKind<>("profiles",
      List.of("district_profile"), (area, fields) -> new ProfilesQuery(CoverageQuery.of(area, fields), fields.text("asOf")),
      query -> new ProfilesQuery(query.coverage(), null), ProfilesQuery::coverage, null, atOnce(DistrictProfiles::find));

  private static final List<ResultKind<?, ?>> ALL = List.of(COVERAGE, REDUNDANCY, INTEGRITY, UNKNOWNS, FAIRNESS, EXPECTED, JUDGED, GREEN,
      PROFILES, SITING, EVACUATION);
  /** Layers that there are only where room counts: who asks for one asks for that too. */
  private static final List<String> OF_ROOM = List.of("room_result", "shelter_room");

  /** Answers a question, with layers. */
  @FunctionalInterface
  interface Finder<Q, A> {

    /** @param watch of the job that a search is; answers that come at once never look at it */
    Found<A> find(Planner planner, Q question, JobWatch watch);
  }

  private static <Q, A> Finder<Q, A> atOnce(BiFunction<Planner, Q, Found<A>> found) {
    return (planner, question, watch) -> found.apply(planner, question);
  }

  /** Whether the answer takes a search that may be long, so that a job finds and keeps it. */
  public boolean isLong() {
    return before != null;
  }

  private static <A> ResultKind<CoverageQuery, A> ofCoverage(String word, List<String> layers,
      BiFunction<Planner, CoverageQuery, Found<A>> found) {
    return new ResultKind<>(word, layers, CoverageQuery::of, ExpectedQuery::coverage, query -> query, null, atOnce(found));
  }

  private static <A> ResultKind<ExpectedQuery, A> ofCollapse(String word, List<String> layers,
      BiFunction<Planner, ExpectedQuery, Found<A>> found) {
    return new ResultKind<>(word, layers, (area, fields) -> new ExpectedQuery(CoverageQuery.of(area, fields), fields.number("damage"),
        fields.integer("samples"), fields.integer("seed") == null ? null : Long.valueOf(fields.integer("seed")),
        fields.text("model")), query -> query, ExpectedQuery::coverage, null, atOnce(found));
  }

  private static <A> ResultKind<SpacesQuery, A> ofSpaces(String word, List<String> layers, Function<SpacesQuestion, Found<A>> found) {
    return new ResultKind<>(word, layers, (area, fields) -> new SpacesQuery(CoverageQuery.of(area, fields), fields.text("stay")),
        query -> new SpacesQuery(query.coverage(), null), SpacesQuery::coverage,
        null, atOnce((planner, query) -> found.apply(SpacesQuestion.of(planner, query))));
  }

  /** @throws InvalidInput where there is none of this word */
  static ResultKind<?, ?> of(String word) {
    return ALL.stream().filter(known -> known.word().equals(word)).findFirst().orElseThrow(() -> Checked.refused("kind",
        "There is no kind of result named " + Checked.shown(word) + ": choose one of "
            + ALL.stream().map(ResultKind::word).collect(Collectors.joining(", ")) + "."));
  }

  /** Names of the layers of all kinds that need no question of their own. */
  public static List<String> layerNames() {
    return ALL.stream().filter(kind -> kind.part() != null).flatMap(kind -> kind.layers().stream()).toList();
  }

  /**
   * One layer of an answer, as it would be kept.
   *
   * @param name one of {@link #layerNames}
   * @throws InvalidInput where the question is not one that can be asked for this layer
   */
  public static FeatureLayer layer(String name, Planner planner, ExpectedQuery query) {
    return layer(ALL.stream().filter(kind -> kind.layers().contains(name)).findFirst().orElseThrow(), name, planner, query);
  }

  private static <Q, A> FeatureLayer layer(ResultKind<Q, A> kind, String name, Planner planner, ExpectedQuery query) {
    if (query.asksCollapse() && !(kind.part().apply(query) instanceof ExpectedQuery)) {
      throw Checked.refused("damage", "The layer " + name + " says nothing about collapsing buildings: leave out damage, model, samples "
          + "and seed.");
    }
    var asked = OF_ROOM.contains(name) ? query.withRoom() : query;
    return kind.found().find(planner, kind.part().apply(asked), JobWatch.NONE).layers().get(name).get();
  }
}
