package org.commonground.plan.evacuation;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.real;
import static org.commonground.plan.form.FeatureLayer.text;
import static org.commonground.plan.form.FeatureLayer.yesNo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.plan.Asked;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Row;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** The layers of an evacuation: streets by direction, bottlenecks, shelters. */
final class EvacuationLayers {

  private EvacuationLayers() {
  }

  /** One line per street and direction that anybody walks by the plan, drawn as it is walked. */
  static FeatureLayer routes(City city, EvacuationAnswer answer) {
    var columns = List.of(integer("id"), integer("street"), text("name"), text("direction"), integer("people"), integer("fromSeconds"),
        integer("toSeconds"), integer("most"), integer("mostWaiting"));
    var people = new TreeMap<Integer, Integer>();
    for (var route : answer.detail().routes()) {
      IntStream.range(0, route.streets().length).map(i -> 2 * route.streets()[i] + (route.backward()[i] ? 1 : 0)).distinct()
          .forEach(way -> people.merge(way, route.people(), Integer::sum));
    }
    var plan = answer.detail().plan();
    var rows = new ArrayList<Row>();
    for (var on : plan.streets()) {
      var street = city.streets().street(on.street());
      boolean backward = on.direction().equals("backward");
      rows.add(new Row(backward ? street.line().reverse() : street.line(), new Object[] {rows.size(), street.id(), street.name(),
          on.direction(), people.getOrDefault(2 * street.id() + (backward ? 1 : 0), 0), on.from() * plan.frameSeconds(),
          (on.from() + on.on().length) * plan.frameSeconds(), on.most(), Arrays.stream(on.waiting()).max().orElse(0)}));
    }
    return new FeatureLayer("evacuation_route", columns, rows);
  }

  /** A line for a street, a point for a gate or a room. */
  static FeatureLayer bottlenecks(Asked asked, EvacuationAnswer answer) {
    var columns = List.of(integer("id"), text("kind"), integer("street"), integer("shelter"), text("name"), integer("people"),
        integer("fromSeconds"), integer("toSeconds"), real("widthM"), yesNo("widthKnown"), integer("savesSeconds"), integer("savesAtMost"),
        integer("morePlaced"), text("savesIs"), text("wider"));
    var points = new GeometryFactory();
    var rows = new ArrayList<Row>();
    for (var each : answer.bottlenecks()) {
      rows.add(new Row(each.street() != null ? asked.city().streets().street(each.street()).line()
          : points.createPoint(new Coordinate(each.lon(), each.lat())), new Object[] {rows.size(), each.kind(), each.street(), each.shelter(),
              each.name(), each.people(), each.fromSeconds(), each.toSeconds(), each.widthM(), each.widthKnown(), each.savesSeconds(),
              each.savesAtMost(), each.morePlaced(), each.savesIs(), each.wider()}));
    }
    return new FeatureLayer("evacuation_bottleneck", columns, rows);
  }

  /** One point per open shelter, inside it. */
  static FeatureLayer arrivals(Asked asked, EvacuationAnswer answer) {
    var columns = List.of(integer("id"), integer("shelter"), text("name"), integer("room"), integer("planned"), integer("unplanned"),
        integer("turnedAway"), integer("placesMissing"), integer("firstSeconds"), integer("lastSeconds"), real("gatePersonsPerSecond"));
    var rows = new ArrayList<Row>();
    for (var each : answer.shelters()) {
      rows.add(new Row(asked.shelter(each.id()).geometry().getInteriorPoint(), new Object[] {rows.size(), each.id(), each.name(), each.room(),
          each.planned(), each.unplanned(), each.turnedAway(), each.placesMissing(), each.firstSeconds(), each.lastSeconds(),
          each.gatePersonsPerSecond()}));
    }
    return new FeatureLayer("evacuation_arrival", columns, rows);
  }
}
