package org.commonground.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonground.rules.RulePack.Figure;
import org.commonground.space.Hazard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packs that come with the program, what a pack takes from another, and what is refused where. */
class RulePacksTest {

  private static final Path SHIPPED = Path.of("data/rules");
  /** The figures of a town's pack begin in line 7. */
  private static final String TOWN = "name: town\nversion: \"1\"\ntitle: Town\nfamily: Test\nextends: default\nfigures:\n";

  @TempDir
  private Path folder;

  private static String figure(String key, double value, String unit) {
    return "  " + key + ": {value: " + value + ", unit: " + unit + ", source: drawn, verified: true}\n";
  }

  private void copyDefault() throws IOException {
    Files.copy(SHIPPED.resolve("default.yaml"), folder.resolve("default.yaml"));
  }

  @Test
  void everyShippedPackHoldsAndSaysWhoseEachFigureIs() {
    var packs = RulePacks.load(SHIPPED);
    assertEquals(Set.of("china", "default", "japan", "sphere", "united-states"), packs.keySet());
    var base = packs.get("default");
    packs.forEach((name, pack) -> {
      assertTrue(pack.figures().keySet().containsAll(base.figures().keySet()), name);
      assertNotNull(pack.titles().get("zh"), name);
      pack.figures().forEach((key, figure) -> {
        assertTrue(figure.pack().equals(name) || figure.equals(base.figures().get(key)), name + " " + key);
        assertTrue(!figure.verified(), "nobody has compared " + name + " " + key + " with a primary text");
      });
      assertEquals(name.equals("default"), pack.standards().isEmpty(), name);
    });
    assertEquals(new Figure(4.5, "m2/person", "table 3.1.10", "GB 51143-2015, from memory, not compared with any text", false, null,
        "china"), packs.get("china").get("stay.long.m2PerPerson"));
    assertEquals(20 * 0.3048 * 0.3048, packs.get("united-states").value("stay.short.indoorM2PerPerson"), 1e-12);
    assertEquals(RulePack.CONDITIONAL, packs.get("japan").get("suitability.fire.leastEffectiveM2").fails());
    assertEquals(RulePack.UNSUITABLE, packs.get("japan").get("suitability.flood.refugeFloor").fails());
    assertEquals(1.0, packs.get("japan").movements().get("adult").speedMetresPerSecond());
    assertEquals(base.movements().get("wheelchair"), packs.get("japan").movements().get("wheelchair"));
    assertEquals(List.copyOf(base.movements().keySet()), List.copyOf(packs.get("japan").movements().keySet()));
  }

  @Test
  void aGrandchildTakesTheNearestFigure() throws IOException {
    copyDefault();
    Files.writeString(folder.resolve("a-child.yaml"), TOWN.replace("town", "village").replace("default", "town")
        + figure("coverage.minutes", 7, "min"));
    Files.writeString(folder.resolve("town.yaml"), TOWN + figure("coverage.minutes", 8, "min") + figure("night.speedFactor", 0.5, "share"));
    var packs = RulePacks.load(folder);
    var village = packs.get("village");
    assertEquals(List.of(7.0, 0.5, 2.0), List.of(village.value("coverage.minutes"), village.value("night.speedFactor"),
        village.value("shelter.m2PerPerson")));
    assertEquals(List.of("village", "town", "default"), Stream.of("coverage.minutes", "night.speedFactor", "shelter.m2PerPerson")
        .map(key -> village.get(key).pack()).toList());
    assertEquals(8, packs.get("town").value("coverage.minutes"));
    assertEquals(List.copyOf(packs.get("default").figures().keySet()), List.copyOf(village.figures().keySet()), "order stays");
    assertTrue(village.find("coverage.hours").isEmpty());
    assertThrows(IllegalArgumentException.class, () -> village.value("coverage.hours"));
  }

