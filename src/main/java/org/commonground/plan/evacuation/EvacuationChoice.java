package org.commonground.plan.evacuation;

import static org.commonground.plan.form.Checked.refused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonground.coverage.HazardEffect;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.evacuation.Departure;
import org.commonground.plan.Asked;
import org.commonground.plan.Planner;
import org.commonground.plan.Reaches;
import org.commonground.plan.coverage.Collapse;
import org.commonground.plan.coverage.ExpectedQuery;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Limit;
import org.commonground.plan.rules.Terms;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.space.HazardZone;
import org.commonground.statement.Statement;

/**
 * A question of evacuation, checked.
 *
 * @param asked       the question without evacuation
 * @param walkers     everybody once but those who drive, by how they move; what comes later is not in their way yet
 * @param stepSeconds length of a step of time
 * @param seconds     after which a search stops
 * @param design      whether gates let through what they are designed for, and not what fits through them
 * @param departure   when people set out
 * @param waitSteps   of each district; the last is the ground outside every district
 * @param zones       that come later, by the seconds after which they come
 * @param collapse    of buildings that block streets; null for none
 * @param drivers     who are not among the walkers; null where nobody drives
 */
record EvacuationChoice(EvacuationQuery query, Asked asked, List<Walkers> walkers, int stepSeconds, double seconds, int seed,
    boolean design, Departure departure, int[] waitSteps, TreeMap<Double, List<HazardZone>> zones, Collapse collapse,
    Drivers drivers) {

  static final Limit CAR_PERCENT = new Limit(0, 100);
  static final Limit STEP_SECONDS = new Limit(1, 300);
  static final Limit SAMPLES = new Limit(0, 200);

  private static final double DEFAULT_SECONDS = 60;
  private static final double MOST_SECONDS = 3600;

  /** @throws org.commonground.city.InvalidInput where anything of the question is not one that can be asked for */
  static EvacuationChoice of(Planner planner, EvacuationQuery query) {
    var asked = planner.ask(query.coverage().withRoom()).asIfCrowded();
    int step = Checked.within("stepSeconds", query.stepSeconds(), (int) asked.terms().figure("evacuation.stepSeconds"), STEP_SECONDS);
    var zones = zones(query, asked);
    checkLoss(query, asked);
    var everybody = walkers(asked, zones);
    var drivers = drivers(query, asked, everybody);
    var walkers = drivers == null ? everybody : drivers.walking(everybody);
    return new EvacuationChoice(query, asked.with(walkers.get(0).reach()), walkers, step, seconds(query.seconds()), query.seed() == null ? 1 : query.seed(),
        design(query.gates()), departure(query.departure(), asked.terms()), waits(query, asked, step), zones, collapse(query, asked), drivers);
  }

  private static Drivers drivers(EvacuationQuery query, Asked asked, List<Walkers> everybody) {
    int percent = Checked.within("carPercent", query.carPercent(), 0, CAR_PERCENT);
    if (percent == 0) {
      if (query.contraflow() || !query.exits().isEmpty()) {
        var field = query.contraflow() ? "contraflow" : "exits";
        throw refused(field, field + " is given, but carPercent is 0: say how many percent of the people drive.");
      }
      return null;
    }
    return new Drivers(percent, query.contraflow(), CarExits.of(asked, query.exits()), Drivers.of(everybody, percent));
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

  private static Departure departure(EvacuationQuery.Curve given, Terms terms) {
    var word = given == null || given.curve() == null ? "immediate" : given.curve();
    var curve = switch (word) {
      case "immediate" -> Departure.Curve.IMMEDIATE;
      case "logistic" -> Departure.Curve.LOGISTIC;
      case "rayleigh" -> Departure.Curve.RAYLEIGH;
      default -> throw refused("departure", "departure has the curve " + Checked.shown(word) + ", but must be immediate, logistic or rayleigh.");
    };
    if (curve == Departure.Curve.IMMEDIATE) {
      return Departure.immediate();
    }
    try {
      return new Departure(curve, given.minutes() == null ? terms.figure("evacuation.departureMinutes") : given.minutes(),
          given.slopePerMinute() == null ? terms.figure("evacuation.departureSlopePerMinute") : given.slopePerMinute());
    } catch (IllegalArgumentException mistake) {
      var sentence = mistake.getMessage();
      throw refused("departure", Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".");
    }
  }

  private static Collapse collapse(EvacuationQuery query, Asked asked) {
    int samples = Checked.within("samples", query.samples(), 0, SAMPLES);
    if (samples == 0) {
      if (query.damage() != null || query.model() != null) {
        var field = query.damage() != null ? "damage" : "model";
        throw refused(field, field + " is given, but samples is not: say how many samples of blocked streets.");
      }
      return null;
    }
    long seed = query.seed() == null ? 1 : query.seed();
    var known = Collapse.of(asked, new ExpectedQuery(query.coverage(), query.damage(), null, seed, query.model()));
    return new Collapse(known.model(), known.damage(), samples, seed, known.blockage(), known.assumptions());
  }

  private static double minutes(String field, double minutes) {
    if (!(minutes >= 0 && minutes <= Departure.MOST_MINUTES)) {
      throw refused(field, field + " has " + minutes + " minutes, but must have 0 to " + Departure.MOST_MINUTES + ".");
    }
    return minutes;
  }

  private static int[] waits(EvacuationQuery query, Asked asked, int step) {
    int districts = asked.city().districts().size();
    var waits = new int[districts + 1];
    for (var stage : query.stages()) {
      if (stage.district() < 0 || stage.district() >= districts) {
        throw refused("stages", "stages has district " + stage.district() + ", but " + asked.city().area().title() + " has "
            + (districts == 0 ? "none." : "0 to " + (districts - 1) + "."));
      }
      waits[stage.district()] = (int) Math.round(60 * minutes("stages", stage.minutes()) / step);
    }
    return waits;
  }

  private static void checkLoss(EvacuationQuery query, Asked asked) {
    int streets = asked.city().streets().streets().size();
    for (var lost : query.loss()) {
      minutes("loss", lost.minutes());
      if (lost.minutes() != query.loss().get(0).minutes()) {
        throw refused("loss", "loss has " + query.loss().get(0).minutes() + " and " + lost.minutes()
            + " minutes, but all must be lost at the same time.");
      }
      if (lost.shelter() != null && (lost.shelter() < 0 || lost.shelter() >= asked.situation().shelters().size())) {
        throw refused("loss", "loss has shelter " + lost.shelter() + ", but there are " + asked.situation().shelters().size()
            + " shelters, from 0.");
      }
      if (lost.street() != null && (lost.street() < 0 || lost.street() >= streets)) {
        throw refused("loss", "loss has street " + lost.street() + ", but there are " + streets + " streets, from 0.");
      }
    }
  }

  /** Those that do not lie there from the start. */
  private static TreeMap<Double, List<HazardZone>> zones(EvacuationQuery query, Asked asked) {
    var all = asked.situation().zones(asked.snapshot());
    double general = query.hazardMinutes() == null ? 0 : minutes("hazardMinutes", query.hazardMinutes());
    if (all.isEmpty() && (general > 0 || !query.zones().isEmpty())) {
      var field = general > 0 ? "hazardMinutes" : "zones";
      throw refused(field, field + " is given, but no zones of a hazard are there: ask with a hazard whose zones are known.");
    }
    var minutes = new TreeMap<Integer, Double>();
    all.forEach(zone -> minutes.put(zone.id(), general));
    for (var given : query.zones()) {
      if (minutes.replace(given.zone(), minutes("zones", given.minutes())) == null) {
        throw refused("zones", "zones has zone " + given.zone() + ", but there are only "
            + minutes.keySet().stream().limit(20).map(String::valueOf).collect(Collectors.joining(", ")) + ".");
      }
    }
    var later = new TreeMap<Double, List<HazardZone>>();
    all.stream().filter(zone -> minutes.get(zone.id()) > 0)
        .forEach(zone -> later.computeIfAbsent(60 * minutes.get(zone.id()), none -> new ArrayList<>()).add(zone));
    return later;
  }

  /** Shelters that the hazard takes are no shelters from the start. */
  private static List<Walkers> walkers(Asked asked, TreeMap<Double, List<HazardZone>> later) {
    if (later.isEmpty()) {
      return asked.walkers();
    }
    var situation = asked.situation();
    var now = situation.zones(asked.snapshot()).stream().filter(zone -> later.values().stream().noneMatch(some -> some.contains(zone))).toList();
    return asked.walkers().stream().map(some -> {
      var wading = asked.terms().wading(some.reach().problem().profile());
      var effect = HazardEffect.of(asked.city().streets(), asked.snapshot().places(), now, wading)
          .closing(situation.closedAreas(), situation.closedStreets());
      var sites = situation.sites(Reaches.of(asked.snapshot()).effect(wading, situation));
      return new Walkers(some.reach().changed(sites, effect.circumstances()), some.people());
    }).toList();
  }

  /** When what comes later comes, to the group that is stopped by least. */
  List<EvacuationTimes.Timed> timed() {
    var wading = asked.terms().wading(asked.profile());
    return zones.entrySet().stream().map(each -> new EvacuationTimes.Timed(HazardEffect.of(asked.city().streets(), asked.snapshot().places(),
        each.getValue(), wading), (int) (each.getKey() / stepSeconds))).toList();
  }

  /** What is said of departure and of what comes later, one sentence each. */
  List<Statement> assumptions() {
    var all = new ArrayList<Statement>();
    all.add(switch (departure.curve()) {
      case IMMEDIATE -> (query.stages().isEmpty() ? EvacuationWording.SET_OUT_AT_ONCE : EvacuationWording.SET_OUT_BUT_WAITING).with();
      case LOGISTIC -> EvacuationWording.SET_OUT_LOGISTIC.with(departure.minutes(), departure.slopePerMinute());
      case RAYLEIGH -> EvacuationWording.SET_OUT_RAYLEIGH.with(departure.minutes());
    });
    if (departure.curve() != Departure.Curve.IMMEDIATE && query.departure().minutes() == null) {
      all.add(asked.terms().sourceOf("evacuation.departureMinutes"));
    }
    query.stages().forEach(stage -> all.add(EvacuationWording.DISTRICT_WAITS.with(
        asked.city().districts().get(stage.district()).name(), stage.minutes())));
    zones.forEach((seconds, some) -> all.add(EvacuationWording.ZONES_COME.with(some.size(), seconds / 60.0)));
    return all;
  }

  /** Step at which each of so many people or cars sets out, in an order that the seed draws; empty where all set out at once. */
  int[] leaving(int count, int secondsEach) {
    if (departure.curve() == Departure.Curve.IMMEDIATE) {
      return new int[0];
    }
    var ready = departure.readyAtStep(count, secondsEach, 0);
    var steps = new int[count];
    int next = 0;
    for (int step = 0; step < ready.length; step++) {
      Arrays.fill(steps, next, next + ready[step], step);
      next += ready[step];
    }
    var random = new SplittableRandom(seed);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int step = steps[i];
      steps[i] = steps[other];
      steps[other] = step;
    }
    return steps;
  }

  /** What of each street's width cars take; null where nobody drives. */
  CarRules carRules() {
    return drivers == null ? null : new CarRules(asked.terms());
  }

  /** Districts, and the ground outside every district. */
  int districts() {
    return asked.city().districts().size() + 1;
  }

  String groupName(int group) {
    return walkers.get(group).reach().problem().profile().name();
  }

  List<ScenarioShelter> shelters() {
    return asked.situation().shelters();
  }
}
