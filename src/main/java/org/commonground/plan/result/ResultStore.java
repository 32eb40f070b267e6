package org.commonground.plan.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonground.city.InvalidInput;
import org.commonground.plan.form.FeatureLayer;

/** Keeps answers as JSON, and their layers as tables. A result is kept whole or not at all and never changed. */
public interface ResultStore {

  /**
   * @param question record, kept as JSON
   * @param answer   record, kept as JSON
   * @param layers   each becomes rows of the table of its name; may be none
   */
  record Draft(String area, String name, String kind, Instant createdAt, long areaVersion, Object question, Object answer,
      List<FeatureLayer> layers) {
  }

  /** @throws InvalidInput {@link InvalidInput.Code#RESULT_EXISTS} where the area has a result of this name */
  KeptResult keep(Draft draft);

  static InvalidInput nameTaken(String area, String name) {
    return new InvalidInput(InvalidInput.Code.RESULT_EXISTS, "name", "There is a result named \"" + name + "\" of " + area
        + " already: choose another name, or delete that one.");
  }

  /** In the order they were kept; none where there is no such area. */
  List<KeptResult> list(String area);

  /** The answer as JSON, byte for byte as it was kept; empty where the area has no result of this id. */
  Optional<String> answer(String area, String id);

  /** With its layers. @return false where the area has no result of this id */
  boolean delete(String area, String id);
}
