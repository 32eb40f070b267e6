package org.commonground.plan.district;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.commonground.coverage.DistrictLosses;
import org.commonground.coverage.ShelterLosses;
import org.commonground.coverage.Standing;
import org.commonground.plan.Asked;
import org.commonground.plan.coverage.FairnessAnswer;
import org.commonground.plan.coverage.IntegrityAnswer;
import org.commonground.plan.district.DistrictProfileAnswer.Part;
import org.commonground.plan.district.DistrictProfileAnswer.ShelterName;
import org.commonground.plan.district.Indicator.Value;
import org.commonground.plan.fact.Fact;
import org.commonground.plan.fact.Fact.Kind;
import org.commonground.plan.fact.FactAnswer;
import org.commonground.plan.fact.Facts;
import org.commonground.plan.fact.Readiness;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.People;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Geometry;

/**
 * Measures the four characters of the districts: integrity, mobilization, emergency, redundancy.
 *
 * <ol>
 *   <li>Everything is asked once for all districts: borders, room within reach, hazards, the second shelter, the worst loss.
 *   <li>Each indicator is one function from a district to its value, named and defined beside it.
 *   <li>A district's part is the value of each, in one order.
 * </ol>
 *
 * <p>District numbers here run from 0; {@code count} is the ground outside every district, {@code count + 1} the whole area.
 */
final class DistrictProfile {

  private static final List<String> ALWAYS = List.of("before", "during", "after");
  private static final List<String> BEFORE_DURING = List.of("before", "during");

  private final Asked asked;
  private final List<Fact> facts;
  private final int count;
  private final Map<Indicator, IntFunction<Value>> measures = new LinkedHashMap<>();
  private final long[] residents;
  private final DistrictLosses losses;
  private final Worst worstOfAll;

  private DistrictProfile(Asked asked, List<Fact> facts) {
    this.asked = asked;
    this.facts = facts;
    count = asked.city().districts().size();
    residents = residents();
    losses = DistrictLosses.of(asked.reach(), asked.limitMillis());
    worstOfAll = worstOfAll();
  }

  /**
   * @param facts     those that count now
   * @param ofHazard  the same question under a hazard layer, by its name
   */
  static DistrictProfileAnswer of(Asked asked, List<Fact> facts, Function<String, Asked> ofHazard) {
    var profile = new DistrictProfile(asked, facts);
    profile.integrity();
    profile.mobilization();
    profile.emergency(ofHazard);
    profile.redundancy();
    return profile.answer();
  }

  private long[] residents() {
    var people = new long[count + 2];
    var places = asked.snapshot().places();
    for (int place = 0; place < places.count(); place++) {
      people[places.district()[place] < 0 ? count : places.district()[place]] += places.people()[place];
      people[count + 1] += places.people()[place];
    }
    return people;
  }

  private void integrity() {
    var borders = IntegrityAnswer.find(asked, 0).answer();
    var alone = new LinkedHashMap<Integer, People>();
    var together = new LinkedHashMap<Integer, People>();
    borders.districts().forEach(part -> {
      int at = part.district().id() == null ? count : part.district().id();
      alone.put(at, part.alone());
      together.put(at, part.together());
    });
    alone.put(count + 1, borders.alone());
    together.put(count + 1, borders.together());
    measure("ownCoverage", Indicator.INTEGRITY, BEFORE_DURING, "share", true,
        "Share of residents who reach a shelter of their own district in time.", at -> share("ownCoverage", alone.get(at)));
    measure("borderCost", Indicator.INTEGRITY, BEFORE_DURING, "persons", false,
        "Residents covered only if they may use the shelters of other districts.", at -> cost(together.get(at), alone.get(at)));
    ownPlaces();
    var fair = FairnessAnswer.of(asked);
    var shared = new LinkedHashMap<Integer, FairnessAnswer.Share>();
    fair.districts().forEach(part -> shared.put(part.district().id() == null ? count : part.district().id(), part.share()));
    shared.put(count + 1, fair.all());
    measure("sharedPlaces", Indicator.INTEGRITY, ALWAYS, "places per resident", true,
        "Places per resident in all shelters within reach, shared with everybody else in reach of them (E2SFCA).",
        at -> shared.get(at) == null ? Value.of("sharedPlaces", null, null)
            : Value.of("sharedPlaces", shared.get(at).accessibility(), shared.get(at).accessibilityMost()));
  }

