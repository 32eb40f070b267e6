package org.commonground.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.commonground.city.City;
import org.commonground.coverage.CoverageProblem;
import org.commonground.coverage.CoverageResult;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.DemandPlaces;
import org.commonground.coverage.Reach;
import org.commonground.coverage.ShelterSite;
import org.commonground.geo.LocalProjection;
import org.commonground.network.Profile;
import org.commonground.people.DemandPoint;
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
  private final WayAnswers ways;
  private final ConcurrentHashMap<Profile, Reach> reaches = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Question, CoverageResult> results = new ConcurrentHashMap<>();

  private StreetFinder streetFinder;

  private record Question(Profile profile, int minutes, int k) {
  }

  Snapshot(City city, long version) {
    this.city = city;
    this.version = version;
    ways = new WayAnswers(city.shelters());
    var boundary = city.area().boundary();
    var projection = LocalProjection.around(boundary.getEnvelopeInternal());
    ground = PreparedGeometryFactory.prepare(projection.toDegrees(projection.toMetres(boundary).buffer(MARGIN_METRES)));
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

  /** Whether any part of a geometry lies in the area or at most {@link #MARGIN_METRES} outside it. */
  boolean touches(Geometry geometry) {
    return ground.intersects(geometry);
  }

  /** Made when first asked for. */
  synchronized StreetFinder streetFinder() {
    if (streetFinder == null) {
      streetFinder = new StreetFinder(city.streets(), LocalProjection.around(city.area().boundary().getEnvelopeInternal()));
    }
    return streetFinder;
  }

  Reach reach(Profile profile) {
    return reaches.computeIfAbsent(profile, wanted -> Reach.of(problem(wanted)));
  }

  CoverageResult coverage(Profile profile, int minutes, int k) {
    var question = new Question(profile, minutes, k);
    var known = results.get(question);
    if (known == null) {
      known = CoverageSolver.solve(reach(profile), minutes * 60_000, k);
      if (results.size() >= KEPT_RESULTS) {
        results.clear();
      }
      results.put(question, known);
    }
    return known;
  }

  private CoverageProblem problem(Profile profile) {
    var shelters = new ArrayList<ShelterSite>();
    city.shelters().forEach(shelter -> shelters.add(new ShelterSite(shelter.geometry(), shelter.capacity())));
    return new CoverageProblem(city.streets(), profile, places(city.demand()), city.districts().size(), shelters);
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
