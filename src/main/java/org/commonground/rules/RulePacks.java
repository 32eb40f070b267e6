package org.commonground.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.rules.RulePack.Figure;
import org.commonground.rules.RulePack.Movement;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads rule packs from YAML files, one pack a file. A pack that is not complete is refused whole, with the key that is wrong. */
public final class RulePacks {

  private RulePacks() {
  }

  /**
   * @param folder holds the {@code *.yaml} files
   * @return packs by name, in alphabetical order
   * @throws IllegalArgumentException where a file is no complete rule pack, or two have the same name
   */
  public static Map<String, RulePack> load(Path folder) {
    var packs = new TreeMap<String, RulePack>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        var pack = read(file);
        if (packs.put(pack.name(), pack) != null) {
          throw new IllegalArgumentException(file + ": there is another rule pack named " + pack.name());
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("rule packs in " + folder + " cannot be read", failure);
    }
    return Collections.unmodifiableMap(packs);
  }

  /** @throws IllegalArgumentException where there is no pack of this name */
  public static RulePack named(Map<String, RulePack> packs, String name) {
    var pack = packs.get(name);
    if (pack == null) {
      throw new IllegalArgumentException("there is no rule pack named " + name + " among " + packs.keySet());
    }
    return pack;
  }

  /** @throws IllegalArgumentException where the file is no complete rule pack */
  public static RulePack read(Path file) throws IOException {
    try (var in = Files.newBufferedReader(file)) {
      var root = new Node(file.toString(), new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
      var figures = new LinkedHashMap<String, Figure>();
      root.child("figures").each((key, node) -> figures.put(key, new Figure(node.number("value", -1e12, 1e12),
          node.text("unit"), node.optionalText("clause"), node.text("source"), node.yes("verified"), node.optionalText("fails"))));
      var movements = new LinkedHashMap<String, Movement>();
      root.child("movements").each((key, node) -> movements.put(key, new Movement(
          node.number("speedMetresPerSecond", 0.05, 5), node.number("stairsMetresPerSecond", 0, 5), node.yes("wheels"),
          node.number("maxGradePercent", 0, 100), node.number("slopeDecay", 0, 20), node.number("slopeShift", 0, 0.5),
          node.number("slowWaterMetres", 0, 10), node.number("slowWaterFactor", 0.01, 1), node.number("closedWaterMetres", 0, 10),
          node.text("source"), node.yes("verified"))));
      return new RulePack(root.text("name"), root.text("version"), root.text("title"),
          Collections.unmodifiableMap(figures), Collections.unmodifiableMap(movements));
    } catch (YAMLException failure) {
      throw new IllegalArgumentException(file + " is no YAML: " + failure.getMessage(), failure);
    }
  }

  /** One mapping of the file with the path that leads to it, for error sentences. */
  private record Node(String path, Object value) {

    private Map<?, ?> mapping() {
      if (value instanceof Map<?, ?> mapping) {
        return mapping;
      }
      throw new IllegalArgumentException(path + " must hold keys with values");
    }

    Node child(String key) {
      return new Node(path + ": " + key, mapping().get(key));
    }

    void each(java.util.function.BiConsumer<String, Node> user) {
      mapping().keySet().forEach(key -> user.accept(key.toString(), child(key.toString())));
    }

    String optionalText(String key) {
      var found = mapping().get(key);
      return found == null ? null : found.toString();
    }

    String text(String key) {
      var found = optionalText(key);
      if (found == null || found.isBlank()) {
        throw new IllegalArgumentException(path + ": " + key + " is missing");
      }
      return found;
    }

    boolean yes(String key) {
      if (mapping().get(key) instanceof Boolean found) {
        return found;
      }
      throw new IllegalArgumentException(path + ": " + key + " must be true or false");
    }

    double number(String key, double least, double most) {
      if (mapping().get(key) instanceof Number found && found.doubleValue() >= least && found.doubleValue() <= most) {
        return found.doubleValue();
      }
      throw new IllegalArgumentException(
          path + ": " + key + " is " + mapping().get(key) + ", but must be a number from " + least + " to " + most);
    }
  }
}
