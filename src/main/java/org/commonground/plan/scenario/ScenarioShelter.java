package org.commonground.plan.scenario;

import org.commonground.space.Shelter;

/**
 * A shelter as a scenario leaves it.
 *
 * @param shelter its id is its place in the scenario's list; geometry and capacity are those after the edits. What an added one
 *                is not said to have (hazards, indoor) is unknown.
 * @param open    false where the scenario closes it
 * @param reason  why it is closed; null where it is open or nobody said
 * @param added   whether the scenario adds it
 */
public record ScenarioShelter(Shelter shelter, boolean open, String reason, boolean added) {

  /** @param why null where nobody said */
  public ScenarioShelter closed(String why) {
    return new ScenarioShelter(shelter, false, why, added);
  }

  ScenarioShelter with(Shelter changed) {
    return new ScenarioShelter(changed, open, reason, added);
  }
}
