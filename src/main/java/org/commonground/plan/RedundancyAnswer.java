package org.commonground.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.ShelterLoss;
import org.commonground.coverage.ShelterLosses;
import org.commonground.coverage.Tally;
import org.commonground.space.Shelter;

/**
 * Who has a second and a third shelter in time, and who would be left if one were lost.
 *
 * @param coverage people by whether they reach at least k different shelters in time, for k = 1, 2, 3
 * @param losses   one per shelter; the one whose loss uncovers most people comes first
 */
public record RedundancyAnswer(String area, LocalDate dataDate, String scenario, String hazard, boolean night, RulesName rules,
    String profile, int minutes, long seed, List<KPart> coverage, List<LossPart> losses, String shelterNote, String attribution, List<String> assumptions,
    long elapsedMillis) {

  static RedundancyAnswer of(Asked asked) {
    var byK = IntStream.rangeClosed(1, CoverageSolver.MOST_SHELTERS).mapToObj(k -> KPart.of(k, asked.coverage(k).total())).toList();
    var losses = ShelterLosses.rank(asked.reach(), asked.limitMillis()).stream()
        .map(loss -> LossPart.of(asked.shelter(loss.shelter()), loss)).toList();
    var about = asked.provenance(0);
    return new RedundancyAnswer(about.area(), about.dataDate(), about.scenario(), about.hazard(), about.night(), about.rules(),
        about.profile(), about.minutes(), about.seed(), byK, losses, about.shelterNote(), about.attribution(), about.assumptions(),
        asked.elapsedMillis());
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
   * @param bounds    west, south, east, north of where those live; null where there are none
   */
  public record LossPart(int shelter, String name, Map<String, String> names, Integer capacity, double lon, double lat,
      int people, int uncovered, double[] bounds) {

    static LossPart of(Shelter shelter, ShelterLoss loss) {
      var inside = shelter.geometry().getInteriorPoint();
      var bounds = loss.uncovered() == 0 ? null : new double[] {Places.degrees(loss.west()), Places.degrees(loss.south()),
          Places.degrees(loss.east()), Places.degrees(loss.north())};
      return new LossPart(shelter.id(), shelter.name(), shelter.names(), shelter.capacity(), Places.degrees(inside.getX()),
          Places.degrees(inside.getY()), loss.people(), loss.uncovered(), bounds);
    }
  }
}
