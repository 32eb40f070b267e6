package org.commonground.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.coverage.Wading;
import org.commonground.network.Profile;
import org.commonground.network.Slope;
import org.commonground.plan.AreaAnswer.Limit;
import org.commonground.plan.AreaAnswer.ProfileAnswer;
import org.commonground.rules.RulePack;
import org.commonground.statement.Statement;

/** What may be asked, and what is meant where something is left out, by one rule pack. Immutable. */
final class Terms {

  static final Limit MINUTES = new Limit(1, 120);

  private final RulePack rules;
  private final String version;
  private final Map<String, Profile> profiles = new LinkedHashMap<>();
  private final Map<String, Wading> wadings = new LinkedHashMap<>();

  Terms(RulePack rules) {
    this.rules = rules;
    version = rules.name() + "." + Integer.toHexString(rules.hashCode());
    rules.movements().forEach((name, movement) -> {
      profiles.put(name, new Profile(name, movement.speedMetresPerSecond(), movement.stairsMetresPerSecond(), movement.wheels(),
          movement.maxGradePercent(), new Slope(movement.slopeDecay(), movement.slopeShift())));
      wadings.put(name, new Wading(movement.slowWaterMetres(), movement.slowWaterFactor(), movement.closedWaterMetres()));
    });
  }

  RulePack rules() {
    return rules;
  }

  /** Changes whenever anything in the pack does. */
  String version() {
    return version;
  }

  RulesName name() {
    return new RulesName(rules.name(), rules.version());
  }

  /**
   * @param name  null for the pack's first
   * @param night whether it walks by night
   * @throws InvalidInput where there is none of this name
   */
  Profile profile(String name, boolean night) {
    var found = name == null ? profiles.values().iterator().next() : profiles.get(name);
    if (found == null) {
      throw new InvalidInput(Code.PROFILE_UNKNOWN, "profile",
          "There is no profile named \"" + name + "\": choose one of " + String.join(", ", profiles.keySet()) + ".");
    }
    return night ? found.slowed(figure("night.speedFactor")) : found;
  }

  /** Whether there is a profile of this name. */
  boolean has(String name) {
    return profiles.containsKey(name);
  }

  /** How deep water stops a profile. */
  Wading wading(Profile profile) {
    return wadings.get(profile.name());
  }

  int minutes(Integer asked) {
    return checked("minutes", asked, defaultMinutes(), MINUTES);
  }

  int defaultMinutes() {
    return (int) figure("coverage.minutes");
  }

  /** @throws IllegalArgumentException where the pack has no such figure */
  double figure(String key) {
    return rules.value(key);
  }

  /** Where a figure comes from, as an assumption. */
  Statement sourceOf(String key) {
    var figure = rules.get(key);
    return (figure.verified() ? RulesWording.FIGURE_VERIFIED : RulesWording.FIGURE).with(key, figure.value(), figure.unit(), figure.pack(),
        cited(figure.clause(), figure.source()));
  }

  /** Where the figures come from whose keys begin so, one for each source. */
  List<Statement> sourcesOf(String start) {
    var told = new LinkedHashSet<Statement>();
    rules.figures().forEach((key, figure) -> {
      if (key.startsWith(start)) {
        told.add((figure.verified() ? RulesWording.FIGURES_VERIFIED : RulesWording.FIGURES).with(start, figure.pack(),
            cited(figure.clause(), figure.source())));
      }
    });
    return List.copyOf(told);
  }

  private static String cited(String clause, String source) {
    return clause == null ? source : clause + "; " + source;
  }

  List<ProfileAnswer> profiles() {
    var answers = new ArrayList<ProfileAnswer>();
    rules.movements().forEach((name, movement) -> answers.add(new ProfileAnswer(name, movement.speedMetresPerSecond(),
        movement.stairsMetresPerSecond(), movement.wheels(), movement.source(), movement.verified())));
    return answers;
  }

  /**
   * Where the figures that a question takes from the pack come from.
   *
   * @param night      whether people walk by night
   * @param ownMinutes whether the pack says what counts as in time
   */
  List<Statement> assumptions(Profile profile, boolean night, boolean ownMinutes) {
    var movement = rules.movements().get(profile.name());
    var figures = movement.verified() ? RulesWording.PROFILE_FIGURES_VERIFIED : RulesWording.PROFILE_FIGURES;
    var assumptions = new ArrayList<>(List.of(figures.with(profile.name(), movement.pack(), movement.source())));
    if (night) {
      assumptions.add(sourceOf("night.speedFactor"));
    }
    if (ownMinutes) {
      assumptions.add(sourceOf("coverage.minutes"));
    }
    return assumptions;
  }

  static int checked(String field, Integer asked, int otherwise, Limit limit) {
    int value = asked == null ? otherwise : asked;
    if (value < limit.min() || value > limit.max()) {
      throw new InvalidInput(Code.OPTION, field,
          field + " is " + value + ", but must be " + limit.min() + " to " + limit.max() + ".");
    }
    return value;
  }
}
