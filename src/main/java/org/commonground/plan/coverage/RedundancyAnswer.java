package org.commonground.plan.coverage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.ShelterLoss;
import org.commonground.coverage.ShelterLosses;
import org.commonground.coverage.StreetLoss;
import org.commonground.coverage.Tally;
import org.commonground.network.Street;
import org.commonground.plan.Asked;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.Found;
import org.commonground.plan.form.People;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.RulesName;
import org.commonground.plan.form.WalkSeconds;
import org.commonground.space.Shelter;
import org.commonground.statement.Statement;

/**
 * Who has a second and a third shelter in time, and who would be left if one were lost.
 *
 * @param coverage people by whether they reach at least k different shelters in time, for k = 1, 2, 3
 * @param losses   one per shelter; the one whose loss uncovers most people comes first
 * @param streets  street sections whose loss uncovers anybody, most people first, as many as asked for
 * @param streetCount how many there are
 */
public record RedundancyAnswer(String area, LocalDate dataDate, String scenario, String hazard, boolean night, RulesName rules,
    String profile, int minutes, long seed, List<KPart> coverage, List<LossPart> losses, List<StreetPart> streets, int streetCount,
    String shelterNote, String attribution, List<Statement> assumptions,
    long elapsedMillis) {

  /** @param count how many streets to list */
  static Found<RedundancyAnswer> find(Asked asked, int count) {
    var losses = ShelterLosses.rank(asked.reach(), asked.limitMillis());
    var streets = asked.snapshot().streetLosses(asked.reach(), asked.minutes());
    var layers = new LinkedHashMap<String, Supplier<FeatureLayer>>();
    layers.put("shelter_loss", () -> LossLayers.shelterLoss(asked, losses));
    layers.put("street_loss", () -> LossLayers.streetLoss(asked, streets));
    return new Found<>(of(asked, losses, streets, count), layers);
  }

  private static RedundancyAnswer of(Asked asked, List<ShelterLoss> losses, List<StreetLoss> streets, int count) {
    var byK = IntStream.rangeClosed(1, CoverageSolver.MOST_SHELTERS).mapToObj(k -> KPart.of(k, asked.coverage(k).total())).toList();
    var told = losses.stream().map(loss -> LossPart.of(asked.shelter(loss.shelter()), loss)).toList();
    var listed = streets.stream().limit(count).map(loss -> StreetPart.of(asked.city().streets().street(loss.street()), loss)).toList();
    var about = asked.provenance(0);
    return new RedundancyAnswer(about.area(), about.dataDate(), about.scenario(), about.hazard(), about.night(), about.rules(),
        about.profile(), about.minutes(), about.seed(), byK, told, listed, streets.size(), about.shelterNote(), about.attribution(),
        about.assumptions(), asked.elapsedMillis());
  }

  /** @param walkSeconds to the k-th nearest shelter */
  public record KPart(int k, People people, WalkSeconds walkSeconds) {

    static KPart of(int k, Tally tally) {
      return new KPart(k, People.of(tally), WalkSeconds.of(tally));
    }
  }

  /**
   * @param people    persons for whom it is the nearest shelter, in time
   * @param uncovered of these, the persons who reach no other in time
   * @param personMinutes walking time that the others add to theirs, to the second nearest
   * @param bounds    west, south, east, north of where those live; null where there are none
   */
  public record LossPart(int shelter, String name, Map<String, String> names, Integer capacity, double lon, double lat,
      int people, int uncovered, long personMinutes, double[] bounds) {

    static LossPart of(Shelter shelter, ShelterLoss loss) {
      var inside = shelter.geometry().getInteriorPoint();
      var bounds = loss.uncovered() == 0 ? null : new double[] {Places.degrees(loss.west()), Places.degrees(loss.south()),
          Places.degrees(loss.east()), Places.degrees(loss.north())};
      return new LossPart(shelter.id(), shelter.name(), shelter.names(), shelter.capacity(), Places.degrees(inside.getX()),
          Places.degrees(inside.getY()), loss.people(), loss.uncovered(), LossLayers.minutes(loss.addedPersonMillis()), bounds);
    }
  }

  /**
   * @param uncovered persons who reach a shelter in time now, and then do not
   * @param personMinutes walking time that the others who walk on it add to theirs to a shelter in time
   * @param bounds    west, south, east, north of where those live
   * @param line      the section, lon and lat of each point
   */
  public record StreetPart(int street, String name, Map<String, String> names, String kind, boolean bridge, boolean tunnel,
      boolean steps, double lon, double lat, int uncovered, long personMinutes, double[] bounds, double[][] line) {

    static StreetPart of(Street street, StreetLoss loss) {
      var middle = Places.middle(street.line());
      var points = street.line().getCoordinates();
      var line = new double[points.length][];
      for (int i = 0; i < line.length; i++) {
        line[i] = new double[] {Places.degrees(points[i].x), Places.degrees(points[i].y)};
      }
      return new StreetPart(street.id(), street.name(), street.names(), street.kind(), street.bridge(), street.tunnel(), street.steps(),
          Places.degrees(middle.x), Places.degrees(middle.y), loss.uncovered(), LossLayers.minutes(loss.addedPersonMillis()),
              new double[] {Places.degrees(loss.west()),
              Places.degrees(loss.south()), Places.degrees(loss.east()), Places.degrees(loss.north())}, line);
    }
  }
}
