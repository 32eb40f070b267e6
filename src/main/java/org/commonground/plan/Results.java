package org.commonground.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;

/** Asks a question and keeps the answer with its layers; lists what is kept and gives it back. For many threads. */
public final class Results {

  public static final Kind<CoverageQuery, CoverageAnswer> COVERAGE = new Kind<>("coverage", Results::coverageQuery,
      query -> query, Planner::coverage, (planner, snapshot, query) -> {
        var result = planner.result(snapshot, query);
        return List.of(ResultLayers.coverageResult(snapshot.city(), result), ResultLayers.gap(result));
      });

  private static final List<Kind<?, ?>> KINDS = List.of(COVERAGE,
      new Kind<>("redundancy", Results::coverageQuery, query -> query, Planner::redundancy, Kind.noLayers()),
      new Kind<>("integrity", Results::coverageQuery, query -> query, Planner::integrity, Kind.noLayers()),
      new Kind<>("unknowns", Results::coverageQuery, query -> query, Planner::unknowns, Kind.noLayers()),
      new Kind<>("fairness", Results::coverageQuery, query -> query, Planner::fairness, Kind.noLayers()),
      new Kind<>("expected", (area, fields) -> new ExpectedQuery(coverageQuery(area, fields), fields.number("damage"),
          fields.integer("samples"), fields.integer("seed") == null ? null : Long.valueOf(fields.integer("seed")),
          fields.text("model")), ExpectedQuery::coverage, Planner::expected, Kind.noLayers()));

  private static final int NAME_CHARACTERS = 200;

  private final ResultStore store;
  private final Planner planner;

  public Results(ResultStore store, Planner planner) {
    this.store = store;
    this.planner = planner;
  }

  /**
   * A kind of answer that can be kept. Each of its layers needs a table of its name, as the migrations have them.
   *
   * @param word     for it
   * @param question about an area, of the fields a caller gave
   * @param coverage the part of the question that says of which state of the area and of the scenario it is asked
   * @param answer   to the question
   * @param layers   of the answer
   */
  public record Kind<Q, A>(String word, BiFunction<String, Fields, Q> question, Function<Q, CoverageQuery> coverage,
      BiFunction<Planner, Q, A> answer, Layers<Q> layers) {

    static <Q> Layers<Q> noLayers() {
      return (planner, snapshot, question) -> List.of();
    }
  }

  /** The layers of an answer. */
  @FunctionalInterface
  public interface Layers<Q> {

    List<FeatureLayer> of(Planner planner, Snapshot snapshot, Q question);
  }

  private static CoverageQuery coverageQuery(String area, Fields fields) {
    return new CoverageQuery(area, fields.text("profile"), fields.integer("minutes"), fields.integer("count"),
        fields.integer("k"), new Conditions(fields.text("hazard"), Boolean.TRUE.equals(fields.yesNo("night")),
            Boolean.TRUE.equals(fields.yesNo("capacity")), fields.text("scenario"), fields.text("rules")));
  }

  /** @param entry as it is listed */
  public record Kept<A>(ResultEntry entry, A answer) {
  }

  /**
   * @param asked {@code name}, {@code kind} ({@code coverage} where absent), and the fields of the question
   * @throws InvalidInput where a field is missing, unknown or out of its limits, or the area has a result of this name
   */
  public ResultEntry keep(String area, Map<String, ?> asked) {
    var fields = new Fields(asked);
    var name = fields.text("name");
    var word = fields.has("kind") ? fields.text("kind") : COVERAGE.word();
    var kind = KINDS.stream().filter(known -> known.word().equals(word)).findFirst().orElseThrow(() -> Checked.refused("kind",
        "There is no kind of result named " + Checked.shown(word) + ": choose one of "
            + KINDS.stream().map(Kind::word).collect(Collectors.joining(", ")) + "."));
    return keep(kind, area, name, fields).entry();
  }

  private <Q, A> Kept<A> keep(Kind<Q, A> kind, String area, String name, Fields fields) {
    var question = kind.question().apply(area, fields);
    fields.end();
    return keep(kind, area, name, question);
  }

  /** @throws InvalidInput as above */
  public <Q, A> Kept<A> keep(Kind<Q, A> kind, String area, String givenName, Q question) {
    var name = Checked.needed("name", givenName, NAME_CHARACTERS);
    var query = kind.coverage().apply(question);
    Snapshot snapshot;
    String state;
    A answer;
    List<FeatureLayer> layers;
    do {
      // Again where area or scenario were changed meanwhile, so that answer and layers are of one state of both.
      snapshot = planner.snapshot(area);
      state = planner.versionOf(snapshot, query);
      answer = kind.answer().apply(planner, question);
      layers = kind.layers().of(planner, snapshot, question);
    } while (!state.equals(planner.versionOf(planner.snapshot(area), query)));
    var kept = store.keep(new ResultStore.Draft(area, name, kind.word(), Instant.now().truncatedTo(ChronoUnit.MILLIS),
        snapshot.version(), question, answer, layers));
    return new Kept<>(ResultEntry.of(kept, snapshot.version()), answer);
  }

  /** In the order they were kept. */
  public List<ResultEntry> list(String area) {
    long version = planner.version(area);
    return store.list(area).stream().map(kept -> ResultEntry.of(kept, version)).toList();
  }

  /** The answer as JSON, byte for byte as it was kept. */
  public String answer(String area, String id) {
    planner.version(area);
    return store.answer(area, id).orElseThrow(() -> unknown(area, id));
  }

  public void delete(String area, String id) {
    planner.version(area);
    if (!store.delete(area, id)) {
      throw unknown(area, id);
    }
  }

  private static InvalidInput unknown(String area, String id) {
    return new InvalidInput(Code.RESULT_UNKNOWN, "id", "There is no result " + Checked.shown(id) + " kept of " + area + ".");
  }
}
