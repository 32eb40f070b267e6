package org.commonground.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonground.city.Background;
import org.commonground.city.City;
import org.commonground.geo.LocalProjection;
import org.commonground.network.Street;
import org.commonground.people.Building;
import org.commonground.rules.RulePack;
import org.commonground.space.AccessWay;
import org.commonground.space.BuildingShape;
import org.commonground.space.EdgeBarrier;
import org.commonground.space.Facility;
import org.commonground.space.FacilityKind;
import org.commonground.space.GroundPatch;
import org.commonground.space.HazardGround;
import org.commonground.space.SlopeGround;
import org.commonground.space.SlopeZone;
import org.commonground.space.Space;
import org.commonground.space.SpaceKind;
import org.commonground.space.SurroundingLayers;
import org.commonground.space.TreeCover;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The layers of a city as the judgement of its spaces wants them: in metres, each with what is recorded of it. */
final class CityGround {

  private static final Set<String> SHUT = Set.of("no", "private");

  private final City city;
  private final LocalProjection projection;
  private final double crownMetres;

  private CityGround(City city, LocalProjection projection, double crownMetres) {
    this.city = city;
    this.projection = projection;
    this.crownMetres = crownMetres;
  }

  /** @param rules say how wide the crown of a tree is of which none is recorded */
  static SurroundingLayers of(City city, LocalProjection projection, RulePack rules) {
    return new CityGround(city, projection, rules.value("effective.crownMetres")).layers();
  }

  private SurroundingLayers layers() {
    var buildings = city.buildings().stream().map(this::shape).toList();
    var water = city.background().stream().filter(row -> row.kind() == Background.Kind.WATER)
        .map(row -> new GroundPatch(row.sourceId(), projection.toMetres(row.geometry()))).toList();
    var hazards = city.hazardZones().stream().map(zone -> new HazardGround(zone.sourceId(), zone.hazard(), zone.depthM(),
        projection.toMetres(zone.geometry()))).toList();
    return new SurroundingLayers(buildings, water, trees(), slope(), hazards, ways(), barriers());
  }

  private BuildingShape shape(Building building) {
    return new BuildingShape(building.sourceId(), projection.toMetres(building.geometry()), building.heightM(), building.levels(),
        standing(building.tags()));
  }

  /** A building below the ground takes none of it; one on a layer below 0 may lie below it. */
  private static Boolean standing(Map<String, String> tags) {
    return "underground".equals(tags.get("location")) ? Boolean.FALSE : tags.getOrDefault("layer", "").startsWith("-") ? null : true;
  }

  private List<GroundPatch> trees() {
    return city.facilities().stream().filter(facility -> facility.kind() == FacilityKind.SHADE)
        .map(shade -> new GroundPatch(shade.sourceId(), TreeCover.of(shade, projection, crownMetres))).toList();
  }

  private SlopeGround slope() {
    if (city.slopes().isEmpty()) {
      return null;
    }
    var zones = new ArrayList<SlopeGround.Zone>();
    for (var zone : city.slopes()) {
      double below = zone.belowPercent() == null ? Double.POSITIVE_INFINITY : zone.belowPercent();
      zones.add(new SlopeGround.Zone(zone.sourceId(), projection.toMetres(zone.geometry()), zone.leastPercent(), below));
    }
    return new SlopeGround(zones, UnaryUnionOp.union(zones.stream().map(SlopeGround.Zone::geometry).toList()),
        SlopeZone.CLASSES.get(1));
  }

  /** Streets and paths that people may use, at the level of the ground. */
  private List<AccessWay> ways() {
    var squares = city.spaces().stream().filter(space -> space.kind() == SpaceKind.SQUARE).map(Space::sourceId).toList();
    var ways = new ArrayList<AccessWay>();
    for (var street : city.streets().streets()) {
      if (!SHUT.contains(street.access() == null ? "" : street.access()) && !street.bridge() && !street.tunnel()) {
        var id = "way/" + street.osmId();
        var width = street.widthM() != null && street.widthM() > 0 ? street.widthM() : null;
        ways.add(new AccessWay(id, (LineString) projection.toMetres(street.line()), width, wheelchair(street), squares.contains(id)));
      }
    }
    return ways;
  }

  private static Boolean wheelchair(Street street) {
    return street.steps() || "no".equals(street.wheelchair()) ? Boolean.FALSE : "yes".equals(street.wheelchair()) ? true : null;
  }

  private List<EdgeBarrier> barriers() {
    return city.facilities().stream().filter(facility -> facility.kind() == FacilityKind.BARRIER_GATE)
        .filter(gate -> gate.geometry().getDimension() == 0).map(this::barrier).toList();
  }

  /** Whether a gate is open when it is needed is known only where somebody has said so; bollards let everybody on foot through. */
  private EdgeBarrier barrier(Facility gate) {
    var tags = gate.tags();
    boolean shut = "yes".equals(tags.get("locked")) || SHUT.contains(tags.getOrDefault("foot", tags.getOrDefault("access", "")));
    boolean open = "no".equals(tags.get("locked")) || Set.of("bollard", "entrance", "block").contains(tags.getOrDefault("barrier", ""));
    var wheelchair = tags.getOrDefault("wheelchair", "");
    return new EdgeBarrier(gate.sourceId(), projection.toMetres(gate.geometry()).getCoordinate(), null, shut ? Boolean.FALSE : open ? true : null,
        wheelchair.equals("yes") ? Boolean.TRUE : wheelchair.equals("no") ? Boolean.FALSE : null);
  }
}