  @Test
  void everyHazardCanBeTestedFor() throws IOException {
    copyDefault();
    var figures = new StringBuilder(TOWN);
    Stream.of(Hazard.values()).forEach(hazard -> figures.append(figure("suitability." + hazard.word() + ".outdoors", 1, "0 or 1"))
        .append(figure("effective.hazardBufferMetres." + hazard.word(), 1, "m")));
    Files.writeString(folder.resolve("town.yaml"), figures);
    assertEquals(1, RulePacks.load(folder).get("town").value("suitability.storm-surge.outdoors"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("name: [", "1: this is no YAML: expected the node content, but found '<stream end>'."),
        Arguments.of("", "1: the file is empty."),
        Arguments.of("- a list", "1: the pack must hold keys with values."),
        Arguments.of(TOWN.replace("title: Town\n", ""), "1: the pack lacks title."),
        Arguments.of(TOWN.replace("family: Test", "familly: Test"),
            "4: familly is not known: known are name, version, title, titles, family, extends, standards, figures, movements."),
        Arguments.of(TOWN.replace("name: town", "name: Our Town"),
            "1: name is Our Town, but must be a word of small letters, digits and hyphens."),
        Arguments.of(TOWN.replace("name: town", "name: default").replace("extends: default\n", ""), "1: name is default, as in default.yaml."),
        Arguments.of(TOWN.replace("extends: default", "extends: atlantis"),
            "5: extends is atlantis, but there is no such pack among default, town."),
        Arguments.of(TOWN.replace("extends: default", "extends: town"), "5: extends leads back to the pack itself: town, town."),
        Arguments.of(TOWN + figure("coverage.minuts", 9, "min"),
            "7: figures: coverage.minuts is a key that neither pack default has nor the program asks for."),
        Arguments.of(TOWN + figure("coverage.minutes", 9, "min") + figure("coverage.minutes", 8, "min"),
            "8: figures: coverage.minutes is there twice."),
        Arguments.of(TOWN + "  coverage.minutes:\n    value: 9\n    unit: min\n    sauce: drawn\n    verified: true\n",
            "10: figures: coverage.minutes: sauce is not known: known are value, unit, clause, source, verified, fails."),
        Arguments.of(TOWN + "  coverage.minutes: {value: 9, unit: min, verified: true}\n", "7: figures: coverage.minutes lacks source."),
        Arguments.of(TOWN + "  coverage.minutes: {value: nine, unit: min, source: drawn, verified: true}\n",
            "7: figures: coverage.minutes: value must be a number."),
        Arguments.of(TOWN + "  coverage.minutes: {value: .nan, unit: min, source: drawn, verified: true}\n",
            "7: figures: coverage.minutes: value is .nan, but must be a plain decimal number."),
        Arguments.of(TOWN + "  coverage.minutes: {value: 9, unit: min, source: drawn, verified: perhaps}\n",
            "7: figures: coverage.minutes: verified must be true or false."),
        Arguments.of(TOWN + "  coverage.minutes: {value: 9, unit: min, source: drawn, verified: true, fails: conditional}\n",
            "7: figures: coverage.minutes: fails is for tests of suitability only."),
        Arguments.of(TOWN + "  suitability.any.outdoors: {value: 1, unit: 0 or 1, source: drawn, verified: true, fails: badly}\n",
            "7: figures: suitability.any.outdoors: fails is badly, but must be unsuitable or conditional."),
        Arguments.of(TOWN + figure("suitability.any.outdoors", 2, "0 or 1"),
            "7: figures: suitability.any.outdoors: value is 2.0, but must be 0 or 1."),
        Arguments.of(TOWN + figure("suitability.floods.outdoors", 1, "0 or 1"),
            "7: figures: suitability.floods.outdoors is a key that neither pack default has nor the program asks for."),
        Arguments.of(TOWN + figure("coverage.minutes", 0.15, "h"), "7: figures: coverage.minutes: unit is h, but such a figure is in min."),
        Arguments.of(TOWN + figure("stay.medium.leastAreaM2", 2, "ha"),
            "7: figures: stay.medium.leastAreaM2: unit is ha, but such a figure is in m2."),
        Arguments.of(TOWN + figure("emergency.criteria.room.full", 3, "kinds"),
            "7: figures: emergency.criteria.room.full: unit is kinds, but persons in pack default."),
        Arguments.of(TOWN + figure("coverage.minutes", 121, "min"),
            "7: figures: coverage.minutes: value is 121.0, but must be 0.0 to 120.0."),
        Arguments.of(TOWN + figure("coverage.minutes", 7.5, "min"),
            "7: figures: coverage.minutes: value is 7.5, but must be a whole number from 1 to 120."),
        Arguments.of(TOWN + figure("effective.treeShare", 1.5, "share"),
            "7: figures: effective.treeShare: value is 1.5, but must be 0.0 to 1.0."),
        Arguments.of(TOWN + figure("shelter.m2PerPerson", 0, "m2/person"),
            "7: figures: shelter.m2PerPerson: value is 0, but must be above 0."),
        Arguments.of(TOWN + figure("effective.leastLevels", 5, "storeys"),
            "7: figures: effective.leastLevels cannot be: effective.leastLevels is 5.0, but effective.mostLevels is 4.0 in pack default."),
        Arguments.of(TOWN + figure("stay.short.m2PerPerson", 3, "m2/person") + figure("stay.medium.m2PerPerson", 2.5, "m2/person"),
            "8: figures: stay.medium.m2PerPerson cannot be: stay.medium.m2PerPerson is 2.5, but stay.short.m2PerPerson is 3.0."),
        Arguments.of(TOWN + figure("stay.emergency.days", 14, "d"),
            "7: figures: stay.emergency.days cannot be: stay.short.days is 14.0 in pack default, but stay.emergency.days is 14.0."),
        Arguments.of(TOWN + figure("everyday.minutes2", 4, "min"),
            "7: figures: everyday.minutes2 cannot be: everyday.minutes2 is 4.0, but everyday.minutes1 is 5.0 in pack default."),
        Arguments.of(TOWN + figure("accessibility.people.zone2.weight", 0.1, "share"),
            "7: figures: accessibility.people.zone2.weight cannot be: accessibility.people.zone2.weight is 0.1, but "
                + "accessibility.people.zone3.weight is 0.22 in pack default."),
        Arguments.of(TOWN + figure("everyday.circle1.metres", 300, "m") + figure("everyday.circle3.metres", 900, "m"),
            "8: figures: everyday.circle3.metres stands without everyday.circle2.metres."),
        Arguments.of(TOWN + figure("everyday.circle1.metres", 300, "m") + figure("everyday.circle2.metres", 900, "m")
            + figure("everyday.circle1.greenM2PerPerson", 1, "m2/person"),
            "8: figures: everyday.circle2.metres stands without everyday.circle2.greenM2PerPerson."),
        Arguments.of(TOWN + figure("everyday.criteria.area.full", 200, "m2"),
            "7: figures: everyday.criteria.area.full cannot be: everyday.criteria.area.zero is 200.0 in pack default, as "
                + "everyday.criteria.area.full: a scale needs two ends."),
        Arguments.of(TOWN + Stream.of("room", "suitability", "entrances", "accessible", "helps", "peopleNearby", "distanceFromDanger")
            .map(name -> figure("emergency.criteria." + name + ".weight", 0, "share")).reduce("", String::concat),
            "7: figures: emergency.criteria.room.weight is 0, as all weights of emergency: one must be above 0."),
        Arguments.of(TOWN.replace("figures:", "movements:") + "  adult: {speedMetresPerSecond: 1, stairsMetresPerSecond: 0.5, wheels: "
            + "false, maxGradePercent: 100, slopeDecay: 0, slopeShift: 0, slowWaterMetres: 0.5, slowWaterFactor: 0.5, "
            + "closedWaterMetres: 0.4, source: drawn, verified: true}\n",
            "7: movements: adult: closedWaterMetres is 0.4, but slowWaterMetres is 0.5: water cannot close before it slows."),
        Arguments.of(TOWN.replace("figures:", "standards:") + "  - {name: GB, year: 2021}\n", "7: standards lacks title."));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String town, String sentence) throws IOException {
    copyDefault();
    Files.writeString(folder.resolve("town.yaml"), town);
    var mistake = assertThrows(RulePackMistake.class, () -> RulePacks.load(folder));
    assertEquals("town.yaml, line " + sentence, mistake.getMessage().replace(folder + "/", ""));
  }

  @Test
  void aCircleOfPacksIsRefused() throws IOException {
    copyDefault();
    for (var pair : List.of("a:b", "b:c", "c:a")) {
      var names = pair.split(":");
      Files.writeString(folder.resolve(names[0] + ".yaml"), TOWN.replace("town", names[0]).replace("default", names[1]));
    }
    assertEquals("c.yaml, line 5: extends leads back to the pack itself: a, b, c, a.",
        assertThrows(RulePackMistake.class, () -> RulePacks.load(folder)).getMessage().replace(folder + "/", ""));
  }

  /** Each figure that the default has and the program needs is missed; the others may go. */
  @Test
  void aPackWithoutAFigureThatTheProgramNeedsIsRefused() throws IOException {
    var lines = Files.readAllLines(SHIPPED.resolve("default.yaml"));
    int figures = lines.indexOf("figures:") + 1;
    for (var key : List.of("coverage.minutes", "people.mostLevels", "effective.reservedShare", "entrance.minutes",
        "everyday.criteria.hours.weight", "emergency.criteria.helps.zero")) {
      int at = lines.indexOf(lines.stream().filter(line -> line.startsWith("  " + key + ":")).findFirst().orElseThrow());
      var changed = new ArrayList<>(lines);
      changed.set(at, changed.get(at).replace(key + ":", "other.key:"));
      Files.write(folder.resolve("default.yaml"), changed);
      assertEquals("default.yaml, line " + figures + ": figures lacks " + key + ", which the program needs.",
          assertThrows(RulePackMistake.class, () -> RulePacks.load(folder)).getMessage().replace(folder + "/", ""));
    }
  }
}
