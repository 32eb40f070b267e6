package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonground.evacuation.SharedStreet;
import org.commonground.network.Street;
import org.commonground.plan.rules.Terms;

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

  /** What was assumed, one sentence each. */
  List<String> assumptions() {
    var all = new ArrayList<>(List.of(
        String.format(Locale.ROOT, "Cars use main, local and service streets, no ways for people on foot, no tracks and nothing private; streets "
            + "closed to people on foot, such as motorways, are not known here. One-way streets are not recorded: cars take all streets both "
            + "ways. Empty streets are driven at %.0f km/h (main), %.0f (local) or %.0f (service and living streets).",
            terms.figure("evacuation.carMainKmh"), terms.figure("evacuation.carLocalKmh"), terms.figure("evacuation.carSlowKmh")),
        String.format(Locale.ROOT, "A street has as many lanes of %.1f m as fit beside a walkway of %.1f m, at most %.0f (main) or %.0f (others), "
            + "half of them each way. On these streets people on foot have what the lanes leave, at gates too, whether or not cars come.",
            terms.figure("evacuation.laneMetres"), terms.figure("evacuation.walkwayMetres"), terms.figure("evacuation.mainLanes"),
            terms.figure("evacuation.localLanes")),
        String.format(Locale.ROOT, "%.1f people share a car. Those of one district who join at the same junction, the nearer end of their nearest "
            + "street for cars, count together, the last car may be less full, and full cars leave first. Time goes in steps of %d s for "
            + "cars: a drive is rounded to whole steps, at least one each section, and the cars that pass in a step down to whole cars, so that plan "
            + "and bound are rather too long than too short.",
            personsPerCar(), stepSeconds()),
        "Cars that are sent keep to the flow that a street lets through; their drives take as long as on full streets, for the bound as on "
            + "empty ones. Beyond an exit nothing holds cars up."));
    List.of("carMainKmh", "mainLanes", "carsPerHourPerLane", "bprShare", "personsPerCar", "carStepSeconds", "laneMetres")
        .forEach(key -> all.add(terms.sourceOf("evacuation." + key)));
    return all;
  }
}
