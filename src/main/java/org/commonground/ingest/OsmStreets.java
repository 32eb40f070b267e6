package org.commonground.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonground.geo.LocalProjection;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * Ways that people may walk on become a network.
 *
 * <ol>
 *   <li>Walkable ways are chosen: streets and paths by their {@code highway} value, but no motorways, nothing closed to people on
 *       foot, and a trunk road only where it is open to them; outlines of pedestrian areas count as ways along their edge.
 *   <li>A node is a junction where a walkable way ends or where it is used twice.
 *   <li>Each way is cut at its junctions. A barrier that lets nobody through cuts it without joining the two sides.
 *   <li>Kerbs recorded at a point go to the sections that touch it; of several the highest counts. A footway that crosses a road
 *       without any is marked so: there is a kerb or there is none, and nobody has said which.
 *   <li>Nodes are numbered along a Hilbert curve, so that neighbours on the ground are neighbours in memory.
 * </ol>
 */
final class OsmStreets {

  private static final Set<String> WALKABLE = Set.of("primary", "primary_link", "secondary", "secondary_link", "tertiary",
      "tertiary_link", "unclassified", "residential", "living_street", "pedestrian", "service", "track", "path", "footway",
      "steps", "cycleway", "bridleway", "road", "corridor", "platform", "crossing");
  private static final Set<String> IF_OPEN_ON_FOOT = Set.of("trunk", "trunk_link");
  private static final Set<String> OPEN = Set.of("yes", "designated", "permissive", "official");
  private static final Set<String> SHUT = Set.of("no", "private");
  /** Highest first. */
  private static final List<String> KERBS = List.of("raised", "yes", "rolled", "lowered", "flush", "no");
  private static final Set<String> ON_FOOT = Set.of("footway", "path", "pedestrian", "crossing", "cycleway");
  private static final int HILBERT_LEVEL = 16;

  private final OsmFile file;
  private final OsmShapes shapes;
  private final LocalProjection projection;
  private final Issues issues;
  private final Map<Long, Integer> uses = new HashMap<>();
  private final Map<Long, Integer> nodeNumber = new HashMap<>();
  private final List<Coordinate> nodes = new ArrayList<>();
  private final List<Street> streets = new ArrayList<>();

  private record Walkable(long id, long[] nodes, Map<String, String> tags) {
  }

  private OsmStreets(OsmFile file, OsmShapes shapes, LocalProjection projection, Issues issues) {
    this.file = file;
    this.shapes = shapes;
    this.projection = projection;
    this.issues = issues;
  }

  static StreetNetwork read(OsmFile file, OsmShapes shapes, LocalProjection projection, Issues issues) {
    var reader = new OsmStreets(file, shapes, projection, issues);
    var ways = reader.walkable();
    ways.forEach(reader::countUses);
    ways.forEach(reader::cut);
    return reader.network();
  }

  private List<Walkable> walkable() {
    var walkable = new ArrayList<Walkable>();
    for (var way : file.ways()) {
      if (isWalkable(way.tags())) {
        walkable.add(new Walkable(way.id(), way.nodes(), way.tags()));
      }
    }
    for (var relation : file.relations()) {
      if ("multipolygon".equals(relation.tags().get("type")) && isWalkable(relation.tags())) {
        for (var member : relation.members()) {
          var way = member.type() == 'w' ? file.way(member.id()) : null;
          if (way != null && !isWalkable(way.tags())) {
            walkable.add(new Walkable(way.id(), way.nodes(), relation.tags()));
          }
        }
      }
    }
    return walkable;
  }

  static boolean isWalkable(Map<String, String> tags) {
    var kind = tags.get("highway");
    if (kind == null || "no".equals(access(tags)) || "proposed".equals(tags.get("state"))) {
      return false;
    }
    if (IF_OPEN_ON_FOOT.contains(kind)) {
      var sidewalk = tags.get("sidewalk");
      return OPEN.contains(tags.getOrDefault("foot", "")) || Set.of("both", "left", "right", "yes").contains(
          sidewalk == null ? "" : sidewalk);
    }
    return WALKABLE.contains(kind);
  }

  /** Who may walk here: {@code foot} where recorded, else {@code access}; null where neither is. */
  private static String access(Map<String, String> tags) {
    return tags.containsKey("foot") ? tags.get("foot") : tags.get("access");
  }

  private void countUses(Walkable way) {
    for (int i = 0; i < way.nodes().length; i++) {
      boolean end = i == 0 || i == way.nodes().length - 1;
      uses.merge(way.nodes()[i], end ? 2 : 1, Integer::sum);
    }
  }

