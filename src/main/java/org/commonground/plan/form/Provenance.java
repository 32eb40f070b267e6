package org.commonground.plan.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.commonground.statement.Statement;
import org.commonground.statement.Wording;

/**
 * Where an answer comes from and what it assumes; its parts stand beside the answer's own.
 *
 * @param scenario    id; null for the area as it is
 * @param hazard      as asked for; null for none
 * @param night       whether people walk by night
 * @param minutes     what counts as in time; null, and left out, where the answer asks nothing about that
 * @param seed        0 where nothing is left to chance
 * @param shelterNote what a reader must know about the shelters; null where nothing
 * @param attribution who must be named
 * @param assumptions what was taken for granted
 */
public record Provenance(String area, LocalDate dataDate, String scenario, String hazard, boolean night, RulesName rules,
    String profile, @JsonInclude(JsonInclude.Include.NON_NULL) Integer minutes, long seed, String shelterNote, String attribution,
    List<Statement> assumptions, long elapsedMillis) {

  public Provenance {
    assumptions = List.copyOf(assumptions);
  }

  /** Without some assumptions, for an answer to which they do not apply. */
  public Provenance without(Wording... wordings) {
    return new Provenance(area, dataDate, scenario, hazard, night, rules, profile, minutes, seed, shelterNote, attribution,
        assumptions.stream().filter(assumption -> Arrays.stream(wordings).noneMatch(assumption::is)).toList(), elapsedMillis);
  }

  public Provenance withoutMinutes() {
    return new Provenance(area, dataDate, scenario, hazard, night, rules, profile, null, seed, shelterNote, attribution, assumptions,
        elapsedMillis);
  }
}
