package org.commonground.space;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonground.rules.RulePack;
import org.commonground.rules.RulePack.Figure;

/** A rule pack that keeps account of what was read from it, so that a result names exactly the figures it rests on. */
final class CitedFigures {

  private final RulePack rules;
  private final Map<String, Figure> cited = new TreeMap<>();

  CitedFigures(RulePack rules) {
    this.rules = rules;
  }

  /** Empty where the standard is silent. */
  Optional<Figure> find(String key) {
    var figure = rules.find(key);
    figure.ifPresent(found -> cited.put(key, found));
    return figure;
  }

  /** @throws IllegalArgumentException where the pack has no such figure */
  double value(String key) {
    return find(key).map(Figure::value).orElseGet(() -> rules.value(key));
  }

  /** 0 where the standard is silent. */
  double valueOrZero(String key) {
    return find(key).map(Figure::value).orElse(0.0);
  }

  void addAll(Map<String, Figure> others) {
    cited.putAll(others);
  }

  /** By key, in alphabetical order. */
  Map<String, Figure> cited() {
    return Collections.unmodifiableMap(new TreeMap<>(cited));
  }
}
