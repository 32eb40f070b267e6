package org.commonground.plan.nearest;

import static org.commonground.plan.form.Checked.within;

import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.coverage.ShelterFinder;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.form.Limit;

/** Answers which shelters are nearest to one person, and how to walk there. */
public final class Nearest {

  private static final Limit SHELTERS = new Limit(1, 50);
  private static final int DEFAULT_SHELTERS = 3;

  private Nearest() {
  }

  /** @throws InvalidInput as {@link Planner#ask}, and where the place is not one that can be asked for */
  public static NearestAnswer answer(Planner planner, NearestQuery query) {
    int count = within("count", query.count(), DEFAULT_SHELTERS, SHELTERS);
    checkPlace(query);
    var asked = planner.ask(new CoverageQuery(query.area(), query.profile(), query.minutes(), null, null, query.conditions()));
    var city = asked.city();
    if (!asked.snapshot().contains(query.lon(), query.lat())) {
      throw new InvalidInput(Code.OUTSIDE_AREA, "at", String.format(java.util.Locale.ROOT,
          "%s, %s lies more than %.0f m outside %s.", query.lon(), query.lat(), Snapshot.MARGIN_METRES, city.area().title()));
    }
    var words = StepWords.of(query.language());
    boolean inHazard = asked.isClosed(query.lon(), query.lat());
    var said = WayAnswers.of(asked);
    var ways = new ShelterFinder(asked.reach()).nearest(query.lon(), query.lat(), count).stream()
        .map(way -> said.of(way, asked.minutes(), inHazard, words)).toList();
    return new NearestAnswer(query.area(), city.area().dataDate(), query.conditions().scenario(), query.conditions().hazard(),
        query.conditions().night(), asked.terms().name(), asked.profile().name(), asked.minutes(), 0,
        new double[] {query.lon(), query.lat()}, inHazard, ways, city.area().shelterNote(), city.area().attribution(), asked.assumptions(),
        asked.elapsedMillis());
  }

  private static void checkPlace(NearestQuery query) {
    if (!(Math.abs(query.lon()) <= 180)) {
      throw new InvalidInput(Code.OPTION, "lon", "lon is " + query.lon() + ", but must be -180 to 180.");
    }
    if (!(Math.abs(query.lat()) <= 90)) {
      throw new InvalidInput(Code.OPTION, "lat", "lat is " + query.lat() + ", but must be -90 to 90.");
    }
  }
}