  private void cut(Walkable way) {
    var points = new ArrayList<Coordinate>();
    var section = new ArrayList<Long>();
    int missing = 0;
    for (long node : way.nodes()) {
      var place = file.place(node);
      if (place == null) {
        missing++;
        addStreet(way, section, points);
        section.clear();
        points.clear();
        continue;
      }
      section.add(node);
      points.add(place);
      if (uses.get(node) > 1 || isShut(node)) {
        addStreet(way, section, points);
        section.clear();
        points.clear();
        section.add(node);
        points.add(place);
      }
    }
    addStreet(way, section, points);
    if (missing > 0) {
      issues.add("street", "street-cut", "way/" + way.id(), missing + " of its " + way.nodes().length
          + " nodes are not in the file; the rest is kept.", shapes.line(new OsmFile.Way(way.id(), way.nodes(), Map.of())));
    }
  }

  private boolean isShut(long node) {
    var tags = file.nodeTags().get(node);
    return tags != null && tags.containsKey("barrier") && SHUT.contains(access(tags) == null ? "" : access(tags));
  }

  private void addStreet(Walkable way, List<Long> section, List<Coordinate> points) {
    if (section.size() < 2) {
      return;
    }
    var line = OsmShapes.LON_LAT.createLineString(points.toArray(Coordinate[]::new));
    long lengthMm = Math.round(1000 * projection.toMetres(line).getLength());
    if (lengthMm == 0 && section.get(0).equals(section.get(section.size() - 1))) {
      return;
    }
    var tags = way.tags();
    var kind = tags.get("highway");
    var width = tags.get("width");
    if (width != null && OsmTags.metres(width) == null) {
      issues.add("street", "width-unreadable", "way/" + way.id(), "Width \"" + width + "\" cannot be read; taken as not recorded.",
          line);
    }
    streets.add(new Street(streets.size(), way.id(), number(section.get(0)), number(section.get(section.size() - 1)), line,
        Math.toIntExact(lengthMm), kind, tags.get("name"), OsmTags.names(tags), OsmTags.metres(width), tags.get("surface"),
        tags.get("smoothness"), kind.equals("steps"), kerb(tags, section), tags.get("wheelchair"), tags.get("incline"),
        OsmTags.isYes(tags.get("bridge")), OsmTags.isYes(tags.get("tunnel")), layer(tags), access(tags), lit(tags), null));
  }

  private int number(long node) {
    if (isShut(node)) {
      nodes.add(file.place(node));
      return nodes.size() - 1;
    }
    return nodeNumber.computeIfAbsent(node, fresh -> {
      nodes.add(file.place(fresh));
      return nodes.size() - 1;
    });
  }

  private String kerb(Map<String, String> tags, List<Long> section) {
    int highest = rank(tags.get("kerb"));
    for (long node : section) {
      var at = file.nodeTags().get(node);
      highest = Math.min(highest, at == null ? KERBS.size() : rank(at.get("kerb")));
    }
    if (highest < KERBS.size()) {
      return KERBS.get(highest);
    }
    return ON_FOOT.contains(tags.get("highway")) && crosses(tags, section) ? Street.KERB_UNRECORDED : null;
  }

  /** Whether a way for people crosses a road, as its tags or those of a point along it say. */
  private boolean crosses(Map<String, String> tags, List<Long> section) {
    return "crossing".equals(tags.get("highway")) || "crossing".equals(tags.get("footway"))
        || section.stream().map(file.nodeTags()::get).anyMatch(at -> at != null && "crossing".equals(at.get("highway")));
  }

  private static int rank(String kerb) {
    int rank = kerb == null ? -1 : KERBS.indexOf(kerb);
    return rank < 0 ? KERBS.size() : rank;
  }

  private static int layer(Map<String, String> tags) {
    var layer = tags.getOrDefault("layer", "0");
    return layer.matches("-?\\d") ? Integer.parseInt(layer) : 0;
  }

  private static Boolean lit(Map<String, String> tags) {
    var lit = tags.get("lit");
    return lit == null ? null : !lit.equals("no");
  }

  private StreetNetwork network() {
    var extent = file.bounds();
    var order = java.util.stream.IntStream.range(0, nodes.size()).boxed()
        .sorted(Comparator.comparingInt(node -> hilbert(nodes.get(node), extent))).toList();
    var renumbered = new int[nodes.size()];
    var lon = new double[nodes.size()];
    var lat = new double[nodes.size()];
    for (int i = 0; i < lon.length; i++) {
      renumbered[order.get(i)] = i;
      lon[i] = nodes.get(order.get(i)).x;
      lat[i] = nodes.get(order.get(i)).y;
    }
    var inOrder = streets.stream().map(street -> street.between(renumbered[street.from()], renumbered[street.to()])).toList();
    return new StreetNetwork(lon, lat, inOrder);
  }

  private static int hilbert(Coordinate place, org.locationtech.jts.geom.Envelope extent) {
    int side = (1 << HILBERT_LEVEL) - 1;
    double size = Math.max(extent.getWidth(), extent.getHeight());
    int x = (int) Math.max(0, Math.min(side, (place.x - extent.getMinX()) / size * side));
    int y = (int) Math.max(0, Math.min(side, (place.y - extent.getMinY()) / size * side));
    return HilbertCode.encode(HILBERT_LEVEL, x, y) ^ Integer.MIN_VALUE;
  }
}
