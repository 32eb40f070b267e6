package org.commonground.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonground.city.District;
import org.commonground.city.InvalidInput.Code;
import org.commonground.city.InvalidInput;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The area's boundary and its districts, from administrative boundary relations.
 *
 * <ol>
 *   <li>Relations whose lines are all in the file become polygons. Where a clip of the file lost a small part of the line, straight
 *       lines close it, and an issue says so; where it lost more, the relation is left out and counted.
 *   <li>The boundary is those of the lowest admin_level that hold most of the others, or, where there are no others, most of the
 *       file's extent; without any, that extent itself.
 *   <li>Districts are the relations of one level inside it: the level asked for, else the one with most recorded populations,
 *       then the one that fills most of the boundary.
 *   <li>A district's population, where at least half of them record one, is the tag of its relation, of its label or centre node,
 *       or of the place of its name inside it. A district that the extent of the file cuts is an issue: its lines are all there, and what
 *       is in it is not.
 * </ol>
 */
final class OsmBoundaries {

  /** Share of the file's extent that boundaries without others in them must fill to be the area's. */
  private static final double LEAST_EXTENT = 0.3;
  private static final double FULLY_INSIDE = 0.98;
  /** Least share of a boundary's lines that must be there for the rest to be closed by straight lines. */
  private static final double LEAST_LINES = 0.7;
  /** Longest that the straight lines may be together, as a share of the length that is there. */
  private static final double LONGEST_GAPS = 0.75;
  /**
   * A clip loses only lines that lie wholly outside it, so what the file holds just beyond a closing line is still inside the true
   * boundary. This is how far, in degrees of latitude: some 150 m.
   */
  static final double BEYOND_CLOSING_LINE_DEGREES = 0.00135;

  private final OsmFile file;
  private final OsmShapes shapes;
  private final Issues issues;
  private final List<Unit> units = new ArrayList<>();
  private final Set<Long> closed = new HashSet<>();

  /** @param people null where none is recorded */
  private record Unit(OsmFile.Relation relation, int level, Geometry geometry, Integer people) {
  }

