package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;
import org.commonground.plan.rules.Terms;
import org.commonground.statement.Statement;

/**
 * How many people streets and gates let through, by one rule pack and one reading of what is not recorded.
 *
 * <p>Effective is what is left of a width without its edges, but never less than one person in a file needs, unless nothing is there.
 *
 * @param cars what cars take of a street; null where nobody drives
 */
record EvacuationWidths(Terms terms, int stepSeconds, Unknowns reading, CarRules cars) {

  private static final Set<String> PATHS = Set.of("footway", "path", "steps", "cycleway", "bridleway", "corridor");
  private static final Set<String> STREETS = Set.of("residential", "living_street", "pedestrian", "service", "unclassified", "track");
  private static final double FILE_METRES = 0.3;

  /** For people on foot, of the width that is recorded, or assumed for its kind. */
  double metres(Street street) {
    double all = wholeMetres(street);
    return cars != null && cars.drives(street) ? cars.share(street, all).walkMetres() : all;
  }

  private double wholeMetres(Street street) {
    if (street.widthM() != null) {
      return street.widthM();
    }
    boolean wide = reading == Unknowns.OPTIMISTIC;
    return terms.figure("evacuation." + (PATHS.contains(street.kind()) ? wide ? "widePath" : "path"
        : STREETS.contains(street.kind()) ? wide ? "wideStreet" : "street" : wide ? "wideRoad" : "road") + "Metres");
  }

  double effectiveMetres(Street street) {
    double width = metres(street);
    return width <= 0 ? 0 : Math.max(FILE_METRES, width - 2 * terms.figure("evacuation.edgeMetres"));
  }

  /** People who may enter it in one step, each way. */
  int peoplePerStep(Street street) {
    return whole(effectiveMetres(street) * terms.figure("evacuation.personsPerSecondPerMetre"));
  }

  /** People who may pass in one step where a shelter is entered from this street. */
  int gatePeoplePerStep(Street street, boolean design) {
    return design ? whole(Math.max(0, metres(street)) * terms.figure("entrance.personsPerMinutePerMetre") / 60) : peoplePerStep(street);
  }

  /** Rounded down, but nothing that lets anybody through is closed by that. */
  private int whole(double perSecond) {
    return perSecond <= 0 ? 0 : (int) Math.max(1, perSecond * stepSeconds);
  }

  /** People who find room on so much of it, in one direction. */
  int storage(Street street, double metresLong, int least) {
    return (int) Math.max(Math.max(1, least), effectiveMetres(street) / 2 * metresLong / terms.figure("evacuation.jamM2PerPerson"));
  }

  /** What was assumed. */
  List<Statement> assumptions(StreetNetwork streets, boolean design) {
    long recorded = streets.streets().stream().filter(street -> street.widthM() != null).count();
    var told = new ArrayList<>(List.of(
        EvacuationWording.WIDTHS_RECORDED.with(recorded, streets.streets().size(), terms.figure("evacuation.pathMetres"),
            terms.figure("evacuation.streetMetres"), terms.figure("evacuation.roadMetres"), terms.figure("evacuation.widePathMetres"),
            terms.figure("evacuation.wideStreetMetres"), terms.figure("evacuation.wideRoadMetres")),
        terms.sourceOf("evacuation.streetMetres"), terms.sourceOf("evacuation.wideStreetMetres"),
        terms.sourceOf("evacuation.personsPerSecondPerMetre"), terms.sourceOf("evacuation.edgeMetres"),
        terms.sourceOf("evacuation.jamM2PerPerson"),
        EvacuationWording.WHOLE_WIDTH.with(), EvacuationWording.TIME_STEPS.with(stepSeconds)));
    if (design) {
      told.add(EvacuationWording.GATE_BY_DESIGN.with());
      told.add(terms.sourceOf("entrance.personsPerMinutePerMetre"));
    } else {
      told.add(EvacuationWording.GATE_BY_STREET.with());
    }
    return told;
  }
}
