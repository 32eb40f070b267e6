package org.commonground.report;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.object;
import static org.commonground.plan.form.FeatureLayer.real;
import static org.commonground.plan.form.FeatureLayer.text;
import static org.commonground.plan.form.FeatureLayer.yesNo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.network.HeightProfile;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Row;
import org.commonground.space.Hazard;
import org.commonground.space.Suitability;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** The layers of a city as it was imported. */
final class CityLayers {

  private CityLayers() {
  }

  static FeatureLayer area(City city) {
    var area = city.area();
    return new FeatureLayer("area", List.of(integer("id"), text("name"), text("title"), text("dataDate"), integer("people"),
        text("peopleSource"), text("attribution"), text("shelterNote")), List.of(new Row(area.boundary(), new Object[] {0,
            area.name(), area.title(), area.dataDate() == null ? null : area.dataDate().toString(), area.people(),
            area.peopleSource(), area.attribution(), area.shelterNote()})));
  }

  static FeatureLayer district(City city) {
    var people = new int[city.districts().size()];
    city.demand().stream().filter(point -> point.district() >= 0)
        .forEach(point -> people[point.district()] += point.people());
    return new FeatureLayer("district", List.of(integer("id"), text("sourceId"), text("name"), object("names"),
        integer("peopleRecorded"), integer("people")), city.districts().stream().map(district -> new Row(district.geometry(),
            new Object[] {district.id(), district.sourceId(), district.name(), district.names(), district.peopleRecorded(),
                people[district.id()]})).toList());
  }

  static FeatureLayer street(City city) {
    var columns = List.of(integer("id"), integer("osmId"), text("kind"), text("name"), object("names"), real("metres"),
        real("widthM"), text("surface"), text("smoothness"), yesNo("steps"), text("kerb"), text("wheelchair"), text("incline"),
        yesNo("bridge"), yesNo("tunnel"), integer("layer"), text("access"), yesNo("lit"), real("climbUpM"), real("climbDownM"));
    return new FeatureLayer("street", columns, city.streets().streets().stream().map(street -> new Row(street.line(),
        new Object[] {street.id(), street.osmId(), street.kind(), street.name(), street.names(), street.lengthMm() / 1000.0,
            street.widthM(), street.surface(), street.smoothness(), street.steps(), street.kerb(), street.wheelchair(),
            street.incline(), street.bridge(), street.tunnel(), street.layer(), street.access(), street.lit(),
            climb(street.heights(), 1), climb(street.heights(), -1)})).toList());
  }

  /** Metres up, or down with sign -1, from the first point to the last; null where no heights are recorded. */
  private static Double climb(HeightProfile heights, int sign) {
    return heights == null ? null : tenths(IntStream.range(1, heights.count())
        .mapToDouble(i -> Math.max(0, sign * (heights.metres(i) - heights.metres(i - 1)))).sum());
  }

  static FeatureLayer building(City city) {
    var columns = List.of(integer("id"), text("sourceId"), text("use"), text("name"), real("levels"), real("heightM"),
        real("footprintM2"), object("tags"));
    return new FeatureLayer("building", columns, city.buildings().stream().map(building -> new Row(building.geometry(),
        new Object[] {building.id(), building.sourceId(), building.use().word(), building.name(), building.levels(),
            building.heightM(), tenths(building.footprintM2()), building.tags()})).toList());
  }

  static FeatureLayer space(City city) {
    var columns = List.of(integer("id"), text("sourceId"), text("kind"), text("name"), object("names"), real("areaM2"),
        object("tags"));
    return new FeatureLayer("space", columns, city.spaces().stream().map(space -> new Row(space.geometry(),
        new Object[] {space.id(), space.sourceId(), space.kind().word(), space.name(), space.names(), tenths(space.areaM2()),
            space.tags()})).toList());
  }

  static FeatureLayer shelter(City city) {
    var columns = List.of(integer("id"), text("sourceId"), text("name"), object("names"), text("address"),
        integer("capacity"), object("hazards"), yesNo("indoor"), yesNo("illustrative"), object("tags"));
    return new FeatureLayer("shelter", columns, city.shelters().stream().map(shelter -> new Row(shelter.geometry(),
        new Object[] {shelter.id(), shelter.sourceId(), shelter.name(), shelter.names(), shelter.address(),
            shelter.capacity(), words(shelter.hazards()), shelter.indoor(), shelter.illustrative(), shelter.tags()})).toList());
  }

  static FeatureLayer demand(City city) {
    var geometries = new GeometryFactory();
    var columns = List.of(integer("id"), integer("people"), object("groups"), integer("district"), integer("building"));
    return new FeatureLayer("demand", columns, city.demand().stream().map(point -> new Row(
        geometries.createPoint(new Coordinate(point.lon(), point.lat())), new Object[] {point.id(), point.people(),
            point.groups(), orNull(point.district()), orNull(point.building())})).toList());
  }

  static FeatureLayer background(City city) {
    var columns = List.of(integer("id"), text("sourceId"), text("kind"), text("name"));
    return new FeatureLayer("background", columns, IntStream.range(0, city.background().size()).mapToObj(id -> {
      var background = city.background().get(id);
      return new Row(background.geometry(), new Object[] {id, background.sourceId(),
          background.kind().name().toLowerCase(Locale.ROOT), background.name()});
    }).toList());
  }

  static FeatureLayer hazardZone(City city) {
    var columns = List.of(integer("id"), text("name"), text("hazard"), real("depthM"), text("sourceId"));
    return new FeatureLayer("hazard_zone", columns, city.hazardZones().stream().map(zone -> new Row(zone.geometry(),
        new Object[] {zone.id(), zone.name(), zone.hazard().word(), zone.depthM(), zone.sourceId()})).toList());
  }

  static FeatureLayer facility(City city) {
    var columns = List.of(integer("id"), text("sourceId"), text("kind"), yesNo("certain"), text("name"), object("names"),
        object("tags"));
    return new FeatureLayer("facility", columns, city.facilities().stream().map(facility -> new Row(facility.geometry(),
        new Object[] {facility.id(), facility.sourceId(), facility.kind().word(), facility.certain(), facility.name(),
            facility.names(), facility.tags()})).toList());
  }

  static FeatureLayer slope(City city) {
    var columns = List.of(integer("id"), integer("leastPercent"), integer("belowPercent"), text("sourceId"));
    return new FeatureLayer("slope", columns, city.slopes().stream().map(zone -> new Row(zone.geometry(),
        new Object[] {zone.id(), zone.leastPercent(), zone.belowPercent(), zone.sourceId()})).toList());
  }

  static FeatureLayer issue(City city) {
    var columns = List.of(integer("id"), text("layer"), text("kind"), text("recordId"), text("message"));
    return new FeatureLayer("import_issue", columns, IntStream.range(0, city.issues().size()).mapToObj(id -> {
      var issue = city.issues().get(id);
      return new Row(issue.geometry(), new Object[] {id, issue.layer(), issue.kind(), issue.recordId(), issue.message()});
    }).toList());
  }

  static Integer orNull(int index) {
    return index < 0 ? null : Integer.valueOf(index);
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static Map<String, String> words(Map<Hazard, Suitability> hazards) {
    var words = new TreeMap<String, String>();
    hazards.forEach((hazard, fit) -> words.put(hazard.word(), fit.name().toLowerCase(Locale.ROOT)));
    return words;
  }
}
