package org.commonground.plan.district;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.real;
import static org.commonground.plan.form.FeatureLayer.text;

import java.util.ArrayList;
import java.util.List;
import org.commonground.city.City;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Row;

/** The characters of districts as a layer; the ground outside every district has no outline. */
final class ProfileLayer {

  private ProfileLayer() {
  }

  /** One outline per district and indicator. */
  static FeatureLayer of(City city, DistrictProfileAnswer profile) {
    var columns = List.of(integer("id"), integer("district"), text("name"), text("aspect"), text("indicator"), text("unit"), real("low"),
        real("high"));
    var rows = new ArrayList<Row>();
    for (var part : profile.districts()) {
      for (int i = 0; i < profile.indicators().size(); i++) {
        var indicator = profile.indicators().get(i);
        var value = part.values().get(i);
        rows.add(new Row(part.district().outline(city), new Object[] {rows.size(), part.district().id(), part.district().name(),
            indicator.character(), indicator.name(), indicator.unit(), value.low(), value.high()}));
      }
    }
    return new FeatureLayer("district_profile", columns, rows);
  }
}
