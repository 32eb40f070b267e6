package org.commonground.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.commonground.geo.LocalProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Streets drawn with letters, or drawn by lot, in metres around one place of the earth.
 *
 * <p>In a drawing a letter is a junction and a run of signs between two letters is a street: {@code -} and {@code |} are paved,
 * {@code =} and {@code !} are stairs, {@code ~} and {@code :} have no recorded surface, {@code x} and {@code X} are private. One
 * sign is ten metres in both directions; the lower left corner is 0, 0. A street is named after its ends, as in {@code A-B}.
 */
public final class TestCity {

  /** One metre a second, so that a metre is 1,000 ms. */
  public static final Profile ADULT = new Profile("adult", 1.0, 0.5, false, 100);
  public static final Profile WHEELCHAIR = new Profile("wheelchair", 0.5, 0, true, 6);

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final LocalProjection PROJECTION = LocalProjection.around(7.42, 43.73);
  private static final String ALONG = "-=~x";
  private static final String DOWN = "|!:X";
  private static final int SIGN_METRES = 10;

  private final StreetNetwork streets;
  private final Map<Character, Integer> nodes;

  private TestCity(StreetNetwork streets, Map<Character, Integer> nodes) {
    this.streets = streets;
    this.nodes = nodes;
  }

  public static TestCity draw(String drawing) {
    var rows = drawing.stripTrailing().split("\n");
    var nodes = new TreeMap<Character, Integer>();
    for (int row = 0; row < rows.length; row++) {
      for (char sign : rows[row].toCharArray()) {
        if (isJunction(sign) && nodes.put(sign, 0) != null) {
          throw new IllegalArgumentException(sign + " is drawn twice");
        }
      }
    }
    var letters = List.copyOf(nodes.keySet());
    letters.forEach(letter -> nodes.put(letter, letters.indexOf(letter)));
    var places = new Coordinate[letters.size()];
    var found = new ArrayList<Street>();
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length(); column++) {
        char sign = sign(rows, row, column);
        if (isJunction(sign)) {
          places[nodes.get(sign)] = new Coordinate(column * SIGN_METRES, (rows.length - 1 - row) * SIGN_METRES);
          follow(rows, row, column, 0, 1, nodes, found);
          follow(rows, row, column, 1, 0, nodes, found);
        }
      }
    }
    return new TestCity(network(places, placed(found, places)), nodes);
  }

  private static void follow(String[] rows, int row, int column, int down, int right, Map<Character, Integer> nodes,
      List<Street> found) {
    int kind = (down == 1 ? DOWN : ALONG).indexOf(sign(rows, row + down, column + right));
    int length = 1;
    while (kind >= 0 && (down == 1 ? DOWN : ALONG).indexOf(sign(rows, row + down * length, column + right * length)) == kind) {
      length++;
    }
    char end = sign(rows, row + down * length, column + right * length);
    char begin = sign(rows, row, column);
    if (kind >= 0 && isJunction(end)) {
      found.add(new Street(found.size(), 0, nodes.get(begin), nodes.get(end), line(new Coordinate(), new Coordinate()),
          1000 * SIGN_METRES * length, kind == 1 ? "steps" : "residential", begin + "-" + end, Map.of(), null,
          kind == 2 ? null : "asphalt", null, kind == 1, null, null, null, false, false, 0, kind == 3 ? "private" : null, null));
    }
  }

  private static boolean isJunction(char sign) {
    return sign >= 'A' && sign <= 'W';
  }

  private static char sign(String[] rows, int row, int column) {
    return row < rows.length && column < rows[row].length() ? rows[row].charAt(column) : ' ';
  }

  private static List<Street> placed(List<Street> drawn, Coordinate[] places) {
    return drawn.stream().map(one -> with(one, line(places[one.from()], places[one.to()]), one.lengthMm())).toList();
  }

  /** Junctions by lot in a square, streets to near ones; some bent, doubled, round, stairs, without surface; some islands. */
  public static TestCity random(long seed, int junctions, double sideMetres) {
    var random = new Random(seed);
    var places = new Coordinate[junctions];
    Arrays.setAll(places, i -> new Coordinate(random.nextDouble() * sideMetres, random.nextDouble() * sideMetres));
    double reach = 1.6 * sideMetres / Math.sqrt(junctions);
    var found = new ArrayList<Street>();
    for (int from = 0; from < junctions; from++) {
      for (int to = from; to < junctions; to++) {
        boolean round = from == to && random.nextInt(40) == 0;
        if (round || from != to && places[from].distance(places[to]) < reach && random.nextInt(3) > 0) {
          for (int copies = random.nextInt(20) == 0 ? 2 : 1; copies > 0; copies--) {
            found.add(byLot(found.size(), from, to, places, random));
          }
        }
      }
    }
    return new TestCity(network(places, found), Map.of());
  }

  private static Street byLot(int id, int from, int to, Coordinate[] places, Random random) {
    var points = new ArrayList<>(List.of(places[from]));
    for (int bends = from == to ? 2 : random.nextInt(3); bends > 0; bends--) {
      points.add(new Coordinate(places[from].x + 30 * random.nextGaussian(), places[from].y + 30 * random.nextGaussian()));
    }
    points.add(places[to]);
    double metres = 0;
    for (int i = 0; i + 1 < points.size(); i++) {
      metres += points.get(i).distance(points.get(i + 1));
    }
    boolean steps = random.nextInt(10) == 0;
    return new Street(id, 0, from, to, line(points.toArray(Coordinate[]::new)), (int) Math.round(1000 * metres),
        steps ? "steps" : "residential", random.nextBoolean() ? "street " + id : null, Map.of(), null,
        random.nextInt(4) == 0 ? null : "asphalt", null, steps, null, null, null, false, false, 0,
        random.nextInt(15) == 0 ? "no" : null, null);
  }

  private static StreetNetwork network(Coordinate[] places, List<Street> streets) {
    var degrees = Arrays.stream(places).map(place -> PROJECTION.toDegrees(place.x, place.y)).toList();
    return new StreetNetwork(degrees.stream().mapToDouble(place -> place.x).toArray(),
        degrees.stream().mapToDouble(place -> place.y).toArray(), streets);
  }

  /** Nodes without places, for graphs that only searches see; each edge is from, to, millimetres. */
  public static StreetNetwork graph(int nodes, List<int[]> edges) {
    var streets = new ArrayList<Street>();
    for (var edge : edges) {
      streets.add(new Street(streets.size(), 0, edge[0], edge[1], line(new Coordinate(), new Coordinate(1, 0)), edge[2],
          "residential", null, Map.of(), null, null, null, false, null, null, null, false, false, 0, null, null));
    }
    return new StreetNetwork(new double[nodes], new double[nodes], streets);
  }

  /** A copy with another line and length. */
  public static Street with(Street one, LineString line, int lengthMm) {
    return new Street(one.id(), one.osmId(), one.from(), one.to(), line, lengthMm, one.kind(), one.name(), one.names(),
        one.widthM(), one.surface(), one.smoothness(), one.steps(), one.kerb(), one.wheelchair(), one.incline(), one.bridge(),
        one.tunnel(), one.layer(), one.access(), one.lit());
  }

  public StreetNetwork streets() {
    return streets;
  }

  public static LocalProjection projection() {
    return PROJECTION;
  }

  public int node(char letter) {
    return nodes.get(letter);
  }

  public int street(String name) {
    return streets.streets().stream().filter(street -> name.equals(street.name())).findFirst().orElseThrow().id();
  }

  public WalkGraph graph(Profile profile, Unknowns unknowns) {
    return WalkGraph.of(streets, profile, unknowns);
  }

  /** Longitude and latitude of a place in metres. */
  public static Coordinate at(double x, double y) {
    return PROJECTION.toDegrees(x, y);
  }

  public static Point point(double x, double y) {
    return SHAPES.createPoint(at(x, y));
  }

  public static LineString line(Coordinate... metres) {
    return (LineString) PROJECTION.toDegrees(SHAPES.createLineString(metres));
  }

  public static Polygon box(double x1, double y1, double x2, double y2) {
    return (Polygon) PROJECTION.toDegrees(SHAPES.createPolygon(new Coordinate[] {new Coordinate(x1, y1),
        new Coordinate(x2, y1), new Coordinate(x2, y2), new Coordinate(x1, y2), new Coordinate(x1, y1)}));
  }

  /** Names of the streets that a group can walk. */
  public List<String> open(WalkGraph graph) {
    var names = new HashSet<String>();
    streets.streets().stream().filter(street -> graph.passable(street.id())).forEach(street -> names.add(street.name()));
    return names.stream().sorted().toList();
  }
}
