package org.commonground.plan.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.scenario.ResolvedScenario.NotApplied;

/**
 * A scenario as callers get it. Shelters in edits are numbered as in the area of now: its own from 0, then those added.
 *
 * @param version    grows with every change; a change asked for with an older one is refused
 * @param notApplied edits that no longer apply since the area has changed
 */
public record ScenarioAnswer(String id, String area, String title, String author, String reason, Instant createdAt,
    Instant changedAt, int version, List<Map<String, Object>> edits, List<NotApplied> notApplied) {

  static ScenarioAnswer of(Scenario scenario, Snapshot snapshot) {
    var state = ScenarioState.of(snapshot, scenario.edits());
    return new ScenarioAnswer(scenario.id(), scenario.area(), scenario.title(), scenario.author(), scenario.reason(),
        scenario.createdAt(), scenario.changedAt(), scenario.version(),
        scenario.edits().stream().map(edit -> EditJson.told(edit, state)).toList(), state.resolved(scenario).notApplied());
  }
}
