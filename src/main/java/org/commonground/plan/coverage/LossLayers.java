package org.commonground.plan.coverage;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.text;
import static org.commonground.plan.form.FeatureLayer.yesNo;

import java.util.List;
import java.util.stream.IntStream;
import org.commonground.coverage.ShelterLoss;
import org.commonground.coverage.StreetLoss;
import org.commonground.plan.Asked;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Row;

/** The layers of what the loss of a shelter or a street means, most people first; {@code minutes} is the time limit asked about. */
final class LossLayers {

  private LossLayers() {
  }

  /** One point per shelter, inside it. */
  static FeatureLayer shelterLoss(Asked asked, List<ShelterLoss> losses) {
    var columns = List.of(integer("id"), integer("shelter"), text("name"), integer("people"), integer("uncovered"),
        integer("personMinutes"), integer("minutes"));
    return new FeatureLayer("shelter_loss", columns, IntStream.range(0, losses.size()).mapToObj(id -> {
      var loss = losses.get(id);
      var shelter = asked.shelter(loss.shelter());
      return new Row(shelter.geometry().getInteriorPoint(), new Object[] {id, loss.shelter(), shelter.name(), loss.people(),
          loss.uncovered(), minutes(loss.addedPersonMillis()), asked.minutes()});
    }).toList());
  }

  /** One line per street section whose loss uncovers anybody. */
  static FeatureLayer streetLoss(Asked asked, List<StreetLoss> losses) {
    var columns = List.of(integer("id"), integer("street"), text("name"), text("kind"), yesNo("bridge"), yesNo("tunnel"),
        yesNo("steps"), integer("uncovered"), integer("personMinutes"), integer("minutes"));
    return new FeatureLayer("street_loss", columns, IntStream.range(0, losses.size()).mapToObj(id -> {
      var loss = losses.get(id);
      var street = asked.city().streets().street(loss.street());
      return new Row(street.line(), new Object[] {id, street.id(), street.name(), street.kind(), street.bridge(), street.tunnel(),
          street.steps(), loss.uncovered(), minutes(loss.addedPersonMillis()), asked.minutes()});
    }).toList());
  }

  static long minutes(long personMillis) {
    return Math.round(personMillis / 60_000.0);
  }
}
