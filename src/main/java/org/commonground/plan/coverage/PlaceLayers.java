package org.commonground.plan.coverage;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.real;
import static org.commonground.plan.form.FeatureLayer.text;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.coverage.CoverageResult;
import org.commonground.coverage.ExpectedResult;
import org.commonground.plan.Asked;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Column;
import org.commonground.plan.form.FeatureLayer.Row;
import org.commonground.plan.form.WalkSeconds;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Layers of answers with one feature per demand point: the outline of its building, or the point where it has none; and gaps. */
final class PlaceLayers {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private PlaceLayers() {
  }

  static FeatureLayer coverageResult(City city, CoverageResult result) {
    var columns = List.of(integer("id"), integer("people"), text("state"), integer("walkSeconds"),
        integer("optimisticWalkSeconds"), integer("shelter"), integer("district"), text("sourceId"));
    return layer("coverage_result", city, columns, place -> new Object[] {place, city.demand().get(place).people(),
        result.state()[place].word(), WalkSeconds.seconds(result.millis()[place]), WalkSeconds.seconds(result.optimisticMillis()[place]),
        orNull(result.shelter()[place]), district(city, place), sourceId(city, place)});
  }

  /**
   * Shares of the samples in which a place is covered, 0 to 1: if the unrecorded facts are unfavourable, with its 95 % confidence
   * interval, and if they are favourable. The state is that while every street is open.
   */
  static FeatureLayer expectedResult(Asked asked, ExpectedResult sure, ExpectedResult hoped) {
    var city = asked.city();
    var state = asked.coverage(1).state();
    var columns = List.of(integer("id"), integer("people"), text("state"), real("share"), real("shareLow"), real("shareHigh"),
        real("mostShare"), integer("district"), text("sourceId"));
    return layer("expected_result", city, columns, place -> {
      var share = sure.share(place);
      return new Object[] {place, city.demand().get(place).people(), state[place].word(), rounded(share.share()), rounded(share.low()),
          rounded(share.high()), rounded(hoped.share(place).share()), district(city, place), sourceId(city, place)};
    });
  }

  /** Shares with four decimals, finer than any number of samples that can be asked for. */
  private static double rounded(double share) {
    return Math.round(share * 1e4) / 1e4;
  }

  /** @param values of each place */
  static FeatureLayer layer(String name, City city, List<Column> columns, IntFunction<Object[]> values) {
    return new FeatureLayer(name, columns, IntStream.range(0, city.demand().size())
        .mapToObj(place -> new Row(geometry(city, place), values.apply(place))).toList());
  }

  private static Geometry geometry(City city, int place) {
    var point = city.demand().get(place);
    return point.building() < 0 ? GEOMETRIES.createPoint(new Coordinate(point.lon(), point.lat()))
        : city.buildings().get(point.building()).geometry();
  }

  static Integer district(City city, int place) {
    return orNull(city.demand().get(place).district());
  }

  static String sourceId(City city, int place) {
    int building = city.demand().get(place).building();
    return building < 0 ? null : city.buildings().get(building).sourceId();
  }

  /** One point per gap, biggest first. */
  static FeatureLayer gap(CoverageResult result) {
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

  static Integer orNull(int index) {
    return index < 0 ? null : Integer.valueOf(index);
  }
}
