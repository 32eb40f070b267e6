package org.commonground.plan.fact;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A fact as people read it.
 *
 * @param on      area, district, space or shelter
 * @param subject its number in the area as it is now; null for the area, and where it is there no more
 * @param name    of the subject when the fact was entered; null for the area and where it has none
 * @param unit    of the value
 * @param current whether no newer fact says the same of the same subject
 * @param gone    whether the area, imported anew, has it no more
 */
public record FactAnswer(String id, String area, String on, Integer subject, String sourceId, String name, String kind, double value,
    String unit, String source, LocalDate date, String note, Instant createdAt, boolean current, boolean gone) {

  /** @param subject its number in the area as it is now; null for the area itself and for what is there no more */
  public static FactAnswer of(Fact fact, Integer subject, boolean current) {
    var about = fact.subject();
    return new FactAnswer(fact.id(), fact.area(), about.on().word(), subject, about.sourceId(), about.name(), fact.kind().word(),
        fact.value(), fact.kind().unit(), fact.source(), fact.date(), fact.note(), fact.createdAt(), current,
        about.on() != Fact.On.AREA && subject == null);
  }
}
