package org.commonground.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.rules.RulePack.Figure;

/**
 * Reads rule packs from YAML files, one pack a file. A pack may extend another: then its figures and movements stand in place of
 * that one's, each as a whole. A pack that is not complete or not sound is refused, with file, line and key.
 *
 * <ol>
 * <li>Read what each file says itself.
 * <li>Put each upon its parent, parents first.
 * <li>Check what came of it, and that all packs mean the same by a key.
 * </ol>
 */
public final class RulePacks {

  private final Map<String, PackFile> files = new TreeMap<>();
  private final Map<String, RulePack> packs = new TreeMap<>();
  private final Map<String, Map<String, PackNode>> places = new TreeMap<>();

  private RulePacks() {
  }

  /**
   * @param folder holds the {@code *.yaml} files
   * @return packs by name, in alphabetical order
   * @throws RulePackMistake where a pack cannot be used, or two have the same name
   */
  public static Map<String, RulePack> load(Path folder) {
    var all = new RulePacks();
    all.read(folder);
    all.files.keySet().forEach(name -> all.extended(name, new LinkedHashSet<>()));
    all.check();
    return Collections.unmodifiableMap(all.packs);
  }

  private void read(Path folder) {
    try (var found = Files.list(folder)) {
      for (var path : found.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        var file = PackFile.read(path);
        var other = files.put(file.own().name(), file);
        if (other != null) {
          throw file.root().child("name").mistake("is " + file.own().name() + ", as in " + other.root().file() + ".");
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("rule packs in " + folder + " cannot be read", failure);
    }
  }

  /** @param below the packs that wait for this one, the first of them first */
  private RulePack extended(String name, LinkedHashSet<String> below) {
    var known = packs.get(name);
    if (known != null) {
      return known;
    }
    var file = files.get(name);
    var own = file.own();
    var allPlaces = new LinkedHashMap<String, PackNode>();
    var pack = own;
    if (own.parent() != null) {
      below.add(name);
      if (below.contains(own.parent())) {
        throw file.parent().mistake("leads back to the pack itself: " + String.join(", ", below) + ", " + own.parent() + ".");
      }
      if (!files.containsKey(own.parent())) {
        throw file.parent().mistake("is " + own.parent() + ", but there is no such pack among " + String.join(", ", files.keySet())
            + ".");
      }
      var parent = extended(own.parent(), below);
      allPlaces.putAll(places.get(parent.name()));
      PackKeys.checkKnown(own, parent, file.places());
      pack = upon(parent, own);
    }
    allPlaces.putAll(file.places());
    packs.put(name, pack);
    places.put(name, allPlaces);
    return pack;
  }

  private static RulePack upon(RulePack parent, RulePack own) {
    var figures = new LinkedHashMap<>(parent.figures());
    figures.putAll(own.figures());
    var movements = new LinkedHashMap<>(parent.movements());
    movements.putAll(own.movements());
    return new RulePack(own.name(), own.version(), own.title(), own.titles(), own.family(), own.parent(), own.standards(), figures,
        movements);
  }

  private void check() {
    var first = new LinkedHashMap<String, Figure>();
    for (var pack : packs.values()) {
      var root = files.get(pack.name()).root();
      var at = places.get(pack.name());
      PackKeys.checkNeeded(pack, root);
      new PackChecks(pack, at).check();
      pack.figures().forEach((key, figure) -> {
        var other = first.putIfAbsent(key, figure);
        if (other != null && !other.unit().equals(figure.unit())) {
          var later = pack.parent() == null ? other : figure;
          var earlier = later == figure ? other : figure;
          throw places.get(later.pack()).get(key).child("unit").mistake("is " + later.unit() + ", but " + earlier.unit()
              + " in pack " + earlier.pack() + ".");
        }
      });
    }
  }
}