  private void ownPlaces() {
    var least = new double[count + 2];
    var most = new double[count + 2];
    eachShelter((shelter, at) -> {
      var site = asked.reach().problem().shelters().get(shelter);
      if (site.standing() == Standing.OUT) {
        return;
      }
      var area = asked.snapshot().areaM2(site.geometry());
      double room = site.capacity() != null ? site.capacity() : area == null ? 0 : area / asked.terms().figure("shelter.m2PerPerson");
      most[at] += room;
      least[at] += site.capacity() == null || site.standing() == Standing.IN_DOUBT ? 0 : room;
    });
    measure("ownPlaces", Indicator.INTEGRITY, ALWAYS, "places per resident", true,
        "Places in the district's own shelters per resident; a capacity that is not recorded is none at least, and at most what the "
            + "shelter's area gives.", at -> perResident("ownPlaces", at, least[at], most[at]));
  }

  private void mobilization() {
    var shelters = asked.situation().shelters().stream().map(ScenarioShelter::shelter).toList();
    var readiness = Readiness.of(shelters, asked.city().spaces(), facts);
    for (var key : MobilizationAnswer.HOURS) {
      double hours = asked.terms().figure(key);
      var name = "ready" + String.format(Locale.ROOT, "%.0f", hours) + "h";
      var all = new double[count + 2];
      var sure = new double[count + 2];
      var perhaps = new double[count + 2];
      eachShelter((shelter, at) -> {
        var site = asked.reach().problem().shelters().get(shelter);
        double room = site.standing() == Standing.OUT || site.capacity() == null ? 0 : site.capacity();
        var ready = readiness.get(shelter).after(hours);
        all[at] += room;
        sure[at] += ready == Standing.COUNTS ? room : 0;
        perhaps[at] += ready == Standing.OUT ? 0 : room;
      });
      measure(name, Indicator.MOBILIZATION, List.of("during"), "share", true, String.format(Locale.ROOT,
          "Share of the recorded places in the district's shelters that are opened, equipped and staffed within %.0f h.", hours),
          at -> all[at] == 0 ? Value.of(name, null, null) : Value.of(name, sure[at] / all[at], perhaps[at] / all[at]));
    }
    entered("volunteers", Kind.VOLUNTEERS, "per 1,000 residents", 1000, "People trained to help, per 1,000 residents, as entered.");
    entered("supplies", Kind.SUPPLIES, "person-days per resident", 1, "Days for which the supplies in store feed everybody, as entered.");
    entered("drills", Kind.DRILLS, "drills a year", 0, "Drills held in a year, as entered.");
    entered("agreements", Kind.AGREEMENTS, "agreements", 0, "Agreements in force with neighbours and owners of ground, as entered.");
  }

  /** @param perResidents 0 where the value is not put in relation to them */
  private void entered(String name, Kind kind, String unit, int perResidents, String definition) {
    measure(name, Indicator.MOBILIZATION, kind == Kind.SUPPLIES ? List.of("during", "after") : List.of("before"), unit, true, definition,
        at -> {
          var sum = facts.stream().filter(fact -> fact.kind() == kind && districtOf(fact) == at).mapToDouble(Fact::value).boxed()
              .reduce(Double::sum).orElse(null);
          return sum == null || perResidents > 0 && residents[at] == 0 ? Value.of(name, null, null)
              : perResidents == 0 ? Value.of(name, sum, sum) : perResident(name, at, perResidents * sum, perResidents * sum);
        });
  }

  /** What is entered about the area is not a sum over its districts; both are shown as they were entered. */
  private int districtOf(Fact fact) {
    var subject = Facts.subject(asked.city(), fact.subject());
    return switch (fact.subject().on()) {
      case AREA -> count + 1;
      case DISTRICT -> subject == null ? -1 : subject;
      case SPACE -> subject == null ? -1 : inside(asked.city().spaces().get(subject).geometry());
      case SHELTER -> subject == null ? -1 : inside(asked.city().shelters().get(subject).geometry());
    };
  }

  private int inside(Geometry geometry) {
    int district = asked.snapshot().district(geometry);
    return district < 0 ? count : district;
  }

