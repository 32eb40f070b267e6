package org.commonground.plan.space;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.real;
import static org.commonground.plan.form.FeatureLayer.text;

import java.util.ArrayList;
import java.util.List;
import org.commonground.city.City;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Row;

/** Public green as a layer of districts; the ground outside every district has no outline. */
final class GreenLayer {

  private GreenLayer() {
  }

  /** One outline per district for each of the rules' three times. */
  static FeatureLayer of(City city, GreenAnswer green) {
    var columns = List.of(integer("id"), integer("district"), text("name"), integer("minutes"), integer("people"), real("greenM2"),
        real("m2PerPerson"), integer("sure"), integer("unknown"), integer("without"));
    var rows = new ArrayList<Row>();
    for (var part : green.districts()) {
      var district = part.district().id();
      part.within().forEach(within -> rows.add(new Row(part.district().outline(city), new Object[] {rows.size(), district, part.district().name(),
          within.minutes(), part.people(), part.greenM2(), part.m2PerPerson(), within.sure(), within.unknown(), within.without()})));
    }
    return new FeatureLayer("district_green", columns, rows);
  }
}
