package org.commonground.plan.siting;

import org.commonground.plan.form.Readings;
import org.commonground.plan.scenario.Edit.AddShelter;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.plan.scenario.ScenarioState;
import org.commonground.space.Space;
import org.locationtech.jts.geom.Geometry;

/**
 * A place that could be designated.
 *
 * @param space   that it is; null for a drawn place
 * @param edit    that designates it
 * @param cost    of that
 * @param room    persons by the rules; null where nobody knows
 * @param verdict by the rules for the hazard that is judged; null for a drawn place
 * @param open    whether it is chosen in any case
 */
record SitingCandidate(Space space, AddShelter edit, double cost, Readings room, String verdict, boolean open) {

  Geometry geometry() {
    return space == null ? edit.place() : space.geometry();
  }

  /** @param id among the shelters */
  ScenarioShelter shelter(int id) {
    return new ScenarioShelter(ScenarioState.added(id, edit, space), true, null, true);
  }

  Integer number() {
    return space == null ? null : Integer.valueOf(space.id());
  }
}
