package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonground.evacuation.SharedStreet;
import org.commonground.network.Street;
import org.commonground.plan.rules.Terms;
import org.commonground.statement.Statement;

/** Which streets are for cars, how fast they are when empty, and what of their width cars take, by one rule pack. */
record CarRules(Terms terms) {

  private static final Set<String> MAIN = Set.of("trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link",
      "tertiary", "tertiary_link");
  private static final Set<String> LOCAL = Set.of("unclassified", "residential", "road");
  private static final Set<String> SLOW = Set.of("living_street", "service");
  private static final Set<String> CLOSED = Set.of("no", "private");

  boolean drives(Street street) {
    var kind = street.kind();
    return (MAIN.contains(kind) || LOCAL.contains(kind) || SLOW.contains(kind)) && !street.steps() && street.from() != street.to()
        && (street.access() == null || !CLOSED.contains(street.access()));
  }

  /** Of an empty street. */
  double freeSeconds(Street street) {
    var kind = street.kind();
    double kmh = terms.figure("evacuation.car" + (MAIN.contains(kind) ? "Main" : LOCAL.contains(kind) ? "Local" : "Slow") + "Kmh");
    return Math.max(0.1, street.lengthMm() / 1000.0 / (kmh / 3.6));
  }

  /** @param metres width of the whole street */
  SharedStreet share(Street street, double metres) {
    int most = (int) terms.figure("evacuation." + (MAIN.contains(street.kind()) ? "mainLanes" : "localLanes"));
    return SharedStreet.of(Math.max(0, metres), most, terms.figure("evacuation.laneMetres"), terms.figure("evacuation.walkwayMetres"));
  }

  double personsPerCar() {
    return terms.figure("evacuation.personsPerCar");
  }

  int stepSeconds() {
    return (int) terms.figure("evacuation.carStepSeconds");
  }

  /** What was assumed. */
  List<Statement> assumptions() {
    var all = new ArrayList<>(List.of(
        EvacuationWording.CAR_STREETS.with(terms.figure("evacuation.carMainKmh"), terms.figure("evacuation.carLocalKmh"),
            terms.figure("evacuation.carSlowKmh")),
        EvacuationWording.CAR_LANES.with(terms.figure("evacuation.laneMetres"), terms.figure("evacuation.walkwayMetres"),
            terms.figure("evacuation.mainLanes"), terms.figure("evacuation.localLanes")),
        EvacuationWording.CAR_SHARED.with(personsPerCar(), stepSeconds()), EvacuationWording.CAR_FLOW.with()));
    List.of("carMainKmh", "mainLanes", "carsPerHourPerLane", "bprShare", "personsPerCar", "carStepSeconds", "laneMetres")
        .forEach(key -> all.add(terms.sourceOf("evacuation." + key)));
    return all;
  }
}
