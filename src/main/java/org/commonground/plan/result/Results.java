package org.commonground.plan.result;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.Planner;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.Fields;
import org.commonground.plan.form.Found;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.job.Jobs;

/** Asks a question and keeps the answer with its layers; lists what is kept and gives it back. For many threads. */
public final class Results {

  private static final int NAME_CHARACTERS = 200;

  private final ResultStore store;
  private final Planner planner;

  public Results(ResultStore store, Planner planner) {
    this.store = store;
    this.planner = planner;
  }

  /** @param entry as it is listed */
  public record Kept<A>(ResultEntry entry, A answer) {
  }

  /**
   * Something to be kept, checked.
   *
   * @param isLong whether the work is a search that may be long, so that it belongs in a job
   * @param work   finds the answer and keeps it, the best so far where it is cancelled; says how it is listed
   */
  public record Wanted(boolean isLong, Jobs.Work<ResultEntry> work) {
  }

  /**
   * Checks at once what can be checked without finding the answer; where that is a search, that the name is free, too.
   *
   * @param asked {@code name}, {@code kind} ({@code coverage} where absent), and the fields of the question
   * @throws InvalidInput where a field is missing, unknown or out of its limits, or the area has a result of this name
   */
  public Wanted prepare(String area, Map<String, ?> asked) {
    var fields = new Fields(asked);
    var name = fields.text("name");
    var kind = fields.has("kind") ? ResultKind.of(fields.text("kind")) : ResultKind.COVERAGE;
    return prepare(kind, area, name, fields);
  }

  private <Q, A> Wanted prepare(ResultKind<Q, A> kind, String area, String name, Fields fields) {
    var question = kind.question().apply(area, fields);
    fields.end();
    if (kind.isLong()) {
      var needed = Checked.needed("name", name, NAME_CHARACTERS);
      kind.before().accept(planner, question);
      if (store.list(area).stream().anyMatch(kept -> kept.name().equals(needed))) {
        throw ResultStore.nameTaken(area, needed);
      }
    }
    return new Wanted(kind.isLong(), watch -> keep(kind, area, name, question, watch).entry());
  }

  /** Finds the answer and keeps it, however long that takes. Throws as {@link #prepare}. */
  public ResultEntry keep(String area, Map<String, ?> asked) {
    return prepare(area, asked).work().run(JobWatch.NONE);
  }

  /** @throws InvalidInput as above */
  public <Q, A> Kept<A> keep(ResultKind<Q, A> kind, String area, String name, Q question) {
    return keep(kind, area, name, question, JobWatch.NONE);
  }

  /** @param watch of the search, where the answer takes one */
  public <Q, A> Kept<A> keep(ResultKind<Q, A> kind, String area, String givenName, Q question, JobWatch watch) {
    var name = Checked.needed("name", givenName, NAME_CHARACTERS);
    var query = kind.coverage().apply(question);
    Snapshot snapshot;
    String state;
    Found<A> found;
    List<FeatureLayer> layers;
    do {
      // Again where area or scenario were changed meanwhile, so that answer and layers are of one state of both.
      snapshot = planner.snapshot(area);
      state = planner.versionOf(snapshot, query);
      found = kind.found().find(planner, question, watch);
      layers = found.layers().values().stream().map(Supplier::get).toList();
    } while (!state.equals(planner.versionOf(planner.snapshot(area), query)));
    var kept = store.keep(new ResultStore.Draft(area, name, kind.word(), Instant.now().truncatedTo(ChronoUnit.MILLIS),
        snapshot.version(), question, found.answer(), layers));
    return new Kept<>(ResultEntry.of(kept, snapshot.version()), found.answer());
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
