package org.commonground.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.commonground.city.District;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.people.Building;
import org.commonground.people.DemandPoint;
import org.commonground.people.PeopleSpread;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Where people are: one demand point for each building, and one for each row of a population file.
 *
 * <ol>
 *   <li>Every point gets the district it lies in.
 *   <li>A population file places people itself, and the buildings then hold nobody.
 *   <li>Else each district's recorded population is spread over its buildings. A total for the whole area rules: what it leaves over
 *       goes to buildings outside those districts, and where there are none, or it is too small, the districts are scaled to it.
 *   <li>A district with people but no building to put them in gets one point in its middle, and an issue.
 * </ol>
 */
final class PeopleLayer {

  /** Less floor than this a person, and the map cannot hold all homes; crowded cities have about 15. An assumption of ours. */
  private static final double LEAST_FLOOR_M2 = 7;

  private final List<District> districts;
  private final List<Building> buildings;
  private final Issues issues;
  private final List<Statement> notes;
  private final STRtree index = new STRtree();
  private final double[] weight;
  private final int[] district;
  private final int[] people;
  private final List<DemandPoint> points = new ArrayList<>();
  private final double beyondDegrees;

  private record Ground(int district, PreparedGeometry area) {
  }

  PeopleLayer(OsmBoundaries.Boundaries boundaries, List<Building> buildings, Issues issues, List<Statement> notes) {
    this.districts = boundaries.districts();
    beyondDegrees = boundaries.closed() ? OsmBoundaries.BEYOND_CLOSING_LINE_DEGREES : 0;
    this.buildings = buildings;
    this.issues = issues;
    this.notes = notes;
    for (var one : boundaries.districts()) {
      index.insert(one.geometry().getEnvelopeInternal(),
          new Ground(one.id(), PreparedGeometryFactory.prepare(one.geometry())));
    }
    index.build();
    weight = buildings.stream().mapToDouble(PeopleSpread::livingAreaM2).toArray();
    district = buildings.stream().map(building -> building.geometry().getInteriorPoint().getCoordinate())
        .mapToInt(this::districtAt).toArray();
    people = new int[buildings.size()];
  }

  /**
   * The lowest district that covers a place. Just beyond a line that closes a gap in the map data it is the nearest district; -1
   * where there is none.
   */
  int districtAt(Coordinate place) {
    var point = OsmShapes.LON_LAT.createPoint(place);
    int lowest = -1;
    for (var found : index.query(point.getEnvelopeInternal())) {
      var ground = (Ground) found;
      if ((lowest == -1 || ground.district() < lowest) && ground.area().covers(point)) {
        lowest = ground.district();
      }
    }
    return lowest >= 0 || beyondDegrees == 0 ? lowest : nearestDistrict(point);
  }

  private int nearestDistrict(Point point) {
    return districts.stream().filter(one -> one.geometry().isWithinDistance(point, beyondDegrees))
        .min(Comparator.comparingDouble((District one) -> one.geometry().distance(point)).thenComparing(District::id))
        .map(District::id).orElse(-1);
  }

  /** One point for each building, nobody in it, and those of the file. */
  List<DemandPoint> fromFile(List<DemandTable.Row> rows) {
    addBuildings();
    for (var row : rows) {
      points.add(new DemandPoint(points.size(), row.lon(), row.lat(), row.people(), row.groups(),
          districtAt(new Coordinate(row.lon(), row.lat())), -1));
    }
    return points;
  }

