package org.commonground.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.city.Background;
import org.commonground.city.District;
import org.commonground.city.ImportIssue;
import org.commonground.network.HeightProfile;
import org.commonground.network.Street;
import org.commonground.people.Building;
import org.commonground.people.BuildingUse;
import org.commonground.people.DemandPoint;
import org.commonground.space.Facility;
import org.commonground.space.FacilityKind;
import org.commonground.space.Hazard;
import org.commonground.space.HazardZone;
import org.commonground.space.Shelter;
import org.commonground.space.SlopeZone;
import org.commonground.space.Space;
import org.commonground.space.SpaceKind;
import org.commonground.space.Suitability;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** The tables of a city's layers, in the order they are written. */
final class Layers {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private Layers() {
  }

  static final LayerTable<District> DISTRICT = new LayerTable<>("district",
      List.of("source_id", "name", "names", "people_recorded"),
      district -> new Object[] {district.sourceId(), district.name(), Json.sorted(district.names()),
          district.peopleRecorded()},
      District::geometry,
      row -> new District(row.no(), row.text("source_id"), row.text("name"), Json.texts(row.text("names")),
          row.optionalInteger("people_recorded"), row.geometry()));

  static final LayerTable<Street> STREET = new LayerTable<>("street",
      List.of("osm_id", "from_node", "to_node", "length_mm", "kind", "name", "names", "width_m", "surface", "smoothness",
          "steps", "kerb", "wheelchair", "incline", "bridge", "tunnel", "layer", "access", "lit", "heights_dm"),
      street -> new Object[] {street.osmId(), street.from(), street.to(), street.lengthMm(), street.kind(), street.name(),
          Json.sorted(street.names()), street.widthM(), street.surface(), street.smoothness(), street.steps(),
          street.kerb(), street.wheelchair(), street.incline(), street.bridge(), street.tunnel(), street.layer(),
          street.access(), street.lit(), street.heights() == null ? null : street.heights().text()},
      Street::line,
      row -> new Street(row.no(), row.big("osm_id"), row.integer("from_node"), row.integer("to_node"),
          (LineString) row.geometry(), row.integer("length_mm"), row.word("kind"), row.word("name"),
          Json.texts(row.text("names")), row.optionalNumber("width_m"), row.word("surface"), row.word("smoothness"),
          row.yes("steps"), row.word("kerb"), row.word("wheelchair"), row.word("incline"), row.yes("bridge"),
          row.yes("tunnel"), row.integer("layer"), row.word("access"), row.optionalYes("lit"),
          HeightProfile.of(row.text("heights_dm"))));

  static final LayerTable<Building> BUILDING = new LayerTable<>("building",
      List.of("source_id", "usage", "name", "levels", "height_m", "footprint_m2", "tags"),
      building -> new Object[] {building.sourceId(), building.use().word(), building.name(), building.levels(),
          building.heightM(), building.footprintM2(), Json.sorted(building.tags())},
      Building::geometry,
      row -> new Building(row.no(), row.text("source_id"), constant(BuildingUse.class, row.text("usage")), row.text("name"),
          row.optionalNumber("levels"), row.optionalNumber("height_m"), row.number("footprint_m2"), row.geometry(),
          Json.texts(row.text("tags"))));

  static final LayerTable<Space> SPACE = new LayerTable<>("space",
      List.of("source_id", "kind", "name", "names", "tags", "area_m2"),
      space -> new Object[] {space.sourceId(), space.kind().word(), space.name(), Json.sorted(space.names()),
          Json.sorted(space.tags()), space.areaM2()},
      Space::geometry,
      row -> new Space(row.no(), row.text("source_id"), constant(SpaceKind.class, row.text("kind")), row.text("name"),
          Json.texts(row.text("names")), Json.texts(row.text("tags")), row.geometry(), row.number("area_m2")));

