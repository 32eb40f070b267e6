package org.commonground.plan;

import static org.commonground.plan.Checked.refused;

import java.util.List;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.plan.AreaAnswer.Limit;

/**
 * A question of evacuation, checked.
 *
 * @param asked       the question without evacuation
 * @param walkers     everybody once, by how they move
 * @param stepSeconds length of a step of time
 * @param seconds     after which a search stops
 * @param design      whether gates let through what they are designed for, and not what fits through them
 */
record EvacuationChoice(EvacuationQuery query, Asked asked, List<Walkers> walkers, int stepSeconds, double seconds, int seed, boolean design) {

  static final Limit STEP_SECONDS = new Limit(1, 300);

  private static final double DEFAULT_SECONDS = 60;
  private static final double MOST_SECONDS = 3600;

  /** @throws org.commonground.city.InvalidInput where anything of the question is not one that can be asked for */
  static EvacuationChoice of(Planner planner, EvacuationQuery query) {
    var asked = planner.ask(query.coverage().withRoom()).asIfCrowded();
    int step = Terms.checked("stepSeconds", query.stepSeconds(), (int) asked.terms().figure("evacuation.stepSeconds"), STEP_SECONDS);
    return new EvacuationChoice(query, asked, asked.walkers(), step, seconds(query.seconds()), query.seed() == null ? 1 : query.seed(),
        design(query.gates()));
  }

  private static double seconds(Double seconds) {
    if (seconds != null && !(seconds > 0 && seconds <= MOST_SECONDS)) {
      throw refused("seconds", "seconds is " + seconds + ", but must be above 0 to " + (int) MOST_SECONDS + ".");
    }
    return seconds == null ? DEFAULT_SECONDS : seconds;
  }

  private static boolean design(String gates) {
    return gates != null && switch (gates) {
      case "design" -> true;
      case "physical" -> false;
      default -> throw refused("gates", "gates is " + Checked.shown(gates) + ", but must be design or physical.");
    };
  }

  /** People a place of the area counts, by district; the last entry is the ground outside every district. */
  int districts() {
    return asked.city().districts().size() + 1;
  }

  String groupName(int group) {
    return walkers().get(group).reach().problem().profile().name();
  }

  List<ScenarioShelter> shelters() {
    return asked.situation().shelters();
  }
}
