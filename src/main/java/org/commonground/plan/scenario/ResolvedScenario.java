package org.commonground.plan.scenario;

import java.util.List;
import java.util.SortedSet;
import org.commonground.plan.city.Snapshot;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Polygon;

/**
 * A scenario as it stands on one state of its area.
 *
 * @param scenario      the edits
 * @param shelters      {@code shelters.get(i).shelter().id() == i}: the area's own, then those added, in the order of the edits
 * @param closedStreets each street once, in the order of the edits
 * @param closedAreas   in the order of the edits; they may overlap
 * @param hazards       names of the hazard layers that are switched on
 * @param notApplied    edits that no longer apply since the area has changed, in their order
 */
public record ResolvedScenario(Scenario scenario, List<ScenarioShelter> shelters, List<ClosedStreet> closedStreets,
    List<ClosedArea> closedAreas, SortedSet<String> hazards, List<NotApplied> notApplied) {

  /** @param street index of the street; {@code reason} is null where nobody said */
  public record ClosedStreet(int street, String reason) {
  }

  /** @param geometry lon/lat; {@code reason} is null where nobody said */
  public record ClosedArea(Polygon geometry, String reason) {
  }

  /**
   * @param edit   its place in the list of edits, from 0
   * @param type   its kind
   * @param reason one sentence
   */
  public record NotApplied(int edit, String type, String reason) {

    /** For those who read an answer; people count edits from 1. */
    public Statement told() {
      return ScenarioWording.EDIT_GONE.with(edit + 1, type, reason);
    }
  }

  public static ResolvedScenario of(Scenario scenario, Snapshot snapshot) {
    return ScenarioState.of(snapshot, scenario.edits()).resolved(scenario);
  }

  /** What a reader of any answer to this scenario must know. */
  public List<Statement> assumptions() {
    return notApplied.stream().map(NotApplied::told).toList();
  }
}