  static final LayerTable<Shelter> SHELTER = new LayerTable<>("shelter",
      List.of("source_id", "name", "names", "address", "capacity", "hazards", "indoor", "illustrative", "tags"),
      shelter -> new Object[] {shelter.sourceId(), shelter.name(), Json.sorted(shelter.names()), shelter.address(),
          shelter.capacity(), Json.sorted(words(shelter.hazards())), shelter.indoor(), shelter.illustrative(),
          Json.sorted(shelter.tags())},
      Shelter::geometry,
      row -> new Shelter(row.no(), row.text("source_id"), row.text("name"), Json.texts(row.text("names")),
          row.text("address"), row.geometry(), row.optionalInteger("capacity"), hazards(row.text("hazards")),
          row.optionalYes("indoor"), row.yes("illustrative"), Json.texts(row.text("tags"))));

  static final LayerTable<DemandPoint> DEMAND = new LayerTable<>("demand",
      List.of("people", "groups", "district", "building"),
      point -> new Object[] {point.people(), Json.sorted(point.groups()), point.district(), point.building()},
      point -> GEOMETRIES.createPoint(new Coordinate(point.lon(), point.lat())),
      row -> {
        var at = (Point) row.geometry();
        return new DemandPoint(row.no(), at.getX(), at.getY(), row.integer("people"), Json.numbers(row.text("groups")),
            row.integer("district"), row.integer("building"));
      });

  static final LayerTable<Background> BACKGROUND = new LayerTable<>("background",
      List.of("kind", "source_id", "name"),
      background -> new Object[] {background.kind().name().toLowerCase(Locale.ROOT), background.sourceId(),
          background.name()},
      Background::geometry,
      row -> new Background(constant(Background.Kind.class, row.text("kind")), row.text("source_id"), row.text("name"),
          row.geometry()));

  static final LayerTable<HazardZone> HAZARD_ZONE = new LayerTable<>("hazard_zone",
      List.of("name", "hazard", "depth_m", "source_id"),
      zone -> new Object[] {zone.name(), zone.hazard().word(), zone.depthM(), zone.sourceId()},
      HazardZone::geometry,
      row -> new HazardZone(row.no(), row.word("name"), constant(Hazard.class, row.text("hazard")),
          row.optionalNumber("depth_m"), row.text("source_id"), row.geometry()));

  static final LayerTable<Facility> FACILITY = new LayerTable<>("facility",
      List.of("source_id", "kind", "certain", "name", "names", "tags"),
      facility -> new Object[] {facility.sourceId(), facility.kind().word(), facility.certain(), facility.name(),
          Json.sorted(facility.names()), Json.sorted(facility.tags())},
      Facility::geometry,
      row -> new Facility(row.no(), row.text("source_id"), constant(FacilityKind.class, row.text("kind")), row.yes("certain"),
          row.text("name"), Json.texts(row.text("names")), Json.texts(row.text("tags")), row.geometry()));

  static final LayerTable<SlopeZone> SLOPE = new LayerTable<>("slope",
      List.of("least_percent", "source_id"),
      zone -> new Object[] {zone.leastPercent(), zone.sourceId()},
      SlopeZone::geometry,
      row -> new SlopeZone(row.no(), row.integer("least_percent"), row.text("source_id"), row.geometry()));

  static final LayerTable<ImportIssue> IMPORT_ISSUE = new LayerTable<>("import_issue",
      List.of("layer", "kind", "record_id", "message"),
      issue -> new Object[] {issue.layer(), issue.kind(), issue.recordId(), issue.message()},
      ImportIssue::geometry,
      row -> new ImportIssue(row.word("layer"), row.word("kind"), row.text("record_id"), row.text("message"),
          row.geometry()));

  private static Map<String, String> words(Map<Hazard, Suitability> hazards) {
    var words = new TreeMap<String, String>();
    hazards.forEach((hazard, fit) -> words.put(hazard.word(), fit.name().toLowerCase(Locale.ROOT)));
    return words;
  }

  private static Map<Hazard, Suitability> hazards(String json) {
    var hazards = new EnumMap<Hazard, Suitability>(Hazard.class);
    Json.texts(json).forEach((hazard, fit) ->
        hazards.put(constant(Hazard.class, hazard), constant(Suitability.class, fit)));
    return hazards;
  }

  /** The reverse of the {@code word()} of our enumerations. */
  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
