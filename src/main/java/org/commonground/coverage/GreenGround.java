package org.commonground.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.geo.LocalProjection;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How much public green each space has of its own, and on the ground of which district, in square metres.
 *
 * <ol>
 *   <li>Spaces take their ground in order of size, the largest first; what a larger one has taken (the park around a playground) is
 *       not counted again.
 *   <li>What is left of each is cut by the districts in their order; ground in several districts is the first one's.
 *   <li>The rest lies in no district.
 * </ol>
 */
final class GreenGround {

  /** Per space. */
  final double[] ownM2;
  /** Per district, and last the ground in none. */
  final double[] districtM2;

  private GreenGround(double[] ownM2, double[] districtM2) {
    this.ownM2 = ownM2;
    this.districtM2 = districtM2;
  }

  static GreenGround of(List<EverydaySpace> spaces, List<Geometry> districts, LocalProjection projection) {
    var outlines = spaces.stream().map(space -> space.green() && space.geometry().getDimension() == 2
        ? valid(projection.toMetres(space.geometry())) : null).toArray(Geometry[]::new);
    var cuts = districts.stream().map(district -> PreparedGeometryFactory.prepare(valid(projection.toMetres(district)))).toList();
    var order = IntStream.range(0, outlines.length).filter(space -> outlines[space] != null).boxed()
        .sorted(Comparator.comparingDouble((Integer space) -> outlines[space].getArea()).reversed()
            .thenComparing(Comparator.naturalOrder())).toList();
    var place = new int[outlines.length];
    var tree = new STRtree();
    for (int i = 0; i < order.size(); i++) {
      place[order.get(i)] = i;
      tree.insert(outlines[order.get(i)].getEnvelopeInternal(), order.get(i));
    }
    var ground = new GreenGround(new double[outlines.length], new double[districts.size() + 1]);
    for (int space : order) {
      var own = outlines[space];
      for (var other : tree.query(own.getEnvelopeInternal())) {
        if (place[(Integer) other] < place[space] && own.intersects(outlines[(Integer) other])) {
          own = minus(own, outlines[(Integer) other]);
        }
      }
      ground.ownM2[space] = own.getArea();
      ground.share(own, cuts);
    }
    return ground;
  }

  private void share(Geometry own, List<PreparedGeometry> districts) {
    var left = own;
    for (int district = 0; district < districts.size() && !left.isEmpty(); district++) {
      var cut = districts.get(district);
      if (cut.covers(left)) {
        districtM2[district] += left.getArea();
        return;
      }
      if (cut.intersects(left)) {
        double before = left.getArea();
        left = minus(left, cut.getGeometry());
        districtM2[district] += before - left.getArea();
      }
    }
    districtM2[districts.size()] += left.getArea();
  }

  private static Geometry minus(Geometry one, Geometry other) {
    return OverlayNGRobust.overlay(one, other, OverlayNG.DIFFERENCE);
  }

  private static Geometry valid(Geometry geometry) {
    return geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
  }
}
