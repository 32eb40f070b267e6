package org.commonground.plan.nearest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.coverage.Way;
import org.commonground.coverage.WayStep;
import org.commonground.plan.Asked;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.WalkSeconds;
import org.commonground.plan.nearest.NearestAnswer.Line;
import org.commonground.plan.nearest.NearestAnswer.ShelterWay;
import org.commonground.plan.nearest.NearestAnswer.Step;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.space.Shelter;
import org.locationtech.jts.geom.LineString;

/** Says ways to the shelters of one city as answers carry them. What every answer repeats is made once. Immutable. */
public final class WayAnswers {

  private final List<Place> places;

  /** A shelter with a place to put its name. */
  private record Place(Shelter shelter, double lon, double lat, Map<String, String> hazards) {
  }

  /** Those to the shelters of a question. */
  static WayAnswers of(Asked asked) {
    return asked.scenario() == null ? asked.snapshot().known(WayAnswers.class, known -> new WayAnswers(known.city().shelters()))
        : new WayAnswers(asked.situation().shelters().stream().map(ScenarioShelter::shelter).toList());
  }

  private WayAnswers(List<Shelter> shelters) {
    places = shelters.stream().map(shelter -> {
      var inside = shelter.geometry().getInteriorPoint();
      var hazards = new TreeMap<String, String>();
      shelter.hazards().forEach((hazard, fit) -> hazards.put(hazard.word(), fit.name().toLowerCase(Locale.ROOT)));
      return new Place(shelter, Places.degrees(inside.getX()), Places.degrees(inside.getY()), hazards);
    }).toList();
  }

  /** @param inHazard whether it is not known if one can walk from where the way begins */
  ShelterWay of(Way way, int minutes, boolean inHazard, StepWords words) {
    var place = places.get(way.shelter());
    var shelter = place.shelter();
    return new ShelterWay(shelter.id(), shelter.name(), shelter.names(), shelter.capacity(), shelter.illustrative(), place.lon(),
        place.lat(), place.hazards(), WalkSeconds.seconds(way.millis()), WalkSeconds.seconds(way.optimisticMillis()),
        inHazard ? "unknown" : inTime(way, minutes * 60_000), way.straightLine(), Places.metres(way.metres()), new Line("LineString", route(way.line())),
        steps(way.steps(), words));
  }

  private static String inTime(Way way, int limitMillis) {
    return way.straightLine() ? "unknown"
        : way.millis() <= limitMillis ? "yes" : way.optimisticMillis() <= limitMillis ? "unknown" : "no";
  }

  private static double[][] route(LineString line) {
    var points = line.getCoordinateSequence();
    var route = new double[points.size()][];
    for (int i = 0; i < route.length; i++) {
      route[i] = new double[] {Places.degrees(points.getX(i)), Places.degrees(points.getY(i))};
    }
    return route;
  }

  /** The steps of a way in words. */
  public static List<Step> steps(List<WayStep> steps, StepWords words) {
    var said = new ArrayList<Step>(steps.size());
    for (var step : steps) {
      said.add(new Step(step.turn().word(), step.street(), step.kind(), Places.metres(step.metres()),
          (int) Math.round(step.millis() / 1000.0), Places.degrees(step.lon()), Places.degrees(step.lat()), step.stairs(),
          words.text(step)));
    }
    return said;
  }
}
