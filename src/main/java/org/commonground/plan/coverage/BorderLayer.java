package org.commonground.plan.coverage;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.text;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.coverage.FragmentationPair;
import org.commonground.plan.Asked;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Row;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The layer of borders that cost something: one line for each two districts that gain if each may use the other's shelters, most people
 * first. It is the border they share, or where they do not touch along a line, the straight line between points inside them. The ground
 * outside every district has the point that is nearest to the middle of its people; without people there, the line has no place.
 */
final class BorderLayer {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private BorderLayer() {
  }

  static FeatureLayer borderGain(Asked asked, List<FragmentationPair> pairs) {
    var city = asked.city();
    var columns = List.of(integer("id"), integer("district"), text("districtName"), integer("otherDistrict"), text("otherDistrictName"),
        integer("people"), integer("peopleOfDistrict"), integer("personMinutes"));
    return new FeatureLayer("border_gain", columns, IntStream.range(0, pairs.size()).mapToObj(id -> {
      var pair = pairs.get(id);
      return new Row(line(city, pair.first(), pair.second()), new Object[] {id, PlaceLayers.orNull(pair.first()),
          DistrictName.of(city, pair.first()).name(), PlaceLayers.orNull(pair.second()), DistrictName.of(city, pair.second()).name(),
          pair.people(), pair.peopleOfFirst(), LossLayers.minutes(pair.savedPersonMillis())});
    }).toList());
  }

  private static Geometry line(City city, int first, int second) {
    if (first >= 0 && second >= 0) {
      var shared = shared(city.districts().get(first).geometry(), city.districts().get(second).geometry());
      if (shared != null) {
        return shared;
      }
    }
    var from = inside(city, first);
    var to = inside(city, second);
    return from == null || to == null ? null : GEOMETRIES.createLineString(new Coordinate[] {from, to});
  }

  /** Null where they share no line. */
  private static Geometry shared(Geometry one, Geometry other) {
    if (!one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
      return null;
    }
    var merger = new LineMerger();
    merger.add(LineStringExtracter.getLines(OverlayNGRobust.overlay(one.getBoundary(), other.getBoundary(), OverlayNG.INTERSECTION)));
    var lines = new TreeSet<LineString>();
    for (var line : merger.getMergedLineStrings()) {
      lines.add((LineString) line);
    }
    return lines.isEmpty() ? null : lines.size() == 1 ? lines.first() : GEOMETRIES.createMultiLineString(lines.toArray(LineString[]::new));
  }

  private static Coordinate inside(City city, int district) {
    if (district >= 0) {
      return city.districts().get(district).geometry().getInteriorPoint().getCoordinate();
    }
    MultiPoint homes = GEOMETRIES.createMultiPointFromCoords(city.demand().stream().filter(point -> point.district() < 0
        && point.people() > 0).map(point -> new Coordinate(point.lon(), point.lat())).toArray(Coordinate[]::new));
    return homes.isEmpty() ? null : homes.getInteriorPoint().getCoordinate();
  }
}
