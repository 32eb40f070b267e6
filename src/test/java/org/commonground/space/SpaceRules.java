package org.commonground.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.rules.RulePack;
import org.commonground.rules.RulePack.Figure;

/** Rule packs for tests, from lines of {@code key value [fails]}. The figures are examples, those of no standard. */
public final class SpaceRules {

  /** Every key that the judgement of spaces reads. */
  static final String ALL = """
      stay.emergency.m2PerPerson 1
      stay.emergency.indoorM2PerPerson 2
      stay.short.m2PerPerson 2
      stay.short.indoorM2PerPerson 3.5
      stay.short.leastAreaM2 2000
      stay.long.m2PerPerson 4.5
      stay.long.leastAreaM2 50000
      effective.collapseShare 0.5
      effective.mostSlopePercent 8
      effective.waterBufferMetres 3
      effective.hazardBufferMetres.flood 10
      effective.treeShare 0.4
      effective.reservedShare 0.3
      effective.indoorShare 0.6
      effective.leastLevels 1
      effective.mostLevels 4
      effective.metresPerLevel 3
      entrance.personsPerMinutePerMetre 16.6667
      entrance.minutes 60
      entrance.leastWidthMetres 1
      entrance.mostWidthMetres 4
      entrance.directionDegrees 60
      suitability.any.leastEntrances 2 conditional
      suitability.any.wheelchair 1 conditional
      suitability.any.distanceMetres.fuel 30
      suitability.any.withinMetres.hospital 2000 conditional
      suitability.earthquake.leastEffectiveM2 2000
      suitability.earthquake.leastWidthMetres 20
      suitability.earthquake.leastDirections 2
      suitability.earthquake.mostSlopePercent 7
      suitability.earthquake.outdoors 1
      suitability.earthquake.distanceMetres.fuel 50
      suitability.flood.outsideZones 1
      suitability.flood.refugeFloor 1
      suitability.storm-surge.indoors 1
      suitability.landslide.outsideZones 1
      everyday.criteria.area.weight 2
      everyday.criteria.area.zero 0
      everyday.criteria.area.full 10000
      everyday.criteria.amenities.weight 1
      everyday.criteria.amenities.zero 0
      everyday.criteria.amenities.full 5
      """;

  private SpaceRules() {
  }

  static RulePack pack(String lines) {
    var figures = new LinkedHashMap<String, Figure>();
    lines.lines().filter(line -> !line.isBlank()).map(line -> line.strip().split(" ")).forEach(words -> figures.put(words[0],
        figure(Double.parseDouble(words[1]), words.length > 2 ? words[2] : null)));
    return pack(figures);
  }

  public static RulePack all() {
    return pack(ALL);
  }

  /** The same pack with one figure changed. */
  static RulePack with(RulePack pack, String key, double value) {
    var figures = new LinkedHashMap<>(pack.figures());
    figures.put(key, figure(value, figures.containsKey(key) ? figures.get(key).fails() : null));
    return pack(figures);
  }

  static RulePack without(RulePack pack, String key) {
    var figures = new LinkedHashMap<>(pack.figures());
    figures.remove(key);
    return pack(figures);
  }

  private static Figure figure(double value, String fails) {
    return new Figure(value, "1", null, "made up for a test", false, fails, "test");
  }

  private static RulePack pack(Map<String, Figure> figures) {
    return new RulePack("test", "1", "Test", Map.of(), "Test", null, List.of(), figures, Map.of());
  }
}
