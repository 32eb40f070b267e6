package org.commonground.plan.space;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.commonground.plan.form.Provenance;

/**
 * Every space of an area, judged.
 *
 * @param about  its parts stand beside these
 * @param stay   class of stay that persons are counted for
 * @param judgedFor hazard that verdicts are for
 * @param spaces in the order of their numbers
 */
public record SpacesAnswer(@JsonUnwrapped Provenance about, String stay, String judgedFor, List<SpaceSummary> spaces) {
}
