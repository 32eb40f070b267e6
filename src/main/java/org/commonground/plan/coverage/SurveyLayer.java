package org.commonground.plan.coverage;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.real;
import static org.commonground.plan.form.FeatureLayer.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.plan.Asked;
import org.commonground.plan.coverage.UnknownsAnswer.PlacePart;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Row;
import org.locationtech.jts.geom.Geometry;

/**
 * The layer of what to survey: one feature for each missing fact of a street, a shelter or a home, most people first. People are those
 * whose answer hangs on it; of a home without recorded storeys, those who are put there by assuming some.
 */
final class SurveyLayer {

  private static final String STOREYS = "levels";

  /** @param feature number of the street, the shelter or the building in its layer */
  private record Fact(String layer, int feature, String fact, String name, double people, Geometry geometry) {
  }

  private SurveyLayer() {
  }

  /** @param storeys whether people were spread over homes by their storeys */
  static FeatureLayer survey(Asked asked, List<PlacePart> places, boolean storeys) {
    var city = asked.city();
    var facts = new ArrayList<Fact>();
    places.forEach(place -> place.facts().forEach(fact -> facts.add(new Fact(place.layer(), place.id(), fact, place.name(),
        place.people(), geometry(asked, place)))));
    if (storeys) {
      city.demand().stream().filter(point -> point.people() > 0 && point.building() >= 0).forEach(point -> {
        var home = city.buildings().get(point.building());
        if (home.levels() == null && home.heightM() == null) {
          facts.add(new Fact("building", home.id(), STOREYS, home.name(), point.people(), home.geometry()));
        }
      });
    }
    facts.sort(Comparator.comparingDouble(Fact::people).reversed().thenComparing(Fact::layer).thenComparingInt(Fact::feature)
        .thenComparing(Fact::fact));
    var columns = List.of(integer("id"), text("layer"), integer("feature"), text("fact"), text("name"), real("people"));
    return new FeatureLayer("survey", columns, IntStream.range(0, facts.size()).mapToObj(id -> {
      var fact = facts.get(id);
      return new Row(fact.geometry(), new Object[] {id, fact.layer(), fact.feature(), fact.fact(), fact.name(), fact.people()});
    }).toList());
  }

  private static Geometry geometry(Asked asked, PlacePart place) {
    return place.layer().equals("street") ? asked.city().streets().street(place.id()).line() : asked.shelter(place.id()).geometry();
  }
}