  private void emergency(Function<String, Asked> ofHazard) {
    measure("coverage", Indicator.EMERGENCY, List.of("during"), "share", true,
        "Share of residents who reach a shelter in time, as the question is asked.", covered("coverage", asked, 1));
    for (var layer : asked.snapshot().hazardLayers().keySet()) {
      var name = "coverage:" + layer;
      measure(name, Indicator.EMERGENCY, List.of("during"), "share", true,
          "The same with the hazard layer " + layer + ": its ground closed, only shelters that serve it.", covered(name, ofHazard.apply(layer), 1));
    }
  }

  private void redundancy() {
    measure("secondShelter", Indicator.REDUNDANCY, BEFORE_DURING, "share", true,
        "Share of residents who reach two different shelters in time.", covered("secondShelter", asked, 2));
    measure("worstLoss", Indicator.REDUNDANCY, BEFORE_DURING, "persons", false,
        "Residents who reach no shelter in time any more if the one is lost whose loss hits most of them.",
        at -> Value.of("worstLoss", (double) worst(at).people(), (double) worst(at).people()));
  }

  private record Worst(int shelter, long people) {
  }

  /** Of the whole area, the shelter whose loss uncovers most people in all districts together. */
  private Worst worst(int at) {
    return at <= count ? new Worst(losses.shelter()[at], losses.uncovered()[at]) : worstOfAll;
  }

  private Worst worstOfAll() {
    return ShelterLosses.rank(asked.reach(), asked.limitMillis()).stream().filter(loss -> loss.uncovered() > 0).findFirst()
        .map(loss -> new Worst(loss.shelter(), loss.uncovered())).orElse(new Worst(-1, 0));
  }

  private IntFunction<Value> covered(String name, Asked question, int k) {
    var result = question.coverage(k);
    return at -> share(name, People.of(at < count ? result.districts().get(at) : at == count ? result.outside() : result.total()));
  }

  private static Value share(String name, People people) {
    return people == null || people.total() == 0 ? Value.of(name, null, null)
        : Value.of(name, (double) people.covered() / people.total(), (double) (people.covered() + people.unknown()) / people.total());
  }

  private static Value cost(People together, People alone) {
    return together == null ? Value.of("borderCost", null, null) : Value.of("borderCost", (double) together.covered() - alone.covered(),
        (double) together.covered() + together.unknown() - alone.covered() - alone.unknown());
  }

  private Value perResident(String name, int at, double least, double most) {
    return residents[at] == 0 ? Value.of(name, null, null) : Value.of(name, least / residents[at], most / residents[at]);
  }

  @FunctionalInterface
  private interface OfShelter {

    void at(int shelter, int district);
  }

  /** For its district, and for the whole area. */
  private void eachShelter(OfShelter user) {
    var districts = asked.shelterDistricts();
    for (int shelter = 0; shelter < districts.length; shelter++) {
      user.at(shelter, districts[shelter] < 0 ? count : districts[shelter]);
      user.at(shelter, count + 1);
    }
  }

  private void measure(String name, String character, List<String> stages, String unit, boolean more, String definition,
      IntFunction<Value> value) {
    measures.put(new Indicator(name, character, stages, unit, more, definition), value);
  }

  private DistrictProfileAnswer answer() {
    var parts = new ArrayList<Part>();
    for (int district = 0; district < count; district++) {
      parts.add(part(DistrictName.of(asked.city(), district), district));
    }
    if (residents[count] > 0) {
      parts.add(part(DistrictName.of(asked.city(), -1), count));
    }
    var assumptions = new ArrayList<Statement>();
    MobilizationAnswer.HOURS.forEach(key -> assumptions.add(asked.terms().sourceOf(key)));
    assumptions.add(DistrictWording.CLEARANCE_LEFT_OUT.with());
    return new DistrictProfileAnswer(asked.provenance(0, assumptions), List.copyOf(measures.keySet()),
        part(DistrictName.of(asked.city(), -1), count + 1), parts);
  }

  private Part part(DistrictName name, int at) {
    var worst = worst(at);
    var shelter = worst.shelter() < 0 ? null : new ShelterName(worst.shelter(), asked.shelter(worst.shelter()).name());
    var own = facts.stream().filter(fact -> districtOf(fact) == at)
        .map(fact -> FactAnswer.of(fact, Facts.subject(asked.city(), fact.subject()), true)).toList();
    return new Part(name, residents[at], measures.values().stream().map(measure -> measure.apply(at)).toList(), shelter, own);
  }
}
