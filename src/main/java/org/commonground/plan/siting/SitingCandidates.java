package org.commonground.plan.siting;

import static org.commonground.plan.form.Checked.refused;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.judgement.JudgedSpace;
import org.commonground.plan.Posed;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.Readings;
import org.commonground.plan.scenario.Edit.AddShelter;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.plan.space.JudgedCity;
import org.commonground.plan.space.SpacesQuestion;
import org.commonground.plan.siting.SitingQuery.DrawnPlace;
import org.commonground.space.Hazard;
import org.commonground.space.Space;
import org.commonground.space.Stay;
import org.commonground.space.Verdict;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the candidates of a question, in the order of the spaces and then of the drawn places, with what was assumed of them.
 *
 * <ol>
 *   <li>What is asked for by number, drawn places and costs are checked at once.
 *   <li>Spaces are judged: those asked for, or all; of the latter, only those that have room by the rules and are no shelters of now
 *       are candidates; where only suitable ones are wanted, none that the rules find unsuitable for the hazard.
 *   <li>Then come drawn places.
 * </ol>
 */
final class SitingCandidates {

  private final Posed posed;
  private final SitingQuery query;
  private final Stay stay;
  private final boolean suitable;
  /** Asked for by number; null where the rules choose. */
  private final List<Space> listed;
  private final List<SitingCandidate> places;
  private final Set<Hazard> designated;
  private final Set<Hazard> tested;
  private final Set<Geometry> shelters = new HashSet<>();
  private final List<SitingCandidate> found = new ArrayList<>();
  private final List<Statement> assumptions = new ArrayList<>();

  /** @param assumptions what was taken for granted */
  record Found(List<SitingCandidate> candidates, List<Statement> assumptions) {
  }

  /** @throws InvalidInput where one is not there, cannot be a candidate, or has a cost that cannot be */
  SitingCandidates(Posed posed, SitingQuery query) {
    this.posed = posed;
    this.query = query;
    stay = SpacesQuestion.stay(posed.terms().rules(), query.stay());
    designated = posed.situation().hazards();
    tested = designated.isEmpty() ? Set.of(SpacesQuestion.USUAL) : designated;
    posed.situation().shelters().stream().filter(ScenarioShelter::open).forEach(shelter -> shelters.add(shelter.shelter().geometry()));
    checkCosts();
    listed = listed();
    suitable = listed == null && onlySuitable();
    places = places();
    if (most() == 0) {
      throw none();
    }
  }

  private InvalidInput none() {
    return refused("candidates", "There are no candidates: no space of " + posed.city().area().title()
        + " has room by the rules, is not a shelter yet and is one of those asked for.");
  }

  /** So many there are at most, as far as is known before spaces are judged. */
  int most() {
    return places.size() + (listed == null ? posed.city().spaces().size() : listed.size());
  }

  /** Whether a space can be one, as far as is known before it is judged. */
  boolean canBe(int number) {
    return listed != null ? listed.stream().anyMatch(space -> space.id() == number)
        : number >= 0 && number < posed.city().spaces().size() && !isShelter(posed.city().spaces().get(number));
  }

  double cost(int space) {
    return query.costs().getOrDefault(space, 1.0);
  }

  /**
   * Judges spaces.
   *
   * @throws InvalidInput where none is left
   */
  Found find() {
    var judged = JudgedCity.of(posed.snapshot(), posed.terms());
    if (listed != null) {
      listed.forEach(space -> add(judged.one(space)));
    } else {
      judged.all().stream().filter(space -> hasRoom(space) && !isShelter(space.space()) && inside(space.space())
          && !(suitable && verdict(space) == Verdict.UNSUITABLE)).forEach(this::add);
    }
    found.addAll(places);
    if (found.isEmpty()) {
      throw none();
    }
    tell();
    return new Found(List.copyOf(found), List.copyOf(assumptions));
  }

  private void checkCosts() {
    query.costs().forEach((space, cost) -> {
      space("costs", space);
      cost("space " + space, cost);
    });
  }

  private static double cost(String of, double cost) {
    if (!(cost >= 0 && cost <= SitingChoice.MOST_COST)) {
      throw refused("costs", "The cost of " + of + " is " + cost + ", but must be 0 to " + SitingChoice.MOST_COST + ".");
    }
    return cost;
  }

  private List<Space> listed() {
    if (query.spaces() == null) {
      return query.candidates() == null && !query.places().isEmpty() ? List.of() : null;
    }
    var spaces = new ArrayList<Space>();
    for (int number : new TreeSet<>(query.spaces())) {
      var one = space("candidates", number);
      if (isShelter(one)) {
        throw refused("candidates", "candidates has space " + number + ", which is a shelter already.");
      }
      if (!inside(one)) {
        throw refused("candidates", "candidates has space " + number + ", which lies more than " + (int) Snapshot.MARGIN_METRES
            + " m outside " + posed.city().area().title() + ".");
      }
      spaces.add(one);
    }
    return spaces;
  }

