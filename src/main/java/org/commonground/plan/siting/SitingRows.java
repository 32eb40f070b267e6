package org.commonground.plan.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.commonground.coverage.ReachTable;
import org.commonground.network.Unknowns;
import org.commonground.plan.form.Checked;
import org.commonground.plan.rules.Terms;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.siting.CenterProblem;
import org.commonground.siting.CheapestProblem;
import org.commonground.siting.CoverProblem;
import org.commonground.siting.CoverRows;
import org.commonground.siting.FewestProblem;
import org.commonground.siting.MedianProblem;
import org.commonground.siting.MedianRows;
import org.commonground.siting.RoomProblem;
import org.commonground.siting.SitingProblem;
import org.commonground.siting.WorstServedProblem;

/**
 * A question of siting as rows of people and of the sites they reach, if what is not recorded is unfavourable.
 *
 * <ol>
 *   <li>Walks from every place with people to every site that may be chosen: within the time that counts as in time, or, where the
 *       length of walks counts, within the longest time that can be asked for.
 *   <li>Of a row, sites behind the nearest that is chosen in any case are left out: they change nothing.
 *   <li>The problem of the goal on these rows.
 * </ol>
 */
final class SitingRows {

  /** Walks longer than this are counted as this long. */
  static final int LONGEST_MILLIS = Terms.MINUTES.max() * 60_000;

  private final SitingChoice question;
  private final boolean[] open;
  private final boolean[] closed;
  private final int[] people;
  private final long mostWalks;
  private final BitSet counted = new BitSet();
  private SitingWalks walks;

  /**
   * @param forbidden whether candidates that the question forbids have their walks, too
   * @param mostWalks that may be held where the length of walks counts
   */
  SitingRows(SitingChoice question, boolean forbidden, long mostWalks) {
    this.question = question;
    this.mostWalks = mostWalks;
    open = marked(question.choice().open());
    closed = marked(question.choice().closed());
    if (forbidden) {
      Arrays.stream(question.forbidden()).forEach(site -> closed[site] = false);
    }
    people = question.asked().snapshot().places().people();
  }

  /** Places whose walks count, once the problem of a goal of walks has been made. */
  BitSet counted() {
    return counted;
  }

  /** Persons there. */
  long countedPeople() {
    return counted.stream().mapToLong(place -> people[place]).sum();
  }

  /** The same, one per row of the walks. */
  double[] countedWeights() {
    return counted.stream().mapToDouble(place -> people[place]).toArray();
  }

  private boolean[] marked(int[] sites) {
    var marked = new boolean[question.shelters().size()];
    Arrays.stream(sites).forEach(site -> marked[site] = true);
    return marked;
  }

  SitingProblem problem() {
    var choice = question.choice();
    return switch (question.goal()) {
      case COVER -> new CoverProblem(choice, cover(), lost());
      case FEWEST -> new FewestProblem(choice, cover(), share());
      case LEAST_COST -> new CheapestProblem(choice, cover(), share());
      case MEAN_WALK -> new MedianProblem(choice, walks(true));
      case WORST_WALK -> worstWalk();
      case ROOM -> room();
      case WORST_DISTRICT -> new WorstServedProblem(choice, districts());
    };
  }

  CenterProblem worstWalk() {
    return new CenterProblem(question.choice(), walks(false));
  }

  double share() {
    return question.query().sharePercent() == null ? 1 : question.query().sharePercent() / 100;
  }

  private double[] lost() {
    var backup = question.query().backupPercent();
    if (backup != null && backup > 0) {
      return new double[] {1, backup / 100, 0};
    }
    var lost = new double[question.asked().k() + 1];
    Arrays.fill(lost, 0, question.asked().k(), 1);
    return lost;
  }

  private ReachTable table(int limitMillis) {
    var asked = question.asked();
    return ReachTable.of(asked.to(question.shelters(), asked.reach()), Unknowns.PESSIMISTIC, limitMillis);
  }

  private CoverRows cover() {
    return rows(table(question.asked().limitMillis()), people, null, 0);
  }

  /** @param of the district of each place; null to take all */
  private CoverRows rows(ReachTable table, int[] persons, int[] of, int district) {
    var builder = new CoverRows.Builder(question.shelters().size());
    var covering = new int[question.shelters().size()];
    for (int point = 0; point < persons.length; point++) {
      if (persons[point] > 0 && (of == null || of[point] == district)) {
        int count = 0;
        for (int entry = table.firstEntry()[point]; entry < table.firstEntry()[point + 1]; entry++) {
          if (!closed[table.shelter()[entry]]) {
            covering[count++] = table.shelter()[entry];
          }
        }
        builder.add(covering, count, persons[point]);
      }
    }
    return builder.build();
  }

  private List<CoverRows> districts() {
    var asked = question.asked();
    var table = table(asked.limitMillis());
    var district = asked.snapshot().places().district();
    var rows = new ArrayList<CoverRows>();
    for (int one = 0; one < asked.city().districts().size(); one++) {
      var own = rows(table, people, district, one);
      if (own.total() > 0) {
        rows.add(own);
      }
    }
    if (rows.isEmpty()) {
      throw Checked.refused("goal", "goal is worst-district, but nobody in " + asked.city().area().title() + " lives in a district.");
    }
    return rows;
  }

  /** All kinds of people, one below the other, as they share the room. */
  private RoomProblem room() {
    var walkers = question.asked().walkers();
    var tables = walkers.stream().map(some -> ReachTable.of(question.asked().to(question.shelters(), some.reach()),
        Unknowns.PESSIMISTIC, question.asked().limitMillis())).toList();
    var persons = walkers.stream().flatMapToInt(some -> Arrays.stream(some.people())).toArray();
    var capacity = question.shelters().stream().map(ScenarioShelter::shelter)
        .mapToDouble(shelter -> shelter.capacity() == null ? 0 : shelter.capacity()).toArray();
    return new RoomProblem(question.choice(), rows(ReachTable.below(tables), persons, null, 0), capacity);
  }

  /** Who reaches no site is in no row: no choice changes anything for them. */
  private MedianRows walks(boolean timesPeople) {
    walks = new SitingWalks(question, open, closed, people, mostWalks);
    counted.clear();
    counted.or(walks.counted());
    return walks.rows(timesPeople);
  }

  /** The longest walk that is known one by one, once the problem of a goal of walks has been made. */
  SitingWalks walks() {
    return walks;
  }
}