  /**
   * @param total persons in the whole area; null where not given
   * @throws InvalidInput where neither a total nor any district's population is known
   */
  List<DemandPoint> spread(Integer total) {
    var recorded = districts.stream().mapToInt(one -> one.peopleRecorded() == null ? -1 : one.peopleRecorded()).toArray();
    long sum = Arrays.stream(recorded).filter(known -> known > 0).asLongStream().sum();
    if (sum > Integer.MAX_VALUE) {
      throw new InvalidInput(Code.FILE_CONTENT, "--osm", "The districts record " + sum + " people in all, but " + Integer.MAX_VALUE
          + " is the most there can be.");
    }
    if (sum == 0 && total != null && total > 0) {
      Arrays.fill(recorded, -1);
    }
    boolean anyRecorded = Arrays.stream(recorded).anyMatch(known -> known >= 0);
    if (total == null && !anyRecorded) {
      throw new InvalidInput(Code.OPTION, "--population-total",
          "The map data records no population; give --population-total N or --population FILE.");
    }
    int rest = total == null ? 0 : (int) (total - sum);
    var elsewhere = IntStream.range(0, people.length)
        .filter(i -> weight[i] > 0 && (district[i] < 0 || recorded[district[i]] < 0)).toArray();
    if (anyRecorded && (rest < 0 || rest > 0 && elsewhere.length == 0)) {
      notes.add(ImportWording.DISTRICTS_SCALED.with(sum, total));
      var scaled = PeopleSpread.spread(total, Arrays.stream(recorded).mapToDouble(known -> Math.max(0, known)).toArray());
      System.arraycopy(scaled, 0, recorded, 0, scaled.length);
      rest = 0;
    }
    var leftOver = new ArrayList<DemandPoint>();
    for (var one : districts) {
      if (recorded[one.id()] > 0) {
        place(recorded[one.id()], IntStream.range(0, people.length).filter(i -> district[i] == one.id()).toArray(), one, leftOver);
      }
    }
    if (rest > 0) {
      place(rest, elsewhere, null, leftOver);
    }
    if (total == null && elsewhere.length > 0) {
      notes.add(ImportWording.NOBODY_OUTSIDE.with(elsewhere.length));
    }
    sayWhereHomesAreMissing();
    addBuildings();
    leftOver.forEach(point -> points.add(new DemandPoint(points.size(), point.lon(), point.lat(), point.people(), Map.of(),
        point.district(), -1)));
    return points;
  }

  /** Where people would stand on top of each other, it is the homes that are missing in the map data: everywhere, or in a district. */
  private void sayWhereHomesAreMissing() {
    if (!areHomesMissing("area", "", i -> true)) {
      districts.forEach(one -> areHomesMissing(one.sourceId(), "In " + one.name() + " ", i -> district[i] == one.id()));
      areHomesMissing("area", "Outside every district ", i -> district[i] < 0);
    }
  }

  private boolean areHomesMissing(String id, String where, IntPredicate there) {
    double floor = IntStream.range(0, weight.length).filter(there).mapToDouble(i -> weight[i]).sum();
    long placed = IntStream.range(0, weight.length).filter(there).mapToLong(i -> people[i]).sum();
    boolean missing = placed > 0 && floor / placed < LEAST_FLOOR_M2;
    if (missing) {
      issues.add("demand", "homes-missing", id, String.format(Locale.ROOT, "%s%,d people share %,.0f m² of floor in %,d buildings, "
          + "%.1f m² each: most homes are missing in the map data, so people stand in the wrong places.", where, placed, floor,
          IntStream.range(0, weight.length).filter(there).filter(i -> weight[i] > 0).count(), floor / placed), null);
    }
    return missing;
  }

  private void place(int count, int[] members, District into, List<DemandPoint> leftOver) {
    var shares = PeopleSpread.spread(count, IntStream.of(members).mapToDouble(i -> weight[i]).toArray());
    if (Arrays.stream(shares).sum() == count) {
      for (int i = 0; i < members.length; i++) {
        people[members[i]] += shares[i];
      }
      return;
    }
    if (into == null) {
      throw new InvalidInput(Code.OPTION, "--population-total", "There is no building that " + count
          + " people could live in; give --population FILE instead.");
    }
    var middle = into.geometry().getInteriorPoint();
    issues.add("demand", "district-without-homes", into.sourceId(), into.name() + " has " + count
        + " people but no building they could live in; they stand at one point in its middle.", middle);
    leftOver.add(new DemandPoint(0, middle.getX(), middle.getY(), count, Map.of(), into.id(), -1));
  }

  private void addBuildings() {
    for (var building : buildings) {
      var inside = building.geometry().getInteriorPoint();
      points.add(new DemandPoint(building.id(), inside.getX(), inside.getY(), people[building.id()], Map.of(),
          district[building.id()], building.id()));
    }
  }
}
