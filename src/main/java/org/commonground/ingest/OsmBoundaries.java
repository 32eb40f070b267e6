package org.commonground.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.city.District;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The area's boundary and its districts, from administrative boundary relations.
 *
 * <ol>
 *   <li>Relations whose lines are all in the file become polygons; a clip cuts most others off, they are left out and counted.
 *   <li>The boundary is the one with the lowest admin_level; without any, the extent of the file.
 *   <li>Districts are the relations of one level inside it: the level asked for, else the one with most recorded populations,
 *       then the one that fills most of the boundary.
 *   <li>A district's population is the tag of its relation, of its label or centre node, or of the place of its name inside it.
 * </ol>
 */
final class OsmBoundaries {

  private static final double FULLY_INSIDE = 0.98;

  private final OsmFile file;
  private final OsmShapes shapes;
  private final Issues issues;
  private final List<Unit> units = new ArrayList<>();

  /** @param people null where none is recorded */
  private record Unit(OsmFile.Relation relation, int level, Geometry geometry, Integer people) {
  }

  /**
   * @param boundary   of the area
   * @param fromExtent whether no boundary is recorded, so that the extent of the file stands for it
   * @param people     recorded population of the whole area; null where none is
   * @param source     relation it comes from; null where none
   */
  record Boundaries(Geometry boundary, boolean fromExtent, Integer people, String source, int districtLevel,
      List<District> districts) {
  }

  private OsmBoundaries(OsmFile file, OsmShapes shapes, Issues issues) {
    this.file = file;
    this.shapes = shapes;
    this.issues = issues;
  }

  /** @param districtLevel admin_level of the districts; null to choose */
  static Boundaries read(OsmFile file, OsmShapes shapes, Integer districtLevel, Issues issues) {
    var reader = new OsmBoundaries(file, shapes, issues);
    reader.readUnits();
    return reader.choose(districtLevel);
  }

  private void readUnits() {
    for (var relation : file.relations()) {
      var tags = relation.tags();
      var level = tags.getOrDefault("admin_level", "");
      if ("administrative".equals(tags.get("boundary")) && !"multilinestring".equals(tags.get("type"))
          && level.matches("\\d{1,2}") && tags.get("name") != null) {
        var area = shapes.area(relation);
        if (area == null) {
          issues.add("district", "boundary-incomplete", "relation/" + relation.id(), "Boundary of " + tags.get("name")
              + " (admin_level " + level + ") is not all in the file; left out.", null);
        } else {
          units.add(new Unit(relation, Integer.parseInt(level), area, people(relation, area)));
        }
      }
    }
  }

  private Integer people(OsmFile.Relation relation, Geometry area) {
    var own = read(relation.tags(), "relation/" + relation.id(), area);
    if (own != null) {
      return own;
    }
    for (var role : List.of("label", "admin_centre")) {
      for (var member : relation.members()) {
        var tags = member.type() == 'n' && member.role().equals(role) ? file.nodeTags().get(member.id()) : null;
        if (tags != null && relation.tags().get("name").equals(tags.get("name")) && tags.containsKey("population")) {
          return read(tags, "node/" + member.id(), area);
        }
      }
    }
    for (var node : new TreeMap<>(file.nodeTags()).entrySet()) {
      var tags = node.getValue();
      if (tags.containsKey("place") && tags.containsKey("population") && relation.tags().get("name").equals(tags.get("name"))
          && area.intersects(OsmShapes.LON_LAT.createPoint(file.place(node.getKey())))) {
        return read(tags, "node/" + node.getKey(), area);
      }
    }
    return null;
  }

  private Integer read(Map<String, String> tags, String id, Geometry area) {
    var value = tags.get("population");
    var people = OsmTags.population(value);
    if (value != null && people == null) {
      issues.add("district", "population-unreadable", id, "Population \"" + value + "\" cannot be read; taken as not recorded.",
          area.getInteriorPoint());
    }
    return people;
  }

  private Boundaries choose(Integer wantedLevel) {
    var whole = units.stream().min(Comparator.comparingInt(Unit::level)
        .thenComparing(Comparator.comparingDouble((Unit unit) -> unit.geometry().getArea()).reversed())).orElse(null);
    boolean isWhole = whole != null && units.stream().allMatch(unit -> inside(unit, whole));
    var extent = OsmShapes.LON_LAT.toGeometry(file.bounds());
    var within = isWhole ? whole.geometry() : extent;
    var byLevel = new TreeMap<Integer, List<Unit>>();
    for (var unit : units) {
      if (!(isWhole && unit.level() <= whole.level())) {
        byLevel.computeIfAbsent(unit.level(), none -> new ArrayList<>()).add(unit);
      }
    }
    int level = wantedLevel != null ? wantedLevel : byLevel.entrySet().stream()
        .max(Comparator.comparingLong((Map.Entry<Integer, List<Unit>> at) -> at.getValue().stream()
            .filter(unit -> unit.people() != null).count())
            .thenComparingDouble(at -> filled(at.getValue(), within))
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey).orElse(0);
    var districts = districts(byLevel.getOrDefault(level, List.of()));
    return new Boundaries(within, !isWhole, isWhole ? whole.people() : null,
        isWhole ? "relation/" + whole.relation().id() : null, level, districts);
  }

  private static boolean inside(Unit unit, Unit whole) {
    return unit == whole || OsmShapes.intersection(unit.geometry(), whole.geometry()).getArea()
        >= FULLY_INSIDE * unit.geometry().getArea();
  }

  private static double filled(List<Unit> units, Geometry within) {
    var union = UnaryUnionOp.union(units.stream().map(Unit::geometry).toList());
    return Math.round(100 * OsmShapes.intersection(union, within).getArea() / within.getArea());
  }

  private static List<District> districts(List<Unit> units) {
    var districts = new ArrayList<District>();
    units.stream().sorted(Comparator.comparing((Unit unit) -> unit.relation().tags().get("name"))
        .thenComparing(unit -> unit.relation().id())).forEach(unit -> {
          var tags = unit.relation().tags();
          districts.add(new District(districts.size(), "relation/" + unit.relation().id(), tags.get("name"), OsmTags.names(tags),
              unit.people(), unit.geometry()));
        });
    return districts;
  }
}
