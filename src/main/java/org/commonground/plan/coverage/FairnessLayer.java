package org.commonground.plan.coverage;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.real;
import static org.commonground.plan.form.FeatureLayer.text;

import java.util.ArrayList;
import java.util.List;
import org.commonground.city.City;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Row;

/** How evenly walks are shared out, as a layer of districts; the ground outside every district has no outline. */
final class FairnessLayer {

  private FairnessLayer() {
  }

  /** One outline per district. */
  static FeatureLayer of(City city, FairnessAnswer fairness) {
    var columns = List.of(integer("id"), integer("district"), text("name"), integer("people"), integer("covered"), integer("noWay"),
        integer("medianSeconds"), real("gini"), real("palma"), integer("worstTenthSeconds"), real("accessibility"), real("mostAccessibility"));
    var rows = new ArrayList<Row>();
    for (var part : fairness.districts()) {
      var share = part.share();
      rows.add(new Row(part.district().outline(city), new Object[] {rows.size(), part.district().id(), part.district().name(),
          share.people(), share.covered(), share.noWay(), share.walkSeconds().median(), share.gini(), share.palma(), share.worstTenthSeconds(),
          share.accessibility(), share.accessibilityMost()}));
    }
    return new FeatureLayer("district_fairness", columns, rows);
  }
}
