package org.commonground.plan.space;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.real;
import static org.commonground.plan.form.FeatureLayer.text;
import static org.commonground.plan.form.FeatureLayer.yesNo;

import java.util.ArrayList;
import java.util.List;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Row;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.Readings;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** The layers of judged spaces. Of two readings the pessimistic comes first; null is not known. */
final class SpaceLayers {

  private SpaceLayers() {
  }

  /** One feature per space, its outline or point. */
  static FeatureLayer judgedSpace(SpacesQuestion question) {
    var columns = List.of(integer("id"), text("sourceId"), text("kind"), text("name"), integer("shelter"), text("hazard"), text("stay"),
        text("verdict"), text("worst"), text("best"), real("areaM2"), real("effectiveM2"), real("mostEffectiveM2"), real("persons"),
        real("mostPersons"), integer("givenPersons"), real("everyday"), real("mostEveryday"), real("emergency"), real("mostEmergency"),
        real("peopleNearby"), real("mostPeopleNearby"));
    var rows = new ArrayList<Row>();
    for (var space : question.judged().all()) {
      var of = question.summary(space);
      rows.add(new Row(space.space().geometry(), new Object[] {rows.size(), of.sourceId(), of.kind(), of.name(), of.shelter(),
          question.hazard().word(), question.stay().word(), of.verdict(), of.worst(), of.best(), of.areaM2(), least(of.effectiveM2()),
          most(of.effectiveM2()), least(of.persons()), most(of.persons()), of.givenPersons(), least(of.everyday()), most(of.everyday()),
          least(of.emergency()), most(of.emergency()), least(of.peopleNearby()), most(of.peopleNearby())}));
    }
    return new FeatureLayer("judged_space", columns, rows);
  }

  private static Double least(Readings readings) {
    return readings == null ? null : readings.pessimistic();
  }

  private static Double most(Readings readings) {
    return readings == null ? null : readings.optimistic();
  }

  /** The ground that people can use, no hazard being there: two features per space with an outline, where anything is left. */
  static FeatureLayer effectiveArea(SpacesQuestion question) {
    var columns = List.of(integer("id"), integer("space"), text("sourceId"), text("reading"), real("m2"));
    var projection = question.judged().judge().projection();
    var rows = new ArrayList<Row>();
    for (var space : question.judged().all()) {
      var readings = space.ground() == null ? List.<String>of() : List.of("pessimistic", "optimistic");
      for (var word : readings) {
        var reading = word.equals("pessimistic") ? space.ground().pessimistic() : space.ground().optimistic();
        if (!reading.geometry().isEmpty()) {
          rows.add(new Row(projection.toDegrees(reading.geometry()), new Object[] {rows.size(), space.space().id(), space.space().sourceId(),
              word, Places.metres(reading.effectiveM2())}));
        }
      }
    }
    return new FeatureLayer("effective_area", columns, rows);
  }

  /** One point per entrance that is not known to be shut. */
  static FeatureLayer entrance(SpacesQuestion question) {
    var columns = List.of(integer("id"), integer("space"), text("spaceId"), text("sources"), text("compass"), real("widthM"), real("mostWidthM"),
        yesNo("open"), yesNo("wheelchair"));
    var projection = question.judged().judge().projection();
    var points = new GeometryFactory();
    var rows = new ArrayList<Row>();
    for (var space : question.judged().all()) {
      if (space.entrances() != null) {
        for (var at : space.entrances().entrances()) {
          rows.add(new Row(projection.toDegrees(points.createPoint(new Coordinate(at.x(), at.y()))), new Object[] {rows.size(),
              space.space().id(), space.space().sourceId(), String.join(", ", at.sources()), at.compass(), least(Readings.of(at.widthM())),
              most(Readings.of(at.widthM())), at.open(), at.wheelchair()}));
        }
      }
    }
    return new FeatureLayer("entrance", columns, rows);
  }
}
