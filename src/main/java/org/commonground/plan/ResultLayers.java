package org.commonground.plan;

import static org.commonground.plan.FeatureLayer.integer;
import static org.commonground.plan.FeatureLayer.real;
import static org.commonground.plan.FeatureLayer.text;

import java.util.List;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.coverage.CoverageResult;
import org.commonground.plan.FeatureLayer.Row;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The layers of a coverage result. */
public final class ResultLayers {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private ResultLayers() {
  }

  /** One feature per demand point: the outline of its building, or the point where it has none. */
  public static FeatureLayer coverageResult(City city, CoverageResult result) {
    var columns = List.of(integer("id"), integer("people"), text("state"), integer("walkSeconds"),
        integer("optimisticWalkSeconds"), integer("shelter"), integer("district"), text("sourceId"));
    return new FeatureLayer("coverage_result", columns, IntStream.range(0, city.demand().size()).mapToObj(place -> {
      var point = city.demand().get(place);
      var building = point.building() < 0 ? null : city.buildings().get(point.building());
      Geometry geometry = building == null ? GEOMETRIES.createPoint(new Coordinate(point.lon(), point.lat()))
          : building.geometry();
      return new Row(geometry, new Object[] {place, point.people(), result.state()[place].word(),
          WalkSeconds.seconds(result.millis()[place]), WalkSeconds.seconds(result.optimisticMillis()[place]),
          orNull(result.shelter()[place]), orNull(point.district()), building == null ? null : building.sourceId()});
    }).toList());
  }

  /** One point per gap, biggest first. */
  public static FeatureLayer gap(CoverageResult result) {
    var columns = List.of(integer("id"), integer("people"), integer("unknown"), integer("unreachable"), real("lackMetres"),
        integer("lackSeconds"), integer("district"));
    return new FeatureLayer("gap", columns, IntStream.range(0, result.gaps().size()).mapToObj(id -> {
      var gap = result.gaps().get(id);
      boolean way = gap.lackMillis() >= 0;
      return new Row(GEOMETRIES.createPoint(new Coordinate(gap.lon(), gap.lat())), new Object[] {id, gap.people(),
          gap.unknown(), gap.unreachable(), way ? Math.round(gap.lackMetres() * 10) / 10.0 : null,
          WalkSeconds.seconds(gap.lackMillis()), orNull(gap.district())});
    }).toList());
  }

  private static Integer orNull(int index) {
    return index < 0 ? null : Integer.valueOf(index);
  }
}
