package org.commonground.plan.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Fields;
import org.commonground.plan.form.Limit;

/**
 * What somebody knows of an area, a district, a space or a shelter that no map says, with who says so and since when. Facts are never changed:
 * a newer one of the same kind and subject takes the place of the older, which stays for comparing over time.
 *
 * @param id        given by the store and never given again; null before it is kept
 * @param area      name, so that a fact outlives a new import of the area
 * @param subject   what it is about
 * @param kind      of fact
 * @param value     in the unit of its kind, within its limits
 * @param source    who says so; one line
 * @param date      on which it was so
 * @param note      null where nobody said more
 * @param createdAt when it was entered; milliseconds are kept
 */
public record Fact(String id, String area, Subject subject, Kind kind, double value, String source, LocalDate date, String note,
    Instant createdAt) {

  /** What a fact may be about. */
  public enum On {
    AREA, DISTRICT, SPACE, SHELTER;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param sourceId of the district, the space or the shelter in its source; null for the area
   * @param name     as it was when the fact was entered; null where it has none
   */
  public record Subject(On on, String sourceId, String name) {

    static final Subject WHOLE_AREA = new Subject(On.AREA, null, null);
  }

  /** Kinds of facts, with the unit of their value and its limits. The three stages count from the alarm, one after the other. */
  public enum Kind {
    /** People trained to help in an emergency. */
    VOLUNTEERS("persons", 1_000_000, On.values()),
    /** Drills held in the twelve months before the date. */
    DRILLS("drills a year", 1_000, On.values()),
    /** How many people the supplies in store feed and water for one day. */
    SUPPLIES("person-days", 100_000_000, On.values()),
    /** Agreements in force: with neighbours about sharing shelters, with owners about opening ground. */
    AGREEMENTS("agreements", 10_000, On.values()),
    /** How long until the gates are open. */
    OPENING("minutes", 100_000, On.SPACE, On.SHELTER),
    /** How long it then takes to set up what people need. */
    EQUIPPING("minutes", 100_000, On.SPACE, On.SHELTER),
    /** How long it then takes until somebody is there who runs it. */
    STAFFING("minutes", 100_000, On.SPACE, On.SHELTER);

    private final String unit;
    private final Limit limit;
    private final On[] subjects;

    Kind(String unit, int most, On... subjects) {
      this.unit = unit;
      limit = new Limit(0, most);
      this.subjects = subjects;
    }

    /** The word used in files, addresses and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String unit() {
      return unit;
    }

    /** @throws InvalidInput where there is none of this word */
    static Kind of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow(
          () -> Checked.refused("kind", "There is no kind of fact named " + Checked.shown(word) + ": choose one of "
              + Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", ")) + "."));
    }
  }

  /** @throws InvalidInput where the value, the subject or a text is not one that can be kept */
  public Fact {
    Objects.requireNonNull(area, "area");
    Objects.requireNonNull(createdAt, "createdAt");
    if (!(value >= kind.limit.min() && value <= kind.limit.max())) {
      throw Checked.refused("value", String.format(Locale.ROOT, "value is %s, but must be %d to %,d %s.",
          String.valueOf(value).replaceAll("\\.0$", ""), kind.limit.min(), kind.limit.max(), kind.unit));
    }
    if (!Arrays.asList(kind.subjects).contains(subject.on())) {
      throw Checked.refused("kind", "A fact of kind " + kind.word() + " can only be about "
          + Arrays.stream(kind.subjects).map(on -> "a " + on.word()).collect(Collectors.joining(" or ")) + ".");
    }
    source = Checked.needed("source", source, Checked.TITLE_CHARACTERS);
    Fields.needed("date", date);
    if (date.isBefore(LocalDate.of(1900, 1, 1)) || date.isAfter(LocalDate.of(2200, 1, 1))) {
      throw Checked.refused("date", "date is " + date + ", but must be 1900-01-01 to 2200-01-01.");
    }
    note = Checked.text("note", note, Checked.REASON_CHARACTERS);
  }

  /** As the store keeps it. */
  public Fact kept(String newId) {
    return new Fact(newId, area, subject, kind, value, source, date, note, createdAt);
  }
}
