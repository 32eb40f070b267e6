package org.commonground.plan;

import java.util.ArrayList;
import java.util.List;
import org.commonground.city.City;
import org.commonground.network.Profile;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.rules.Terms;
import org.commonground.plan.scenario.Scenario;
import org.commonground.statement.Statement;

/**
 * A question that can be asked, before any walk is looked at: what is left to find may take long, and fails no more by the caller's
 * mistake. The components are those of {@link Asked}.
 */
public record Posed(Snapshot snapshot, Scenario scenario, Conditions conditions, Situation situation, Profile profile, int minutes, int k,
    Terms terms, List<Statement> ofTerms, long startNanos) {

  public City city() {
    return snapshot.city();
  }

  /** With one more of what was assumed. */
  public Posed assuming(Statement assumption) {
    var more = new ArrayList<>(ofTerms);
    more.add(assumption);
    return new Posed(snapshot, scenario, conditions, situation, profile, minutes, k, terms, List.copyOf(more), startNanos);
  }

  /** With the walking times. */
  public Asked ask() {
    var reach = Reaches.of(snapshot).reach(profile, terms.wading(profile), situation, scenario == null ? null : scenario.id(),
        scenario == null ? 0 : scenario.version());
    return new Asked(snapshot, scenario, conditions, situation, profile, minutes, k, reach, terms, ofTerms, startNanos);
  }
}
