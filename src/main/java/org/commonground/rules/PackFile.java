package org.commonground.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.rules.RulePack.Figure;
import org.commonground.rules.RulePack.Movement;
import org.commonground.rules.RulePack.Standard;

/**
 * What one file says itself, without what it takes from the pack that it extends.
 *
 * @param root      the whole file
 * @param parent    the name of the pack it extends, where it stands; null where none
 * @param own       its own part of the pack
 * @param places    where each of its figures stands, by key
 */
record PackFile(PackNode root, PackNode parent, RulePack own, Map<String, PackNode> places) {

  /** @throws RulePackMistake where it lacks something, or says something that no pack can say */
  static PackFile read(Path file) throws IOException {
    var root = PackNode.read(file);
    var parts = root.children("name", "version", "title", "titles", "family", "extends", "standards", "figures", "movements");
    var name = root.child("name").text();
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw root.child("name").mistake("is " + name + ", but must be a word of small letters, digits and hyphens.");
    }
    var titles = new LinkedHashMap<String, String>();
    root.find("titles").ifPresent(node -> node.children().forEach((language, title) -> titles.put(language, title.text())));
    var places = new LinkedHashMap<String, PackNode>();
    var figures = new LinkedHashMap<String, Figure>();
    root.find("figures").ifPresent(node -> node.children().forEach((key, figure) -> {
      places.put(key, figure);
      figures.put(key, figure(key, figure, name));
    }));
    var movements = new LinkedHashMap<String, Movement>();
    root.find("movements").ifPresent(node -> node.children().forEach((group, movement) -> movements.put(group, movement(movement, name))));
    var standards = root.find("standards").map(node -> node.items().stream().map(PackFile::standard).toList()).orElse(List.of());
    var parent = parts.get("extends");
    return new PackFile(root, parent, new RulePack(name, root.child("version").text(), root.child("title").text(), titles,
        root.child("family").text(), parent == null ? null : parent.text(), standards, figures, movements), places);
  }

  private static Standard standard(PackNode node) {
    node.children("name", "title", "year");
    return new Standard(node.child("name").text(), node.child("title").text(),
        node.find("year").map(year -> (int) year.number(1900, Year.MAX_VALUE)).orElse(null));
  }

  private static Figure figure(String key, PackNode node, String pack) {
    node.children("value", "unit", "clause", "source", "verified", "fails");
    var fails = node.find("fails").map(PackNode::text).orElse(null);
    boolean test = key.startsWith("suitability.");
    if (fails != null && !(test && (fails.equals(RulePack.UNSUITABLE) || fails.equals(RulePack.CONDITIONAL)))) {
      throw node.child("fails").mistake(test ? "is " + fails + ", but must be unsuitable or conditional."
          : "is for tests of suitability only.");
    }
    return new Figure(node.child("value").number(), node.child("unit").text(), node.find("clause").map(PackNode::text).orElse(null),
        node.child("source").text(), node.child("verified").yes(), test && fails == null ? RulePack.UNSUITABLE : fails, pack);
  }

  private static Movement movement(PackNode node, String pack) {
    node.children("speedMetresPerSecond", "stairsMetresPerSecond", "wheels", "maxGradePercent", "slopeDecay", "slopeShift",
        "slowWaterMetres", "slowWaterFactor", "closedWaterMetres", "source", "verified");
    double slowWater = node.child("slowWaterMetres").number(0, 10);
    double closedWater = node.child("closedWaterMetres").number(0, 10);
    if (closedWater < slowWater) {
      throw node.child("closedWaterMetres").mistake("is " + closedWater + ", but slowWaterMetres is " + slowWater
          + ": water cannot close before it slows.");
    }
    return new Movement(node.child("speedMetresPerSecond").number(0.05, 5), node.child("stairsMetresPerSecond").number(0, 5),
        node.child("wheels").yes(), node.child("maxGradePercent").number(0, 100), node.child("slopeDecay").number(0, 20),
        node.child("slopeShift").number(0, 0.5), slowWater, node.child("slowWaterFactor").number(0.01, 1), closedWater,
        node.child("source").text(), node.child("verified").yes(), pack);
  }
}
