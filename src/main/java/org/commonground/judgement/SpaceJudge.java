package org.commonground.judgement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.city.City;
import org.commonground.geo.LocalProjection;
import org.commonground.rules.RulePack;
import org.commonground.space.CapacityProblem;
import org.commonground.space.CapacitySolver;
import org.commonground.space.EffectiveAreaProblem;
import org.commonground.space.EffectiveAreaResult;
import org.commonground.space.EffectiveAreaSolver;
import org.commonground.space.EntranceProblem;
import org.commonground.space.EntranceResult;
import org.commonground.space.EntranceSolver;
import org.commonground.space.FacilityKind;
import org.commonground.space.Hazard;
import org.commonground.space.HazardExposure;
import org.commonground.space.OpeningHours;
import org.commonground.space.Space;
import org.commonground.space.SpaceFacts;
import org.commonground.space.SuitabilityProblem;
import org.commonground.space.SuitabilityResult;
import org.commonground.space.SuitabilitySolver;
import org.commonground.space.Surroundings;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Geometry;

/**
 * Judges the spaces of a city by one rule pack.
 *
 * <ol>
 *   <li>What lies around spaces is brought into metres and indexed once.
 *   <li>Of each space its usable ground is measured, then its entrances, then what it holds.
 *   <li>For each hazard that the rules test, or of which zones are known, its tests are made on the ground that the zones leave.
 *   <li>What is on it and around it is counted.
 * </ol>
 *
 * <p>Immutable and safe for use by many threads. What is weighed against each other is in {@link Worth}.
 */
public final class SpaceJudge {

  private static final List<Statement> ASSUMPTIONS = List.of(JudgementWording.UNRECORDED_BOTH_WAYS.with(),
      JudgementWording.NEAREST_RECORDED.with(), JudgementWording.WATER_WITHOUT_SEA.with());

  private final City city;
  private final RulePack rules;
  private final LocalProjection projection;
  private final Surroundings surroundings;
  private final Nearby nearby;
  private final List<Hazard> hazards;

  public SpaceJudge(City city, RulePack rules) {
    this.city = city;
    this.rules = rules;
    projection = LocalProjection.around(city.area().boundary().getEnvelopeInternal());
    surroundings = new Surroundings(CityGround.of(city, projection, rules));
    nearby = new Nearby(city.facilities(), projection);
    hazards = Stream.of(Hazard.values()).filter(hazard -> surroundings.maps(hazard) || isTested(hazard)).toList();
  }

  private boolean isTested(Hazard hazard) {
    return rules.figures().keySet().stream().anyMatch(key -> key.startsWith("suitability." + hazard.word() + "."));
  }

  /** Hazards that spaces are judged for. */
  public List<Hazard> hazards() {
    return hazards;
  }

  public LocalProjection projection() {
    return projection;
  }

  /** What holds for every judgement. */
  public List<Statement> assumptions() {
    var told = new ArrayList<>(ASSUMPTIONS);
    if (!surroundings.leftOut().isEmpty()) {
      told.add(JudgementWording.SHAPES_LEFT_OUT.with(surroundings.leftOut().size()));
    }
    if (city.slopes().isEmpty()) {
      told.add(JudgementWording.SLOPES_UNKNOWN.with());
    }
    return told;
  }

  /**
   * @param given  capacity that somebody has recorded; null for none
   * @param indoor true for a building, false for open ground, null where only its kind says so
   */
  public JudgedSpace judge(Space space, Integer given, Boolean indoor) {
    var shape = projection.toMetres(space.geometry());
    var ground = ground(shape, null);
    var entrances = EntranceSolver.solve(new EntranceProblem(shape, surroundings, rules)).orElse(null);
    var facts = facts(space, shape, indoor);
    var suitability = new EnumMap<Hazard, SuitabilityResult>(Hazard.class);
    hazards.forEach(hazard -> suitability.put(hazard, suitability(shape, hazard, ground, entrances, facts)));
    var room = CapacitySolver.solve(new CapacityProblem(ground, facts.buildings(), given, rules));
    return new JudgedSpace(space, ground, room, entrances, Collections.unmodifiableMap(suitability), facts,
        nearby.on(shape, Nearby.AMENITIES), takingPart(shape), OpeningHours.of(space.tags().get("opening_hours")));
  }

  private EffectiveAreaResult ground(Geometry shape, Hazard hazard) {
    return EffectiveAreaSolver.solve(new EffectiveAreaProblem(shape, surroundings, hazard, rules)).orElse(null);
  }

  private SuitabilityResult suitability(Geometry shape, Hazard hazard, EffectiveAreaResult whole, EntranceResult entrances,
      SpaceFacts facts) {
    var ground = surroundings.maps(hazard) ? ground(shape, hazard) : whole;
    return SuitabilitySolver.solve(new SuitabilityProblem(hazard, ground, entrances, HazardExposure.of(shape, surroundings, hazard), facts,
        rules));
  }

  /** What its kind and its tags say of it. */
  private SpaceFacts facts(Space space, Geometry shape, Boolean indoor) {
    var metresTo = nearby.metresTo(shape);
    var wheelchair = switch (space.tags().getOrDefault("wheelchair", "")) {
      case "yes", "designated" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> null;
    };
    return switch (space.kind()) {
      case PARK, GARDEN, SQUARE, PLAYGROUND, PITCH, SPORTS_GROUND, CAR_PARK, RECREATION_GROUND ->
          new SpaceFacts(true, false, wheelchair, List.of(), metresTo);
      case OTHER -> Boolean.FALSE.equals(indoor) ? new SpaceFacts(true, false, wheelchair, List.of(), metresTo)
          : built(shape, indoor == null ? null : false, indoor, wheelchair, metresTo);
      default -> built(shape, null, true, wheelchair, metresTo);
    };
  }

  private SpaceFacts built(Geometry shape, Boolean openGround, Boolean building, Boolean wheelchair, Map<String, Double> metresTo) {
    var own = surroundings.buildingsInside(shape);
    return new SpaceFacts(openGround, building, wheelchair, own.isEmpty() ? null : own, metresTo);
  }

  private Map<FacilityKind, Integer> takingPart(Geometry shape) {
    var counts = new EnumMap<FacilityKind, Integer>(FacilityKind.class);
    nearby.within(shape, Nearby.TAKING_PART, rules.value("everyday.participationMetres"))
        .forEach(facility -> counts.merge(facility.kind(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }
}