  private boolean onlySuitable() {
    var word = query.candidates() == null ? designated.isEmpty() ? "spaces" : "suitable" : query.candidates();
    if (!word.equals("spaces") && !word.equals("suitable")) {
      throw refused("candidates", "candidates is " + Checked.shown(word)
          + ", but must be spaces, suitable or a list of numbers of spaces.");
    }
    boolean only = word.equals("suitable");
    assumptions.add(only ? SitingWording.CANDIDATES_SUITABLE.with(words(tested)) : SitingWording.CANDIDATES_ALL.with());
    return only;
  }

  private Space space(String field, int number) {
    var spaces = posed.city().spaces();
    if (number < 0 || number >= spaces.size()) {
      throw refused(field, field + " has space " + number + ", but " + posed.city().area().title() + " has "
          + (spaces.isEmpty() ? "no spaces." : "spaces 0 to " + (spaces.size() - 1) + "."));
    }
    return spaces.get(number);
  }

  private boolean hasRoom(JudgedSpace space) {
    return space.room().find(stay).filter(room -> room.persons().optimistic() > 0).isPresent();
  }

  private boolean isShelter(Space space) {
    var shelter = posed.snapshot().shelterSpaces().shelterOfSpace().get(space.id());
    return shelter != null && posed.situation().shelters().get(shelter).open() || shelters.contains(space.geometry());
  }

  private boolean inside(Space space) {
    var middle = space.geometry().getInteriorPoint();
    return posed.snapshot().contains(Places.degrees(middle.getX()), Places.degrees(middle.getY()));
  }

  /** The worst of the hazards that are tested. */
  private Verdict verdict(JudgedSpace space) {
    var worst = Verdict.SUITABLE;
    for (var hazard : tested) {
      var result = space.suitability().get(hazard);
      var verdict = result == null ? Verdict.UNKNOWN : result.verdict();
      worst = verdict == Verdict.UNSUITABLE || worst != Verdict.UNSUITABLE && verdict.compareTo(worst) > 0 ? verdict : worst;
    }
    return worst;
  }

  private void add(JudgedSpace judgedSpace) {
    var space = judgedSpace.space();
    var room = judgedSpace.room().find(stay).map(persons -> Readings.of(persons.persons())).orElse(null);
    var middle = space.geometry().getInteriorPoint();
    Integer capacity = room == null || room.pessimistic() == null ? null
        : Integer.valueOf((int) Math.min(Checked.CAPACITY.max(), Math.floor(room.pessimistic())));
    found.add(new SitingCandidate(space, new AddShelter(middle.getX(), middle.getY(), name(space), capacity, space.sourceId(),
        new TreeSet<>(designated)), cost(space.id()), room, verdict(judgedSpace).word(), query.open().contains(space.id())));
  }

  static String name(Space space) {
    var name = space.name() == null || space.name().isBlank() ? space.kind().word() + " " + space.sourceId() : space.name();
    var line = name.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.codePointCount(0, line.length()) <= Checked.TITLE_CHARACTERS ? line
        : line.substring(0, line.offsetByCodePoints(0, Checked.TITLE_CHARACTERS));
  }

  /** A drawn place's own, else its number from 1. */
  static String name(DrawnPlace place, int index) {
    return place.name() == null ? "Place " + (index + 1) : place.name();
  }

  private List<SitingCandidate> places() {
    var drawn = new ArrayList<SitingCandidate>();
    for (int i = 0; i < query.places().size(); i++) {
      var place = query.places().get(i);
      if (!posed.snapshot().contains(place.lon(), place.lat())) {
        throw new InvalidInput(Code.OUTSIDE_AREA, "places", String.format(java.util.Locale.ROOT,
            "places has %s, %s, which lies more than %.0f m outside %s.", place.lon(), place.lat(), Snapshot.MARGIN_METRES,
            posed.city().area().title()));
      }
      var room = place.capacity() == null ? null : Readings.of(place.capacity(), place.capacity());
      drawn.add(new SitingCandidate(null, new AddShelter(place.lon(), place.lat(), name(place, i), place.capacity(), null,
          new TreeSet<>(designated)), cost("place " + (i + 1), place.cost()), room, null, place.open()));
    }
    return drawn;
  }

  private void tell() {
    if (designated.isEmpty()) {
      return;
    }
    assumptions.add(SitingWording.CHOSEN_DESIGNATED.with(words(designated)));
    long unknown = count(Verdict.UNKNOWN);
    long unsuitable = count(Verdict.UNSUITABLE);
    long conditional = count(Verdict.CONDITIONAL);
    if (unknown + unsuitable + conditional > 0) {
      assumptions.add(SitingWording.CANDIDATES_UNSURE.with(unknown, unsuitable, conditional));
    }
  }

  private long count(Verdict verdict) {
    return found.stream().filter(candidate -> verdict.word().equals(candidate.verdict())).count();
  }

  private static List<String> words(Set<Hazard> hazards) {
    return hazards.stream().map(Hazard::word).toList();
  }
}