  /**
   * @param boundary   of the area
   * @param fromExtent whether no boundary is recorded, so that the extent of the file stands for it
   * @param closed     whether straight lines stand for parts of it that are not in the file
   * @param people     recorded population of the whole area; null where none is
   * @param source     relations it comes from
   * @param tags       of the one relation it comes from; empty where there are none or several
   */
  record Boundaries(Geometry boundary, boolean fromExtent, boolean closed, Integer people, String source,
      Map<String, String> tags, List<District> districts) {

    /** Where the area's buildings and spaces are: its boundary, and a little beyond a closing line. */
    Geometry ground() {
      return closed ? boundary.buffer(BEYOND_CLOSING_LINE_DEGREES) : boundary;
    }
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
        var area = area(relation);
        if (area == null) {
          issues.add("district", "boundary-incomplete", "relation/" + relation.id(), "Boundary of " + tags.get("name")
              + " (admin_level " + level + ") is not all in the file; left out.", null);
        } else {
          units.add(new Unit(relation, Integer.parseInt(level), area, people(relation, area)));
        }
      }
    }
  }

  /** The whole area; with short gaps closed where the clip of the file lost a piece of the line; null where more is missing. */
  private Geometry area(OsmFile.Relation relation) {
    var whole = shapes.area(relation);
    if (whole != null) {
      return whole;
    }
    var lines = relation.members().stream().filter(member -> member.type() == 'w').toList();
    long there = lines.stream().filter(member -> file.way(member.id()) != null).count();
    var closed = there < LEAST_LINES * lines.size() ? null : shapes.areaWithGapsClosed(relation, LONGEST_GAPS);
    if (closed != null) {
      this.closed.add(relation.id());
      issues.add("district", "boundary-closed", "relation/" + relation.id(), "Boundary of " + relation.tags().get("name")
          + " is not all in the file; the missing part was closed by straight lines.", closed.getInteriorPoint());
    }
    return closed;
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
      boolean country = "country".equals(tags.get("place"));
      if (tags.containsKey("place") && tags.containsKey("population")
          && country == "2".equals(relation.tags().get("admin_level"))
          && relation.tags().get("name").equals(tags.get("name"))
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
    var byLevel = new TreeMap<Integer, List<Unit>>();
    units.forEach(unit -> byLevel.computeIfAbsent(unit.level(), none -> new ArrayList<>()).add(unit));
    var whole = byLevel.values().stream().filter(this::holdMostOthers).findFirst().map(List::copyOf).orElse(List.of());
    var boundary = whole.isEmpty() ? OsmShapes.LON_LAT.toGeometry(file.bounds())
        : UnaryUnionOp.union(whole.stream().map(Unit::geometry).toList());
    for (int level : List.copyOf(byLevel.keySet())) {
      boolean above = !whole.isEmpty() && (level < whole.get(0).level() || level == whole.get(0).level() && whole.size() == 1);
      byLevel.get(level).removeIf(unit -> above || !whole.isEmpty() && !inside(unit, boundary));
    }
    byLevel.values().removeIf(List::isEmpty);
    if (wantedLevel != null && !byLevel.containsKey(wantedLevel)) {
      throw new InvalidInput(Code.OPTION, "--district-level", "--district-level is " + wantedLevel + ", but "
          + (byLevel.isEmpty() ? "the map data has no district that is complete."
              : "the complete districts in the map data are of level " + join(byLevel.keySet()) + "."));
    }
    int level = wantedLevel != null ? wantedLevel : byLevel.entrySet().stream()
        .max(Comparator.comparingLong((Map.Entry<Integer, List<Unit>> at) -> at.getValue().stream()
            .filter(unit -> unit.people() != null).count())
            .thenComparingDouble(at -> filled(at.getValue(), boundary))
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey).orElse(0);
    var districts = districts(withoutLonePopulations(byLevel.getOrDefault(level, List.of())));
    boolean allRecorded = !whole.isEmpty() && whole.stream().allMatch(unit -> unit.people() != null);
    return new Boundaries(boundary, whole.isEmpty(), whole.stream().anyMatch(unit -> closed.contains(unit.relation().id())),
        allRecorded ? sum(whole) : null, ids(whole), whole.size() == 1 ? whole.get(0).relation().tags() : Map.of(),
        districts);
  }

  private static int sum(List<Unit> whole) {
    return (int) Math.min(Integer.MAX_VALUE, whole.stream().mapToLong(Unit::people).sum());
  }

  private static String join(Collection<Integer> levels) {
    return String.join(", ", levels.stream().map(String::valueOf).toList());
  }

  private static String ids(List<Unit> whole) {
    return String.join(", ", whole.stream().map(unit -> "relation/" + unit.relation().id()).toList());
  }

  private boolean holdMostOthers(List<Unit> level) {
    var ground = UnaryUnionOp.union(level.stream().map(Unit::geometry).toList());
    var below = units.stream().filter(unit -> unit.level() > level.get(0).level()).toList();
    if (below.isEmpty()) {
      return ground.getArea() >= LEAST_EXTENT * OsmShapes.LON_LAT.toGeometry(file.bounds()).getArea();
    }
    return 2 * below.stream().filter(unit -> inside(unit, ground)).count() > below.size();
  }

  private static boolean inside(Unit unit, Geometry ground) {
    return OsmShapes.intersection(unit.geometry(), ground).getArea() >= FULLY_INSIDE * unit.geometry().getArea();
  }

  /**
   * Where fewer than half of the districts record a population, the few that do are no part of a whole: they often are the figure of
   * a larger place with the same name.
   */
  private List<Unit> withoutLonePopulations(List<Unit> level) {
    var recorded = level.stream().filter(unit -> unit.people() != null).toList();
    if (2 * recorded.size() >= level.size()) {
      return level;
    }
    recorded.forEach(unit -> issues.add("district", "population-alone", "relation/" + unit.relation().id(),
        "Of " + level.size() + " districts few record a population; the " + unit.people() + " of "
            + unit.relation().tags().get("name") + " are not used.", unit.geometry().getInteriorPoint()));
    return level.stream().map(unit -> new Unit(unit.relation(), unit.level(), unit.geometry(), null)).toList();
  }

  private static double filled(List<Unit> units, Geometry within) {
    var union = UnaryUnionOp.union(units.stream().map(Unit::geometry).toList());
    return Math.round(100 * OsmShapes.intersection(union, within).getArea() / within.getArea());
  }

  private List<District> districts(List<Unit> units) {
    var districts = new ArrayList<District>();
    units.stream().sorted(Comparator.comparing((Unit unit) -> unit.relation().tags().get("name"))
        .thenComparing(unit -> unit.relation().id())).forEach(unit -> {
          var tags = unit.relation().tags();
          sayWhereCut(unit);
          districts.add(new District(districts.size(), "relation/" + unit.relation().id(), tags.get("name"), OsmTags.names(tags),
              unit.people(), unit.geometry()));
        });
    return districts;
  }

  private void sayWhereCut(Unit unit) {
    var extent = OsmShapes.LON_LAT.toGeometry(file.bounds());
    double there = OsmShapes.intersection(unit.geometry(), extent).getArea() / unit.geometry().getArea();
    if (there < FULLY_INSIDE) {
      issues.add("district", "district-cut", "relation/" + unit.relation().id(), String.format(Locale.ROOT, "%.0f %% of %s lies beyond the extent "
          + "of the map data, and what is there is missing in whole or in part%s.", 100 * (1 - there), unit.relation().tags().get("name"),
          unit.people() == null ? "" : "; the people who are recorded for all of it stand in the rest"), unit.geometry().getInteriorPoint());
    }
  }
}
