package org.commonground.plan.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.commonground.city.City;
import org.commonground.city.District;
import org.commonground.coverage.CoverageResult;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.DemandPlaces;
import org.commonground.coverage.Reach;
import org.commonground.coverage.RoomProblem;
import org.commonground.coverage.RoomResult;
import org.commonground.coverage.RoomSolver;
import org.commonground.coverage.StreetLoss;
import org.commonground.coverage.StreetLossSolver;
import org.commonground.geo.LocalProjection;
import org.commonground.people.DemandPoint;
import org.commonground.space.HazardZone;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * One city as it was saved, with what has been computed from it so far. A request keeps the snapshot it began with to its end.
 * Safe for use by many threads.
 */
public final class Snapshot {

  /** How far outside its boundary an area still answers. */
  public static final double MARGIN_METRES = 500;

  private static final int KEPT = 24;
  private static final int KEPT_RESULTS = 64;

  private final City city;
  private final long version;
  private final PreparedGeometry ground;
  private final DemandPlaces places;
  private final Map<String, List<HazardZone>> hazardLayers;
  private final LocalProjection projection;
  private final Map<RoomQuestion, RoomResult> rooms = kept();
  private final Map<Question, List<StreetLoss>> streetLosses = kept();
  private final ConcurrentHashMap<Question, CoverageResult> results = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> known = new ConcurrentHashMap<>();

  private record Question(Reach reach, int minutes, int k) {
  }

  /** @param rules version of the rule pack, which says how much room a person takes and how groups walk */
  private record RoomQuestion(Reach reach, int minutes, String rules) {
  }

  public Snapshot(City city, long version) {
    this.city = city;
    this.version = version;
    var boundary = city.area().boundary();
    projection = LocalProjection.around(boundary.getEnvelopeInternal());
    ground = PreparedGeometryFactory.prepare(projection.toDegrees(projection.toMetres(boundary).buffer(MARGIN_METRES)));
    places = places(city.demand());
    hazardLayers = city.hazardZones().stream()
        .collect(Collectors.groupingBy(HazardZone::name, TreeMap::new, Collectors.toUnmodifiableList()));
  }

  public City city() {
    return city;
  }

  /** Changes with every save of the area. */
  public long version() {
    return version;
  }

  /** Whether a point lies in the area or at most {@link #MARGIN_METRES} outside it. */
  public boolean contains(double lon, double lat) {
    return ground.covers(new GeometryFactory().createPoint(new Coordinate(lon, lat)));
  }

  /** Index of the district that the middle of a geometry lies in, the lowest of several; -1 where none. */
  public int district(Geometry geometry) {
    var middle = geometry.getInteriorPoint();
    return city.districts().stream().filter(district -> district.geometry().covers(middle)).mapToInt(District::id).findFirst().orElse(-1);
  }

  /** Whether any part of a geometry lies in the area or at most {@link #MARGIN_METRES} outside it. */
  public boolean touches(Geometry geometry) {
    return ground.intersects(geometry);
  }

  public StreetFinder streetFinder() {
    return known(StreetFinder.class, snapshot -> new StreetFinder(city.streets(), projection));
  }

  /**
   * What others have found of this city and keep with it, one of each type: made when first asked for, by two at once if need be, of
   * which all then get the same.
   */
  public <T> T known(Class<T> type, Function<Snapshot, T> made) {
    var found = known.get(type);
    if (found == null) {
      var mine = made.apply(this);
      var other = known.putIfAbsent(type, mine);
      found = other == null ? mine : other;
    }
    return type.cast(found);
  }

  /** A map that forgets what was not asked for longest. */
  public static <K, V> Map<K, V> kept() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
      }
    };
  }

  /** Found when first asked for, by two at once if need be: nobody waits for those who judge spaces. */
  public ShelterSpaces shelterSpaces() {
    return known(ShelterSpaces.class, snapshot -> ShelterSpaces.of(city));
  }

  /** Around the boundary. */
  public LocalProjection projection() {
    return projection;
  }

  /** Who is where, as the search wants it. */
  public DemandPlaces places() {
    return places;
  }

  /** The zones of each hazard layer, by its name. */
  public Map<String, List<HazardZone>> hazardLayers() {
    return hazardLayers;
  }

  /** Square metres of an outline; null for a point. */
  public Double areaM2(Geometry geometry) {
    return geometry.getDimension() < 2 ? null : Double.valueOf(projection.toMetres(geometry).getArea());
  }

  /** The last few are kept, since the map asks for each tile. */
  public synchronized RoomResult room(Reach reach, int minutes, String rules, Supplier<RoomProblem> problem) {
    return rooms.computeIfAbsent(new RoomQuestion(reach, minutes, rules), asked -> RoomSolver.solve(problem.get()));
  }

  /** What the loss of each street means; kept as the rooms are. */
  public synchronized List<StreetLoss> streetLosses(Reach reach, int minutes) {
    return streetLosses.computeIfAbsent(new Question(reach, minutes, 1), asked -> StreetLossSolver.rank(reach, minutes * 60_000));
  }

  /** Who reaches k shelters; the last results are kept. */
  public CoverageResult coverage(Reach reach, int minutes, int k) {
    var question = new Question(reach, minutes, k);
    var known = results.get(question);
    if (known == null) {
      known = CoverageSolver.solve(reach, minutes * 60_000, k);
      if (results.size() >= KEPT_RESULTS) {
        results.clear();
      }
      results.put(question, known);
    }
    return known;
  }

  private static DemandPlaces places(List<DemandPoint> demand) {
    int count = demand.size();
    var lon = new double[count];
    var lat = new double[count];
    var people = new int[count];
    var district = new int[count];
    var groups = new TreeMap<String, int[]>();
    for (int place = 0; place < count; place++) {
      var point = demand.get(place);
      lon[place] = point.lon();
      lat[place] = point.lat();
      people[place] = point.people();
      district[place] = point.district();
      int at = place;
      point.groups().forEach((group, persons) -> groups.computeIfAbsent(group, none -> new int[count])[at] = persons);
    }
    return new DemandPlaces(lon, lat, people, district, groups);
  }
}
