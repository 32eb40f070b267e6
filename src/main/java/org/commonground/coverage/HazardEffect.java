package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.commonground.network.Obstacles;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.commonground.space.Hazard;
import org.commonground.space.HazardZone;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What hazard zones, closed areas and closed streets do to one group: which streets it cannot use or only slowly, where it cannot
 * leave a house, which shelters do not count.
 *
 * <ol>
 *   <li>A zone closes the ground inside it, or slows walking there, by its depth of water; one without a depth closes it. So does an
 *       area that somebody has closed.
 *   <li>A street section is closed or slowed as a whole where any part of it lies in such ground. A bridge over water may stand above
 *       it: it is closed by the pessimistic reading and open by the optimistic one.
 *   <li>Whoever is inside closed ground has no way out on foot.
 *   <li>A shelter wholly inside closed ground does not count; one partly inside is in doubt.
 * </ol>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class HazardEffect {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Set<Hazard> WATER = Set.of(Hazard.FLOOD, Hazard.INLAND_FLOOD, Hazard.STORM_SURGE, Hazard.TSUNAMI);

  private final StreetNetwork streets;
  private final DemandPlaces places;
  private final List<Area> areas;
  private final STRtree closing = new STRtree();
  private final float[] pessimistic;
  private final float[] optimistic;
  private final boolean[] trapped;
  private final List<Statement> assumptions;

  /** @param speedLeft 0 where the ground is closed */
  private record Area(PreparedGeometry ground, float speedLeft, boolean water) {

    Envelope extent() {
      return ground.getGeometry().getEnvelopeInternal();
    }
  }

  private HazardEffect(HazardEffect base, List<Area> more, Collection<Integer> closedStreets) {
    streets = base.streets;
    places = base.places;
    pessimistic = base.pessimistic.clone();
    optimistic = base.optimistic.clone();
    trapped = base.trapped.clone();
    assumptions = base.assumptions;
    areas = new ArrayList<>(base.areas);
    areas.addAll(more);
    areas.stream().filter(area -> area.speedLeft() == 0).forEach(area -> closing.insert(area.extent(), area));
    closing.build();
    lay(more);
    closedStreets.forEach(street -> take(street, 0, false));
  }

  private HazardEffect(StreetNetwork streets, DemandPlaces places, List<Statement> assumptions) {
    this.streets = streets;
    this.places = places;
    this.assumptions = assumptions;
    areas = List.of();
    closing.build();
    pessimistic = new float[streets.streets().size()];
    Arrays.fill(pessimistic, 1);
    optimistic = pessimistic.clone();
    trapped = new boolean[places.count()];
  }

  /**
   * @param zones  ground that hazards take; may be empty
   * @param wading how deep water stops the group
   */
  public static HazardEffect of(StreetNetwork streets, DemandPlaces places, List<HazardZone> zones, Wading wading) {
    var taken = new ArrayList<Area>();
    for (var zone : zones) {
      float left = speedLeft(zone, wading);
      if (left < 1) {
        taken.add(area(zone.geometry(), left, WATER.contains(zone.hazard())));
      }
    }
    var nothing = new HazardEffect(streets, places, zones.isEmpty() ? List.of() : assumptions(wading));
    return new HazardEffect(nothing, taken, List.of());
  }

  /**
   * The same, and these closed too.
   *
   * @param closedAreas   polygons, lon/lat
   * @param closedStreets indexes of streets
   */
  public HazardEffect closing(List<Geometry> closedAreas, Collection<Integer> closedStreets) {
    return closedAreas.isEmpty() && closedStreets.isEmpty() ? this
        : new HazardEffect(this, closedAreas.stream().map(area -> area(area, 0, false)).toList(), closedStreets);
  }

  private static float speedLeft(HazardZone zone, Wading wading) {
    if (zone.depthM() == null || zone.depthM() >= wading.closedMetres()) {
      return 0;
    }
    return zone.depthM() >= wading.slowMetres() ? (float) wading.slowFactor() : 1;
  }

  /** Its own index is made when it is first asked: now, and not by whichever of many threads comes first. */
  private static Area area(Geometry ground, float speedLeft, boolean water) {
    var prepared = PreparedGeometryFactory.prepare(ground);
    prepared.covers(GEOMETRIES.createPoint(ground.getCoordinate()));
    return new Area(prepared, speedLeft, water);
  }

  private void lay(List<Area> more) {
    if (more.isEmpty()) {
      return;
    }
    var all = new Envelope();
    var byExtent = new STRtree();
    for (var area : more) {
      byExtent.insert(area.extent(), area);
      all.expandToInclude(area.extent());
    }
    byExtent.build();
    for (var street : streets.streets()) {
      if (all.intersects(street.line().getEnvelopeInternal())) {
        for (var found : byExtent.query(street.line().getEnvelopeInternal())) {
          close(street, (Area) found);
        }
      }
    }
    for (int place = 0; place < trapped.length; place++) {
      if (!trapped[place] && all.contains(places.lon()[place], places.lat()[place])) {
        trapped[place] = traps(places.lon()[place], places.lat()[place]);
      }
    }
  }

  private void close(Street street, Area area) {
    if (optimistic[street.id()] > area.speedLeft() && area.ground().intersects(street.line())) {
      take(street.id(), area.speedLeft(), area.water() && street.bridge());
    }
  }

  private void take(int street, float speedLeft, boolean perhaps) {
    pessimistic[street] = Math.min(pessimistic[street], speedLeft);
    if (!perhaps) {
      optimistic[street] = Math.min(optimistic[street], speedLeft);
    }
  }

  private static List<Statement> assumptions(Wading wading) {
    return List.of(CoverageWording.WATER_WADED.with(wading.slowMetres(), 100 * wading.slowFactor(), wading.closedMetres()),
        CoverageWording.GROUND_CLOSED.with());
  }

  /** What is in the way of the people. */
  public Circumstances circumstances() {
    var sure = Obstacles.of(pessimistic);
    var told = new ArrayList<>(assumptions);
    if (!sure.none()) {
      told.add(closed());
    }
    return new Circumstances(sure, Arrays.equals(pessimistic, optimistic) ? sure : Obstacles.of(optimistic), trapped, told);
  }

  private Statement closed() {
    int surely = surelyClosed();
    if (surely == pessimistic.length) {
      return CoverageWording.EVERY_STREET_CLOSED.with();
    }
    return CoverageWording.STREETS_CLOSED.with(surely, pessimistic.length, perhapsClosed() - surely);
  }

  /** Whether a point lies in closed ground. */
  public boolean traps(double lon, double lat) {
    var point = GEOMETRIES.createPoint(new Coordinate(lon, lat));
    for (var found : closing.query(point.getEnvelopeInternal())) {
      if (((Area) found).ground().covers(point)) {
        return true;
      }
    }
    return false;
  }

  /** What the ground does to a shelter's standing, whatever its designation says. */
  public Standing standing(Geometry shelter) {
    var standing = Standing.COUNTS;
    for (var found : closing.query(shelter.getEnvelopeInternal())) {
      var ground = ((Area) found).ground();
      if (ground.covers(shelter)) {
        return Standing.OUT;
      }
      standing = ground.intersects(shelter) ? Standing.IN_DOUBT : standing;
    }
    return standing;
  }

  /** How many streets are surely closed. */
  public int surelyClosed() {
    return closed(optimistic);
  }

  /** How many streets are closed or in doubt. */
  public int perhapsClosed() {
    return closed(pessimistic);
  }

  private static int closed(float[] left) {
    int closed = 0;
    for (float speed : left) {
      closed += speed == 0 ? 1 : 0;
    }
    return closed;
  }
}
