package org.commonground.plan.scenario;

import java.util.List;
import java.util.Optional;
import org.commonground.city.InvalidInput;

/** Keeps scenarios. A change is kept whole or not at all; one made to an older state than the store's is refused. */
public interface PlanStore {

  /** In the order they were made; none where there is no such area. */
  List<Scenario> list(String area);

  /** Empty where the area has no scenario of this id. */
  Optional<Scenario> find(String area, String id);

  /** @return the scenario with the id it was given, at version 1 */
  Scenario create(Scenario scenario);

  /**
   * Keeps a changed scenario.
   *
   * @param scenario at the version it was read
   * @return at the version it has now
   * @throws InvalidInput {@link InvalidInput.Code#SCENARIO_CHANGED} where somebody else has changed it since,
   *                      {@link InvalidInput.Code#SCENARIO_UNKNOWN} where it is there no more
   */
  Scenario save(Scenario scenario);

  /** Deletes a scenario as it was read; throws as {@link #save}. */
  void delete(Scenario scenario);
}
