package org.commonground.space;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonground.city.Background;
import org.commonground.city.City;
import org.commonground.geo.LocalProjection;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Street;
import org.commonground.people.Building;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** A real city in metres, for the judgement of its spaces. Trees, slopes and barriers are not in it. */
public final class SpaceCity {

  public final City city;
  private final LocalProjection projection;
  public final SurroundingLayers layers;
  public final Surroundings surroundings;

  private SpaceCity(City city) {
    this.city = city;
    projection = LocalProjection.around(city.area().boundary().getEnvelopeInternal());
    var buildings = city.buildings().stream().map(building -> new BuildingShape(building.sourceId(),
        projection.toMetres(building.geometry()), building.heightM(), building.levels(), standing(building))).toList();
    var water = city.background().stream().filter(row -> row.kind() == Background.Kind.WATER)
        .map(row -> new GroundPatch(row.sourceId(), projection.toMetres(row.geometry()))).toList();
    var hazards = city.hazardZones().stream().map(zone -> new HazardGround(zone.sourceId(), zone.hazard(), zone.depthM(),
        projection.toMetres(zone.geometry()))).toList();
    layers = new SurroundingLayers(buildings, water, List.of(), null, hazards, ways(), List.of());
    surroundings = new Surroundings(layers);
  }

  public static SpaceCity of(String file) {
    var request = file.endsWith(".yaml") ? ImportRequest.ofManifest(Path.of(file))
        : new ImportRequest("city", null, null, Path.of(file), null, null, null, 100_000, null, null, null, null, null);
    return new SpaceCity(Importer.importArea(request, (step, done, all) -> { }).city());
  }

  private static Boolean standing(Building building) {
    return "underground".equals(building.tags().get("location")) ? Boolean.FALSE
        : building.tags().getOrDefault("layer", "").startsWith("-") ? null : true;
  }

  private List<AccessWay> ways() {
    var squares = city.spaces().stream().filter(space -> space.kind() == SpaceKind.SQUARE).map(Space::sourceId).toList();
    var ways = new ArrayList<AccessWay>();
    for (var street : city.streets().streets()) {
      boolean shut = "no".equals(street.access()) || "private".equals(street.access());
      if (!shut && !street.bridge() && !street.tunnel()) {
        var id = "way/" + street.osmId();
        ways.add(new AccessWay(id, (LineString) projection.toMetres(street.line()), street.widthM(), wheelchair(street),
            squares.contains(id)));
      }
    }
    return ways;
  }

  private static Boolean wheelchair(Street street) {
    return street.steps() || "no".equals(street.wheelchair()) ? Boolean.FALSE : "yes".equals(street.wheelchair()) ? true : null;
  }

  public Geometry metres(Space space) {
    return projection.toMetres(space.geometry());
  }

  /** What its kind says of it. */
  public SpaceFacts facts(Space space) {
    return switch (space.kind()) {
      case PARK, GARDEN, SQUARE, PLAYGROUND, PITCH, SPORTS_GROUND, CAR_PARK, RECREATION_GROUND ->
          new SpaceFacts(true, false, null, List.of(), Map.of());
      case OTHER -> new SpaceFacts(null, null, null, null, Map.of());
      default -> {
        var own = surroundings.buildingsInside(metres(space));
        yield new SpaceFacts(null, true, null, own.isEmpty() ? null : own, Map.of());
      }
    };
  }
}
