package org.commonground.plan.rules;

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
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Limit;
import org.commonground.plan.form.RulesName;
import org.commonground.rules.RulePack;
import org.commonground.statement.Statement;

/** What may be asked, and what is meant where something is left out, by one rule pack. Immutable. */
public final class Terms {

  public static final Limit MINUTES = new Limit(1, 120);

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

  public RulePack rules() {
    return rules;
  }

  /** Changes whenever anything in the pack does. */
  public String version() {
    return version;
  }

  public RulesName name() {
    return new RulesName(rules.name(), rules.version());
  }

  /**
   * @param name  null for the pack's first
   * @param night whether it walks by night
   * @throws InvalidInput where there is none of this name
   */
  public Profile profile(String name, boolean night) {
    var found = name == null ? profiles.values().iterator().next() : profiles.get(name);
    if (found == null) {
      throw new InvalidInput(Code.PROFILE_UNKNOWN, "profile",
          "There is no profile named \"" + name + "\": choose one of " + String.join(", ", profiles.keySet()) + ".");
    }
    return night ? found.slowed(figure("night.speedFactor")) : found;
  }

  /** Whether there is a profile of this name. */
  public boolean has(String name) {
    return profiles.containsKey(name);
  }

  /** How deep water stops a profile. */
  public Wading wading(Profile profile) {
    return wadings.get(profile.name());
  }

  /** What counts as in time; null for the figure of the pack. */
  public int minutes(Integer asked) {
    return Checked.within("minutes", asked, defaultMinutes(), MINUTES);
  }

  public int defaultMinutes() {
    return (int) figure("coverage.minutes");
  }

  /** @throws IllegalArgumentException where the pack has no such figure */
  public double figure(String key) {
    return rules.value(key);
  }

  /** Where a figure comes from, as an assumption. */
  public Statement sourceOf(String key) {
    var figure = rules.get(key);
    return (figure.verified() ? RulesWording.FIGURE_VERIFIED : RulesWording.FIGURE).with(key, figure.value(), figure.unit(), figure.pack(),
        cited(figure.clause(), figure.source()));
  }

  /** Where the figures come from whose keys begin so, one for each source. */
  public List<Statement> sourcesOf(String start) {
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

  /** In the order of the pack: the first is meant where none is named. */
  public List<ProfileAnswer> profiles() {
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
  public List<Statement> assumptions(Profile profile, boolean night, boolean ownMinutes) {
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
}
