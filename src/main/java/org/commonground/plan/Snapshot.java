package org.commonground.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
  static final double MARGIN_METRES = 500;

  private static final int KEPT_RESULTS = 64;

  private final City city;
  private final long version;
  private final PreparedGeometry ground;
  private final DemandPlaces places;
  private final Map<String, List<HazardZone>> hazardLayers;
  private final List<ScenarioShelter> asItIs;
  private final Reaches reaches;
  private final WayAnswers ways;
  private final LocalProjection projection;
  private final Map<RoomQuestion, RoomResult> rooms = Reaches.kept();
  private final Map<Question, List<StreetLoss>> streetLosses = Reaches.kept();
  private final ConcurrentHashMap<Question, CoverageResult> results = new ConcurrentHashMap<>();

  private final Map<String, JudgedCity> judged = Reaches.kept();

  private StreetFinder streetFinder;
  private volatile ShelterSpaces shelterSpaces;

  private record Question(Reach reach, int minutes, int k) {
  }

  /** @param rules version of the rule pack, which says how much room a person takes and how groups walk */
  private record RoomQuestion(Reach reach, int minutes, String rules) {
  }

  Snapshot(City city, long version) {
    this.city = city;
    this.version = version;
    ways = new WayAnswers(city.shelters());
    var boundary = city.area().boundary();
    projection = LocalProjection.around(boundary.getEnvelopeInternal());
    ground = PreparedGeometryFactory.prepare(projection.toDegrees(projection.toMetres(boundary).buffer(MARGIN_METRES)));
    places = places(city.demand());
    hazardLayers = city.hazardZones().stream()
        .collect(Collectors.groupingBy(HazardZone::name, TreeMap::new, Collectors.toUnmodifiableList()));
    asItIs = city.shelters().stream().map(shelter -> new ScenarioShelter(shelter, true, null, false)).toList();
    reaches = new Reaches(this, places);
  }

  public City city() {
    return city;
  }

  /** Changes with every save of the area. */
  public long version() {
    return version;
  }

  WayAnswers ways() {
    return ways;
  }

  /** Whether a point lies in the area or at most {@link #MARGIN_METRES} outside it. */
  boolean contains(double lon, double lat) {
    return ground.covers(new GeometryFactory().createPoint(new Coordinate(lon, lat)));
  }

  /** Index of the district that the middle of a geometry lies in, the lowest of several; -1 where none. */
  int district(Geometry geometry) {
    var middle = geometry.getInteriorPoint();
    return city.districts().stream().filter(district -> district.geometry().covers(middle)).mapToInt(District::id).findFirst().orElse(-1);
  }

  /** Whether any part of a geometry lies in the area or at most {@link #MARGIN_METRES} outside it. */
  boolean touches(Geometry geometry) {
    return ground.intersects(geometry);
  }

  /** Made when first asked for. */
  synchronized StreetFinder streetFinder() {
    if (streetFinder == null) {
      streetFinder = new StreetFinder(city.streets(), projection);
    }
    return streetFinder;
  }

  /** Its spaces by a rule pack; the last few packs are kept. */
  synchronized JudgedCity judged(Terms terms) {
    return judged.computeIfAbsent(terms.version(), version -> new JudgedCity(city, shelterSpaces(), terms.rules()));
  }

  /** Found when first asked for, by two at once if need be: nobody waits for those who judge spaces. */
  ShelterSpaces shelterSpaces() {
    var known = shelterSpaces;
    if (known == null) {
      known = ShelterSpaces.of(city);
      shelterSpaces = known;
    }
    return known;
  }

  LocalProjection projection() {
    return projection;
  }

  DemandPlaces places() {
    return places;
  }

  /** The area's own shelters, all open. */
  List<ScenarioShelter> asItIs() {
    return asItIs;
  }

  /** The zones of each hazard layer, by its name. */
  Map<String, List<HazardZone>> hazardLayers() {
    return hazardLayers;
  }

  Reaches reaches() {
    return reaches;
  }

  /** Square metres of an outline; null for a point. */
  Double areaM2(Geometry geometry) {
    return geometry.getDimension() < 2 ? null : Double.valueOf(projection.toMetres(geometry).getArea());
  }

  /** The last few are kept, since the map asks for each tile. */
  synchronized RoomResult room(Reach reach, int minutes, String rules, Supplier<RoomProblem> problem) {
    return rooms.computeIfAbsent(new RoomQuestion(reach, minutes, rules), asked -> RoomSolver.solve(problem.get()));
  }

  /** What the loss of each street means; kept as the rooms are. */
  synchronized List<StreetLoss> streetLosses(Reach reach, int minutes) {
    return streetLosses.computeIfAbsent(new Question(reach, minutes, 1), asked -> StreetLossSolver.rank(reach, minutes * 60_000));
  }

  CoverageResult coverage(Reach reach, int minutes, int k) {
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
