package org.commonground.plan.siting;

import static org.commonground.plan.form.Checked.refused;

import java.util.ArrayList;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.commonground.plan.Planner;
import org.commonground.plan.Posed;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Limit;
import org.commonground.plan.siting.SitingQuery.DrawnPlace;
import org.locationtech.jts.geom.Coordinate;

/** What a question of siting must keep to. Each throws {@link org.commonground.city.InvalidInput} where it does not. */
final class SitingChecks {

  private static final double MOST_SECONDS = 3600;
  private static final double MOST_APART = 100_000;
  private static final Limit ALTERNATIVES = new Limit(0, 100);
  private static final Limit FRONT = new Limit(0, 50);

  private SitingChecks() {
  }

  /** The fields, each by itself and beside the others. */
  static void fields(SitingQuery query, SitingGoal goal) {
    goals(query, goal);
    between("sharePercent", query.sharePercent(), Double.MIN_VALUE, 100, "above 0 to 100");
    between("backupPercent", query.backupPercent(), 0, 50, "0 to 50");
    boolean twice = query.coverage().k() != null && query.coverage().k() > 1;
    if (query.backupPercent() != null && twice) {
      throw refused("backupPercent", "backupPercent is " + query.backupPercent() + ", but must be left out where k is above 1.");
    }
    between("budget", query.budget(), 0, Double.MAX_VALUE, "0 or more");
    between("apartMetres", query.apartMetres(), 0, MOST_APART, "0 to " + (int) MOST_APART);
    Checked.within("alternatives", query.alternatives(), 0, ALTERNATIVES);
    Checked.within("front", query.front(), 0, FRONT);
    if (query.front() != null && query.front() > 0 && (twice || query.backupPercent() != null && query.backupPercent() > 0)) {
      throw refused("front", "front is " + query.front() + ", but counts who is in time once: leave out k and backupPercent.");
    }
    Checked.within("count", query.coverage().count(), 1, Planner.GAPS);
    between("seconds", query.seconds(), 0.001, MOST_SECONDS, "above 0 to " + (int) MOST_SECONDS);
    between("gapPercent", query.gapPercent(), 0, 99, "0 to 99");
    if (query.p() == null && query.budget() == null && !goal.mustCover()) {
      throw refused("p", "p is missing: say how many shelters may be new, or give a budget.");
    }
  }

  private static void goals(SitingQuery query, SitingGoal goal) {
    only(goal == SitingGoal.COVER, "curve", query.curve() ? true : null, "the goal cover", goal);
    only(goal == SitingGoal.COVER, "front", query.front() == null || query.front() == 0 ? null : query.front(), "the goal cover", goal);
    only(goal == SitingGoal.COVER, "backupPercent", query.backupPercent(), "the goal cover", goal);
    only(goal == SitingGoal.COVER, "k", query.coverage().k() == null || query.coverage().k() == 1 ? null : query.coverage().k(),
        "the goal cover", goal);
    only(goal.mustCover(), "sharePercent", query.sharePercent(), "the goals fewest and least-cost", goal);
    only(goal == SitingGoal.ROOM, "capacity", query.coverage().conditions().capacity() ? true : null, "the goal room", goal);
  }

  private static void only(boolean fits, String field, Object value, String where, SitingGoal goal) {
    if (!fits && value != null) {
      throw refused(field, field + " is " + value + ", but can be given only for " + where + ", not for " + goal.word() + ".");
    }
  }

  private static void between(String field, Double value, double least, double most, String words) {
    if (value != null && !(value >= least && value <= most)) {
      throw refused(field, field + " is " + value + ", but must be " + words + ".");
    }
  }

  /**
   * Numbers of sites and of spaces.
   *
   * @param most  how many may be chosen
   * @param canBe whether a space is, or may be, a candidate
   * @param cost  of designating a space
   */
  static void numbers(SitingQuery query, int most, IntPredicate canBe, IntToDoubleFunction cost) {
    if (query.p() != null && (query.p() < 1 || query.p() > most)) {
      throw refused("p", query.p() < 1 ? "p is " + query.p() + ", but must be 1 or more."
          : "p is " + query.p() + ", but there are only " + most + " candidates.");
    }
    var open = candidates("open", query.open(), canBe);
    for (int space : candidates("closed", query.closed(), canBe)) {
      if (open.contains(space)) {
        throw refused("closed", "closed has space " + space + ", which is in open, too.");
      }
    }
    int may = query.p() == null ? most : query.p();
    var drawn = query.places().stream().filter(DrawnPlace::open).toList();
    var these = counted(open.size(), "space") + (drawn.isEmpty() ? "" : " and " + counted(drawn.size(), "drawn place"));
    if (open.size() + drawn.size() > may) {
      throw refused("open", "open has " + these + ", but at most " + may + " may be chosen.");
    }
    double spent = open.stream().mapToDouble(cost::applyAsDouble).sum()
        + drawn.stream().mapToDouble(DrawnPlace::cost).sum();
    if (query.budget() != null && spent > query.budget()) {
      throw refused("budget", "budget is " + query.budget() + ", but what is open, " + these + ", costs " + spent + ".");
    }
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  private static TreeSet<Integer> candidates(String field, Iterable<Integer> spaces, IntPredicate canBe) {
    var all = new TreeSet<Integer>();
    for (int space : spaces) {
      if (!canBe.test(space)) {
        throw refused(field, field + " has space " + space + ", which is not a candidate.");
      }
      all.add(space);
    }
    return all;
  }

  /** No two spaces or drawn places that are open are too close. */
  static void apart(SitingQuery query, Posed posed) {
    if (query.apartMetres() == null) {
      return;
    }
    var names = new ArrayList<String>();
    var middles = new ArrayList<Coordinate>();
    var projection = posed.snapshot().projection();
    new TreeSet<>(query.open()).stream().map(posed.city().spaces()::get).forEach(space -> {
      var middle = space.geometry().getInteriorPoint();
      names.add(SitingCandidates.name(space));
      middles.add(projection.toMetres(middle.getX(), middle.getY()));
    });
    for (int i = 0; i < query.places().size(); i++) {
      var place = query.places().get(i);
      if (place.open()) {
        names.add(SitingCandidates.name(place, i));
        middles.add(projection.toMetres(place.lon(), place.lat()));
      }
    }
    for (int i = 0; i < names.size(); i++) {
      for (int k = 0; k < i; k++) {
        if (middles.get(i).distance(middles.get(k)) < query.apartMetres()) {
          throw refused("open", "open has two places, \"" + names.get(k) + "\" and \"" + names.get(i)
              + "\", which are nearer to each other than " + query.apartMetres() + " m.");
        }
      }
    }
  }
}
