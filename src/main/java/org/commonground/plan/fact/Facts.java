package org.commonground.plan.fact;

import static org.commonground.plan.form.Checked.refused;
import static org.commonground.plan.form.Checked.shown;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.city.Cities;
import org.commonground.plan.fact.Fact.Kind;
import org.commonground.plan.fact.Fact.On;
import org.commonground.plan.fact.Fact.Subject;
import org.commonground.plan.form.Fields;
import org.locationtech.jts.geom.Geometry;

/** What people have entered about an area: listed, added, deleted. For many threads. */
public final class Facts {

  private final FactStore store;
  private final Cities cities;
  private final Clock clock;

  /** @param clock says when a fact is entered */
  public Facts(FactStore store, Cities cities, Clock clock) {
    this.store = store;
    this.cities = cities;
    this.clock = clock;
  }

  private record Topic(Kind kind, On on, String sourceId) {

    static Topic of(Fact fact) {
      return new Topic(fact.kind(), fact.subject().on(), fact.subject().sourceId());
    }
  }

  /** In the order they were entered. @throws InvalidInput where there is no such area */
  public List<FactAnswer> list(String area) {
    var city = cities.snapshot(area).city();
    var facts = store.list(area);
    var newest = newest(facts);
    return facts.stream().map(fact -> FactAnswer.of(fact, subject(city, fact.subject()), newest.containsValue(fact))).toList();
  }

  /** The newest fact of each kind about each subject: by its date, and of one date the one entered last. */
  private static Map<Topic, Fact> newest(List<Fact> facts) {
    var newest = new LinkedHashMap<Topic, Fact>();
    var byTime = Comparator.comparing(Fact::date).thenComparing(Fact::createdAt)
        .thenComparing(fact -> Integer.parseInt(fact.id()));
    facts.forEach(fact -> newest.merge(Topic.of(fact), fact, (one, other) -> byTime.compare(one, other) > 0 ? one : other));
    return newest;
  }

  /** The facts that counted on a date; null for now. */
  public List<Fact> current(String area, LocalDate asOf) {
    var known = store.list(area).stream().filter(fact -> asOf == null || !fact.date().isAfter(asOf)).toList();
    return List.copyOf(newest(known).values());
  }

  /**
   * @param asked {@code kind}, {@code value}, {@code source}, {@code date} (year-month-day), and where wanted {@code note} and one of
   *              {@code district}, {@code space} and {@code shelter}: the number of one of the area's own
   * @throws InvalidInput where a field is missing, unknown or out of its limits, or there is no such area
   */
  public FactAnswer add(String area, Map<String, ?> asked) {
    var city = cities.snapshot(area).city();
    var fields = new Fields(asked);
    var kind = Kind.of(fields.text("kind"));
    double value = Fields.needed("value", fields.number("value"));
    var source = fields.text("source");
    var date = date(fields.text("date"));
    var note = fields.text("note");
    var subject = subject(city, fields.integer("district"), fields.integer("space"), fields.integer("shelter"));
    fields.end();
    var draft = new Fact(null, area, subject, kind, value, source, date, note, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var kept = store.add(draft, place(city, subject));
    return list(area).stream().filter(fact -> fact.id().equals(kept.id())).findFirst().orElseThrow(() -> unknown(area, kept.id()));
  }

  public void delete(String area, String id) {
    cities.entry(area);
    if (!store.delete(area, id)) {
      throw unknown(area, id);
    }
  }

  private static LocalDate date(String text) {
    return date("date", Fields.needed("date", text));
  }

  /** @param text null for none */
  public static LocalDate date(String field, String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException mistake) {
      throw refused(field, field + " is " + shown(text) + ", but must be year-month-day, such as 2026-03-31.");
    }
  }

  private static Subject subject(City city, Integer district, Integer space, Integer shelter) {
    if (Stream.of(district, space, shelter).filter(Objects::nonNull).count() > 1) {
      throw refused("subject", "A fact is about one thing: of district, space and shelter only one can be given.");
    }
    if (district != null) {
      var found = one("district", city.districts(), district);
      return new Subject(On.DISTRICT, found.sourceId(), found.name());
    }
    if (space != null) {
      var found = one("space", city.spaces(), space);
      return new Subject(On.SPACE, found.sourceId(), found.name());
    }
    if (shelter != null) {
      var found = one("shelter", city.shelters(), shelter);
      return new Subject(On.SHELTER, found.sourceId(), found.name());
    }
    return Subject.WHOLE_AREA;
  }

  private static <T> T one(String field, List<T> all, int number) {
    if (number < 0 || number >= all.size()) {
      throw refused(field, all.isEmpty() ? "There is no " + field + " in this area."
          : field + " is " + number + ", but must be 0 to " + (all.size() - 1) + ".");
    }
    return all.get(number);
  }

  /** Number in the area as it is now; null for the area and for what is there no more. */
  public static Integer subject(City city, Subject subject) {
    Predicate<String> same = id -> id.equals(subject.sourceId());
    return switch (subject.on()) {
      case AREA -> null;
      case DISTRICT -> first(city.districts(), district -> same.test(district.sourceId()));
      case SPACE -> first(city.spaces(), space -> same.test(space.sourceId()));
      case SHELTER -> first(city.shelters(), shelter -> same.test(shelter.sourceId()));
    };
  }

  private static <T> Integer first(List<T> all, Predicate<T> wanted) {
    return IntStream.range(0, all.size()).filter(number -> wanted.test(all.get(number))).boxed().findFirst().orElse(null);
  }

  private static Geometry place(City city, Subject subject) {
    var number = subject(city, subject);
    var ground = switch (subject.on()) {
      case AREA -> city.area().boundary();
      case DISTRICT -> city.districts().get(number).geometry();
      case SPACE -> city.spaces().get(number).geometry();
      case SHELTER -> city.shelters().get(number).geometry();
    };
    return ground.getInteriorPoint();
  }

  private static InvalidInput unknown(String area, String id) {
    return new InvalidInput(Code.FACT_UNKNOWN, "id", "There is no fact " + shown(id) + " entered about " + area + ".");
  }
}
