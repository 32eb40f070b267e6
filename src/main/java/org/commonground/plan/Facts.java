package org.commonground.plan;

import static org.commonground.plan.Checked.refused;
import static org.commonground.plan.Checked.shown;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.Fact.Kind;
import org.commonground.plan.Fact.On;
import org.commonground.plan.Fact.Subject;
import org.locationtech.jts.geom.Geometry;

/** What people have entered about an area: listed, added, deleted. For many threads. */
public final class Facts {

  private final FactStore store;
  private final Planner planner;
  private final Clock clock;

  /** @param clock says when a fact is entered */
  public Facts(FactStore store, Planner planner, Clock clock) {
    this.store = store;
    this.planner = planner;
    this.clock = clock;
  }

  private record Topic(Kind kind, On on, String sourceId) {

    static Topic of(Fact fact) {
      return new Topic(fact.kind(), fact.subject().on(), fact.subject().sourceId());
    }
  }

  /** In the order they were entered. @throws InvalidInput where there is no such area */
  public List<FactAnswer> list(String area) {
    var city = planner.snapshot(area).city();
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

  /** The facts that count now. */
  List<Fact> current(String area) {
    return List.copyOf(newest(store.list(area)).values());
  }

  /**
   * @param asked {@code kind}, {@code value}, {@code source}, {@code date} (year-month-day), and where wanted {@code note} and one of
   *              {@code district} and {@code space}: the number of one of the area's own
   * @throws InvalidInput where a field is missing, unknown or out of its limits, or there is no such area
   */
  public FactAnswer add(String area, Map<String, ?> asked) {
    var city = planner.snapshot(area).city();
    var fields = new Fields(asked);
    var kind = Kind.of(fields.text("kind"));
    double value = Fields.needed("value", fields.number("value"));
    var source = fields.text("source");
    var date = date(fields.text("date"));
    var note = fields.text("note");
    var district = fields.integer("district");
    var space = fields.integer("space");
    fields.end();
    if (district != null && space != null) {
      throw refused("space", "A fact is about a district or a space: district and space cannot both be given.");
    }
    var subject = district != null ? district(city, district) : space != null ? space(city, space) : Subject.WHOLE_AREA;
    var draft = new Fact(null, area, subject, kind, value, source, date, note, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var kept = store.add(draft, place(city, subject));
    return list(area).stream().filter(fact -> fact.id().equals(kept.id())).findFirst().orElseThrow(() -> unknown(area, kept.id()));
  }

  public void delete(String area, String id) {
    planner.version(area);
    if (!store.delete(area, id)) {
      throw unknown(area, id);
    }
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(Fields.needed("date", text));
    } catch (DateTimeParseException mistake) {
      throw refused("date", "date is " + shown(text) + ", but must be year-month-day, such as 2026-03-31.");
    }
  }

  private static Subject district(City city, int id) {
    if (id < 0 || id >= city.districts().size()) {
      throw refused("district", "district is " + id + ", but must be 0 to " + (city.districts().size() - 1) + ".");
    }
    var district = city.districts().get(id);
    return new Subject(On.DISTRICT, district.sourceId(), district.name());
  }

  private static Subject space(City city, int id) {
    if (id < 0 || id >= city.spaces().size()) {
      throw refused("space", "space is " + id + ", but must be 0 to " + (city.spaces().size() - 1) + ".");
    }
    var space = city.spaces().get(id);
    return new Subject(On.SPACE, space.sourceId(), space.name());
  }

  /** Number in the area as it is now; null for the area and for what is there no more. */
  static Integer subject(City city, Subject subject) {
    return switch (subject.on()) {
      case AREA -> null;
      case DISTRICT -> city.districts().stream().filter(district -> district.sourceId().equals(subject.sourceId()))
          .map(district -> district.id()).findFirst().orElse(null);
      case SPACE -> city.spaces().stream().filter(space -> space.sourceId().equals(subject.sourceId()))
          .map(space -> space.id()).findFirst().orElse(null);
    };
  }

  private static Geometry place(City city, Subject subject) {
    var id = subject(city, subject);
    var ground = id == null ? city.area().boundary()
        : subject.on() == On.DISTRICT ? city.districts().get(id).geometry() : city.spaces().get(id).geometry();
    return ground.getInteriorPoint();
  }

  private static InvalidInput unknown(String area, String id) {
    return new InvalidInput(Code.FACT_UNKNOWN, "id", "There is no fact " + shown(id) + " entered about " + area + ".");
  }
}
