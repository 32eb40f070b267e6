package org.commonground.plan.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.coverage.SpaceVisitors;
import org.commonground.geo.LocalProjection;
import org.commonground.judgement.JudgedSpace;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.Readings;
import org.commonground.plan.scenario.DrawnPolygon;
import org.commonground.plan.space.SpaceAnswer.CriterionPart;
import org.commonground.plan.space.SpaceAnswer.Entrance;
import org.commonground.plan.space.SpaceAnswer.Entrances;
import org.commonground.plan.space.SpaceAnswer.Ground;
import org.commonground.plan.space.SpaceAnswer.HazardPart;
import org.commonground.plan.space.SpaceAnswer.KindCount;
import org.commonground.plan.space.SpaceAnswer.PeoplePart;
import org.commonground.plan.space.SpaceAnswer.Room;
import org.commonground.plan.space.SpaceAnswer.TakenOffPart;
import org.commonground.plan.space.SpaceAnswer.Worth;
import org.commonground.plan.space.SpaceListsAnswer.TestPart;
import org.commonground.rules.RulePack;
import org.commonground.space.Check;
import org.commonground.space.CriteriaResult;
import org.commonground.space.FacilityKind;
import org.commonground.space.Range;
import org.commonground.space.SpaceFact;
import org.commonground.space.Stay;
import org.commonground.space.SuitabilityResult;
import org.commonground.space.TakenOff;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The parts of what was found of a space, as answers carry them. */
final class SpaceParts {

  private SpaceParts() {
  }

  /** @return null for a point */
  static Ground ground(JudgedSpace judged, LocalProjection projection) {
    var ground = judged.ground();
    if (ground == null) {
      return null;
    }
    var takenOff = new ArrayList<TakenOffPart>();
    for (var cause : TakenOff.values()) {
      takenOff.add(new TakenOffPart(cause.word(), Places.metres(ground.pessimistic().takenOffM2().get(cause)),
          Places.metres(ground.optimistic().takenOffM2().get(cause))));
    }
    return new Ground(Places.metres(ground.outlineM2()), Readings.of(ground.effectiveM2()), takenOff, Readings.of(ground.widthM()),
        Readings.of(ground.meanSlopePercent()), Places.metres(ground.unmeasuredM2()), ground.heightsUnknown().size(),
        geoJson(ground.pessimistic().geometry(), projection), geoJson(ground.optimistic().geometry(), projection));
  }

  /** Null where there is nothing. */
  private static Map<String, Object> geoJson(Geometry metres, LocalProjection projection) {
    if (metres.isEmpty()) {
      return null;
    }
    var degrees = projection.toDegrees(metres);
    var polygons = IntStream.range(0, degrees.getNumGeometries()).mapToObj(degrees::getGeometryN).filter(Polygon.class::isInstance)
        .map(part -> DrawnPolygon.geoJson((Polygon) part).get("coordinates")).toList();
    var json = new LinkedHashMap<String, Object>();
    json.put("type", "MultiPolygon");
    json.put("coordinates", polygons);
    return json;
  }

  static List<Room> rooms(JudgedSpace judged) {
    return judged.room().stays().stream().map(room -> new Room(room.stay().word(), Readings.of(room.outdoorPersons()),
        Readings.of(room.indoorPersons()), Readings.of(room.persons()), room.leastArea() == null ? null : test(room.leastArea()),
        judged.room().givenBeyond(room).map(Readings::of).orElse(null))).toList();
  }

  /** @return null for a point */
  static Entrances entrances(JudgedSpace judged, Stay stay, LocalProjection projection) {
    var found = judged.entrances();
    if (found == null) {
      return null;
    }
    var list = found.entrances().stream().map(at -> {
      var place = projection.toDegrees(new GeometryFactory().createPoint(new Coordinate(at.x(), at.y()))).getCoordinate();
      return new Entrance(Places.degrees(place.x), Places.degrees(place.y), at.compass(), Readings.of(at.widthM()), at.open(),
          at.wheelchair(), at.sources());
    }).toList();
    var persons = judged.room().find(stay).map(room -> room.persons()).orElse(null);
    return new Entrances(Readings.of(found.count()), Readings.of(found.directions()), Readings.of(found.peoplePerHour()),
        persons == null ? null : Readings.of(found.clearanceMinutes(persons)), found.minutes(), list);
  }

  static HazardPart hazard(SuitabilityResult result) {
    return new HazardPart(result.hazard().word(), result.verdict().word(), result.worst().word(), result.best().word(),
        result.checks().stream().map(SpaceParts::test).toList());
  }

  static TestPart test(Check check) {
    return new TestPart(check.name(), check.key(), check.figure().value(), check.figure().unit(), check.atLeast(),
        Readings.of(check.found()), check.state().name().toLowerCase(java.util.Locale.ROOT), check.onFailure().word(),
        check.facts().stream().map(SpaceFact::word).toList());
  }

  static Worth worth(CriteriaResult result, RulePack rules, String life, Map<String, Double> metresTo) {
    double weights = result.criteria().stream().mapToDouble(each -> each.weight()).sum();
    var parts = result.criteria().stream().map(each -> new CriterionPart(each.name(), Readings.of(each.value()),
        rules.get(life + ".criteria." + each.name() + ".full").unit(), each.zero(), each.full(), each.weight(),
        weights == 0 ? 0 : Math.round(1000 * each.weight() / weights) / 1000.0, Readings.of(each.score()), each.facts())).toList();
    var metres = new TreeMap<String, Double>();
    metresTo.forEach((kind, far) -> metres.put(kind, Places.metres(far)));
    return new Worth(Readings.of(result.score()), parts, metres);
  }

  static List<KindCount> inside(JudgedSpace judged) {
    var counts = new TreeMap<FacilityKind, Integer>();
    judged.inside().forEach(facility -> counts.merge(facility.kind(), 1, Integer::sum));
    return counted(counts);
  }

  static List<KindCount> counted(Map<FacilityKind, Integer> counts) {
    return counts.entrySet().stream().map(each -> new KindCount(each.getKey().word(), each.getValue())).toList();
  }

  /** @param groups name of each kind of people, in the order of the visitors */
  static List<PeoplePart> people(SpaceVisitors visitors, int[] minutes, List<String> groups) {
    return IntStream.range(0, minutes.length).mapToObj(limit -> {
      var byGroup = new LinkedHashMap<String, Readings>();
      for (int kind = 0; groups.size() > 1 && kind < groups.size(); kind++) {
        byGroup.put(groups.get(kind), Readings.of(visitors.byKind()[kind].sure()[limit], visitors.byKind()[kind].hoped()[limit]));
      }
      return new PeoplePart(minutes[limit], Readings.of(visitors.sure()[limit], visitors.hoped()[limit]), byGroup);
    }).toList();
  }

  /** Persons within the middle of the three times. */
  static Range nearby(SpaceVisitors visitors) {
    int middle = visitors.sure().length / 2;
    return new Range(visitors.sure()[middle], visitors.hoped()[middle]);
  }
}
