package org.commonground.cli;

import java.util.List;
import java.util.Locale;

/** A siting result with the file's own names; null for what is not known or was not asked. */
record SolveAnswer(String objective, int points, int candidates, Integer p, Double radius, Double value, Double bound, Double gap,
    boolean proven, String stopped, List<Site> chosen, List<Alternative> alternatives, List<Ranked> ranked, List<Step> curve,
    List<Compromise> front, List<String> beyondReach, int branches, List<String> notes, long elapsedMillis) {

  private static final int SHOWN = 20;

  /** @param adds to the value; null where that is not computed */
  record Site(String id, Double adds) {
  }

  /** @param loses of the value, when it takes the place of a chosen site */
  record Alternative(String id, double loses) {
  }

  /** Another set that is nearly as good. */
  record Ranked(double value, List<String> chosen) {
  }

  /** What so many sites cover at best. */
  record Step(int p, Double value, Double bound) {
  }

  /** A set that is the best for some weighing of two aims. */
  record Compromise(double weight, Double bound, double other, List<String> chosen, boolean proven) {
  }

  String text() {
    var text = new StringBuilder();
    if (value == null) {
      text.append(objective).append(": ").append(stopped).append(".\n");
    } else {
      best(text);
    }
    more(text);
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString().stripTrailing();
  }

  private void best(StringBuilder text) {
    text.append(String.format(Locale.ROOT, "%s: value %,.2f, bound %,.2f, gap %.4f %%, %s after %.1f s.%n", objective, value, bound,
        100 * (gap == null ? Double.NaN : gap), proven ? "proven optimal" : "stopped by " + stopped, elapsedMillis / 1e3));
    text.append(String.format(Locale.ROOT, "%n  %d of %d candidates%n", chosen.size(), candidates));
    chosen.forEach(site -> text.append("  ").append(site.id).append(site.adds == null ? ""
        : String.format(Locale.ROOT, "  adds %,.2f", site.adds)).append('\n'));
    if (!alternatives.isEmpty()) {
      text.append(String.format(Locale.ROOT, "%n  %d others could take a chosen one's place for 1 %% or less%n", alternatives.size()));
      alternatives.stream().limit(SHOWN).forEach(other -> text.append(String.format(Locale.ROOT, "  %s  loses %,.2f%n", other.id,
          other.loses)));
    }
  }

  private void more(StringBuilder text) {
    if (ranked != null) {
      ranked.forEach(set -> text.append(String.format(Locale.ROOT, "  or %,.2f: %s%n", set.value, String.join(", ", set.chosen))));
    }
    if (curve != null) {
      curve.forEach(step -> text.append(String.format(Locale.ROOT, "  %d sites: %,.2f, bound %,.2f%n", step.p, step.value, step.bound)));
    }
    if (front != null) {
      front.forEach(point -> text.append(String.format(Locale.ROOT, "  %,.2f and %,.2f%s: %s%n", point.weight, point.other,
          point.proven ? "" : " (not proven)", String.join(", ", point.chosen))));
    }
    if (beyondReach != null && !beyondReach.isEmpty()) {
      text.append(String.format(Locale.ROOT, "  beyond every candidate: %s%s%n", String.join(", ", beyondReach.subList(0,
          Math.min(SHOWN, beyondReach.size()))), beyondReach.size() > SHOWN ? ", …" : ""));
    }
  }
}
