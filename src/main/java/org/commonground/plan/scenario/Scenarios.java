package org.commonground.plan.scenario;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.city.Cities;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.form.Checked;
import org.commonground.plan.scenario.Scenario.Heading;

/**
 * Makes, changes and lists the scenarios of an area. An edit is held against the area and the edits before it, and kept only
 * where it applies. Two people may edit at once: both edits are kept, in the order they came. Safe for use by many threads.
 *
 * <p>Every change may name the version it was made for; where somebody else has changed the scenario since, it is refused with
 * {@link Code#SCENARIO_CHANGED}.
 */
public final class Scenarios {

  /** So many others at once may be before one who wants to append; more are told to try again. */
  private static final int ATTEMPTS = 50;

  private final PlanStore store;
  private final Cities cities;

  public Scenarios(PlanStore store, Cities cities) {
    this.store = store;
    this.cities = cities;
  }

  /** In the order they were made. */
  public List<ScenarioAnswer> list(String area) {
    var snapshot = cities.snapshot(area);
    return store.list(area).stream().map(scenario -> ScenarioAnswer.of(scenario, snapshot)).toList();
  }

  /** @throws InvalidInput where there is no such area or scenario, as everywhere below */
  public ScenarioAnswer show(String area, String id) {
    var snapshot = cities.snapshot(area);
    return ScenarioAnswer.of(find(area, id), snapshot);
  }

  /** The edits themselves, to be {@link ResolvedScenario#of resolved} on a snapshot. */
  public Scenario find(String area, String id) {
    return store.find(area, id).orElseThrow(() -> unknown(area, id));
  }

  /** @param edits as callers give them; may be empty */
  public ScenarioAnswer create(String area, Heading heading, List<Edit> edits) {
    var snapshot = cities.snapshot(area);
    var now = now();
    var scenario = new Scenario(null, area, heading.title(), heading.author(), heading.reason(), now, now, 0,
        appended(snapshot, List.of(), edits));
    return ScenarioAnswer.of(store.create(scenario), snapshot);
  }

  /** @param title null for the same title with {@code (copy)} after it */
  public ScenarioAnswer copy(String area, String id, String title) {
    var snapshot = cities.snapshot(area);
    var from = find(area, id);
    var now = now();
    var copy = new Scenario(null, area, title == null ? copyOf(from.title()) : title, from.author(), from.reason(), now, now, 0,
        from.edits());
    return ScenarioAnswer.of(store.create(copy), snapshot);
  }

  private static String copyOf(String title) {
    var mark = " (copy)";
    int room = Checked.TITLE_CHARACTERS - mark.length();
    return (title.codePointCount(0, title.length()) <= room ? title : title.substring(0, title.offsetByCodePoints(0, room)))
        + mark;
  }

  /** @param version null for whatever it is now, as everywhere below */
  public ScenarioAnswer rename(String area, String id, Integer version, UnaryOperator<Heading> change) {
    return changed(area, id, version, (snapshot, scenario) -> scenario.with(change.apply(scenario.heading())));
  }

  /** Appends one edit as a caller gives it. */
  public ScenarioAnswer edit(String area, String id, Integer version, Edit edit) {
    return changed(area, id, version, (snapshot, scenario) ->
        scenario.with(appended(snapshot, scenario.edits(), List.of(edit))));
  }

  /**
   * Takes the last edit back. Two who undo at once without a version take back one edit, and one of them is told so.
   *
   * @throws InvalidInput where there is none
   */
  public ScenarioAnswer undo(String area, String id, Integer version) {
    cities.entry(area);
    int seen = version == null ? find(area, id).version() : version;
    return changed(area, id, seen, (snapshot, scenario) -> {
      int count = scenario.edits().size();
      if (count == 0) {
        throw Checked.refused("edits", "Scenario " + id + " has no edit that could be undone.");
      }
      return scenario.with(scenario.edits().subList(0, count - 1));
    });
  }

  public void delete(String area, String id, Integer version) {
    cities.entry(area);
    attempt(version, () -> {
      store.delete(at(version, find(area, id)));
      return null;
    });
  }

  @FunctionalInterface
  private interface Change {

    Scenario of(Snapshot snapshot, Scenario scenario);
  }

  @FunctionalInterface
  private interface Attempt<T> {

    T once();
  }

  private ScenarioAnswer changed(String area, String id, Integer version, Change change) {
    var snapshot = cities.snapshot(area);
    return ScenarioAnswer.of(attempt(version, () -> {
      var current = at(version, find(area, id));
      return store.save(change.of(snapshot, current).changedAt(now()));
    }), snapshot);
  }

  /** Again where somebody else was faster, unless the caller insists on a version. */
  private static <T> T attempt(Integer version, Attempt<T> attempt) {
    for (int left = ATTEMPTS; ; left--) {
      try {
        return attempt.once();
      } catch (InvalidInput conflict) {
        if (conflict.code() != Code.SCENARIO_CHANGED || version != null || left == 1) {
          throw conflict;
        }
      }
    }
  }

  private static Scenario at(Integer version, Scenario current) {
    if (version != null && version != current.version()) {
      throw new InvalidInput(Code.SCENARIO_CHANGED, "version", "version is " + version + ", but somebody has changed scenario "
          + current.id() + " since: it is at version " + current.version() + ".");
    }
    return current;
  }

  /** Each edit as it is kept, after those before. */
  public static List<Edit> appended(Snapshot snapshot, List<Edit> before, List<Edit> asked) {
    var state = ScenarioState.of(snapshot, before);
    var edits = new ArrayList<>(before);
    for (var edit : asked) {
      var grounded = state.grounded(edit);
      state.apply(grounded);
      edits.add(grounded);
    }
    return edits;
  }

  private static InvalidInput unknown(String area, String id) {
    return new InvalidInput(Code.SCENARIO_UNKNOWN, "scenario", "There is no scenario " + Checked.shown(id) + " in " + area + ".");
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
