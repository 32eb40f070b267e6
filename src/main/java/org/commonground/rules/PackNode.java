package org.commonground.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a YAML file, with where it stands, so that whatever is wrong with it can be said with file, line and key.
 *
 * @param file  for people
 * @param line  of its key, from 1
 * @param path  keys that lead to it; empty at the root
 * @param value what is there
 */
record PackNode(String file, int line, String path, Node value) {

  /** @throws RulePackMistake where the file is no YAML mapping, as everywhere below where a value is not what is asked for */
  static PackNode read(Path file) throws IOException {
    try (var in = Files.newBufferedReader(file)) {
      var root = new Yaml(new LoaderOptions()).compose(in);
      if (root == null) {
        throw new RulePackMistake(file + ", line 1: the file is empty.");
      }
      return new PackNode(file.toString(), line(root), "", root);
    } catch (MarkedYAMLException mistake) {
      var mark = mistake.getProblemMark();
      throw new RulePackMistake(file + ", line " + (mark == null ? 1 : mark.getLine() + 1) + ": this is no YAML: "
          + mistake.getProblem() + ".");
    } catch (YAMLException mistake) {
      throw new RulePackMistake(file + ", line 1: this is no YAML: " + mistake.getMessage().lines().findFirst().orElse("") + ".");
    }
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** @param sentence what is wrong with it, from its second word on */
  RulePackMistake mistake(String sentence) {
    return new RulePackMistake(file + ", line " + line + ": " + (path.isEmpty() ? "the pack" : path) + " " + sentence);
  }

  private PackNode inside(String key, int atLine, Node found) {
    return new PackNode(file, atLine, path.isEmpty() ? key : path + ": " + key, found);
  }

  /** What it holds, by key, in the order of the file; nothing where it is empty. A key that is there twice is a mistake. */
  Map<String, PackNode> children() {
    if (Tag.NULL.equals(value.getTag())) {
      return Map.of();
    }
    if (!(value instanceof MappingNode mapping)) {
      throw mistake("must hold keys with values.");
    }
    var children = new LinkedHashMap<String, PackNode>();
    for (var entry : mapping.getValue()) {
      var key = entry.getKeyNode() instanceof ScalarNode word ? word.getValue() : "?";
      var child = inside(key, line(entry.getKeyNode()), entry.getValueNode());
      if (children.put(key, child) != null) {
        throw child.mistake("is there twice.");
      }
    }
    return children;
  }

  /** The children; any other than these is a mistake. */
  Map<String, PackNode> children(String... known) {
    var children = children();
    children.forEach((key, child) -> {
      if (!Arrays.asList(known).contains(key)) {
        throw child.mistake("is not known: known are " + String.join(", ", known) + ".");
      }
    });
    return children;
  }

  /** In the order of the file. */
  List<PackNode> items() {
    if (!(value instanceof SequenceNode sequence)) {
      throw mistake("must be a list.");
    }
    return sequence.getValue().stream().map(item -> new PackNode(file, line(item), path, item)).toList();
  }

  PackNode child(String key) {
    return find(key).orElseThrow(() -> mistake("lacks " + key + "."));
  }

  Optional<PackNode> find(String key) {
    return Optional.ofNullable(children().get(key));
  }

  String text() {
    if (!(value instanceof ScalarNode scalar) || scalar.getValue().isBlank() || Tag.NULL.equals(scalar.getTag())) {
      throw mistake("must be a text.");
    }
    return scalar.getValue().strip();
  }

  boolean yes() {
    var word = value instanceof ScalarNode scalar && Tag.BOOL.equals(scalar.getTag()) ? scalar.getValue() : "";
    if (!word.equals("true") && !word.equals("false")) {
      throw mistake("must be true or false.");
    }
    return word.equals("true");
  }

  double number() {
    if (value instanceof ScalarNode scalar && (Tag.INT.equals(scalar.getTag()) || Tag.FLOAT.equals(scalar.getTag()))) {
      try {
        return Double.parseDouble(scalar.getValue());
      } catch (NumberFormatException notDecimal) {
        throw mistake("is " + scalar.getValue() + ", but must be a plain decimal number.");
      }
    }
    throw mistake("must be a number.");
  }

  double number(double least, double most) {
    double found = number();
    if (!(found >= least && found <= most)) {
      throw mistake("is " + found + ", but must be " + least + " to " + most + ".");
    }
    return found;
  }
}
