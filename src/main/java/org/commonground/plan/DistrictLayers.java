package org.commonground.plan;

import static org.commonground.plan.FeatureLayer.integer;
import static org.commonground.plan.FeatureLayer.real;
import static org.commonground.plan.FeatureLayer.text;

import java.util.ArrayList;
import java.util.List;
import org.commonground.city.City;
import org.commonground.plan.FeatureLayer.Row;
import org.locationtech.jts.geom.Geometry;

/** The layers of what is told of districts; the ground outside every district has no outline. */
final class DistrictLayers {

  private DistrictLayers() {
  }

  private static Geometry outline(City city, Integer district) {
    return district == null ? null : city.districts().get(district).geometry();
  }

  /** One outline per district for each of the rules' three times. */
  static FeatureLayer green(City city, GreenAnswer green) {
    var columns = List.of(integer("id"), integer("district"), text("name"), integer("minutes"), integer("people"), real("greenM2"),
        real("m2PerPerson"), integer("sure"), integer("unknown"), integer("without"));
    var rows = new ArrayList<Row>();
    for (var part : green.districts()) {
      var district = part.district().id();
      part.within().forEach(within -> rows.add(new Row(outline(city, district), new Object[] {rows.size(), district, part.district().name(),
          within.minutes(), part.people(), part.greenM2(), part.m2PerPerson(), within.sure(), within.unknown(), within.without()})));
    }
    return new FeatureLayer("district_green", columns, rows);
  }

  /** One outline per district. */
  static FeatureLayer fairness(City city, FairnessAnswer fairness) {
    var columns = List.of(integer("id"), integer("district"), text("name"), integer("people"), integer("covered"), integer("noWay"),
        integer("medianSeconds"), real("gini"), real("palma"), integer("worstTenthSeconds"), real("accessibility"), real("mostAccessibility"));
    var rows = new ArrayList<Row>();
    for (var part : fairness.districts()) {
      var share = part.share();
      rows.add(new Row(outline(city, part.district().id()), new Object[] {rows.size(), part.district().id(), part.district().name(),
          share.people(), share.covered(), share.noWay(), share.walkSeconds().median(), share.gini(), share.palma(), share.worstTenthSeconds(),
          share.accessibility(), share.accessibilityMost()}));
    }
    return new FeatureLayer("district_fairness", columns, rows);
  }

  /** One outline per district and indicator. */
  static FeatureLayer profile(City city, DistrictProfileAnswer profile) {
    var columns = List.of(integer("id"), integer("district"), text("name"), text("aspect"), text("indicator"), text("unit"), real("low"),
        real("high"));
    var rows = new ArrayList<Row>();
    for (var part : profile.districts()) {
      for (int i = 0; i < profile.indicators().size(); i++) {
        var indicator = profile.indicators().get(i);
        var value = part.values().get(i);
        rows.add(new Row(outline(city, part.district().id()), new Object[] {rows.size(), part.district().id(), part.district().name(),
            indicator.character(), indicator.name(), indicator.unit(), value.low(), value.high()}));
      }
    }
    return new FeatureLayer("district_profile", columns, rows);
  }
}
