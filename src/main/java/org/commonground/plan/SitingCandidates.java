package org.commonground.plan;

import static org.commonground.plan.Checked.refused;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.judgement.JudgedSpace;
import org.commonground.plan.Edit.AddShelter;
import org.commonground.space.Hazard;
import org.commonground.space.Space;
import org.commonground.space.Stay;
import org.commonground.space.Verdict;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the candidates of a question, in the order of the spaces and then of the drawn places, with what was assumed of them.
 *
 * <ol>
 *   <li>Spaces that are asked for by number, or all that have room by the rules.
 *   <li>Of the latter, no shelters of now; where only suitable ones are wanted, none that the rules find unsuitable for the hazard.
 *   <li>Drawn places.
 * </ol>
 */
final class SitingCandidates {

  private final Asked asked;
  private final SitingQuery query;
  private final JudgedCity judged;
  private final Stay stay;
  private final Set<Hazard> designated;
  private final Set<Hazard> tested;
  private final Set<Geometry> shelters = new HashSet<>();
  private final List<SitingCandidate> found = new ArrayList<>();
  private final List<String> assumptions = new ArrayList<>();

  /** @param assumptions one sentence each */
  record Found(List<SitingCandidate> candidates, List<String> assumptions) {
  }

  private SitingCandidates(Asked asked, SitingQuery query) {
    this.asked = asked;
    this.query = query;
    judged = asked.snapshot().judged(asked.terms());
    stay = SpacesQuestion.stay(judged, query.stay());
    designated = asked.situation().hazards();
    tested = designated.isEmpty() ? Set.of(SpacesQuestion.USUAL) : designated;
    asked.situation().shelters().stream().filter(ScenarioShelter::open).forEach(shelter -> shelters.add(shelter.shelter().geometry()));
  }

  /** @throws InvalidInput where one is not there, cannot be a candidate, or has a cost that cannot be, or where there is none */
  static Found of(Asked asked, SitingQuery query) {
    var candidates = new SitingCandidates(asked, query);
    candidates.checkCosts();
    candidates.spaces();
    candidates.places();
    if (candidates.found.isEmpty()) {
      throw refused("candidates", "There are no candidates: no space of " + asked.city().area().title()
          + " has room by the rules, is not a shelter yet and is one of those asked for.");
    }
    candidates.tell();
    return new Found(List.copyOf(candidates.found), List.copyOf(candidates.assumptions));
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

  private void spaces() {
    if (query.spaces() != null) {
      for (int space : new TreeSet<>(query.spaces())) {
        var one = space("candidates", space);
        if (isShelter(one)) {
          throw refused("candidates", "candidates has space " + space + ", which is a shelter already.");
        }
        if (!inside(one)) {
          throw refused("candidates", "candidates has space " + space + ", which lies more than " + (int) Snapshot.MARGIN_METRES
              + " m outside " + asked.city().area().title() + ".");
        }
        add(judged.one(one));
      }
    } else if (query.candidates() != null || query.places().isEmpty()) {
      boolean suitable = onlySuitable();
      judged.all().stream().filter(space -> hasRoom(space) && !isShelter(space.space()) && inside(space.space())
          && !(suitable && verdict(space) == Verdict.UNSUITABLE)).forEach(this::add);
    }
  }

  private boolean onlySuitable() {
    var word = query.candidates() == null ? designated.isEmpty() ? "spaces" : "suitable" : query.candidates();
    if (!word.equals("spaces") && !word.equals("suitable")) {
      throw refused("candidates", "candidates is " + Checked.shown(word)
          + ", but must be spaces, suitable or a list of numbers of spaces.");
    }
    boolean suitable = word.equals("suitable");
    assumptions.add("Candidates are all spaces that may have room for people by the rules and are no shelters"
        + (suitable ? ", without those that the rules find unsuitable for " + words(tested) + "." : "."));
    return suitable;
  }

  private Space space(String field, int number) {
    var spaces = asked.city().spaces();
    if (number < 0 || number >= spaces.size()) {
      throw refused(field, field + " has space " + number + ", but " + asked.city().area().title() + " has "
          + (spaces.isEmpty() ? "no spaces." : "spaces 0 to " + (spaces.size() - 1) + "."));
    }
    return spaces.get(number);
  }

  private boolean hasRoom(JudgedSpace space) {
    return space.room().find(stay).filter(room -> room.persons().optimistic() > 0).isPresent();
  }

  private boolean isShelter(Space space) {
    var shelter = judged.shelterOf(space);
    return shelter != null && asked.situation().shelters().get(shelter).open() || shelters.contains(space.geometry());
  }

  private boolean inside(Space space) {
    var middle = space.geometry().getInteriorPoint();
    return asked.snapshot().contains(Places.degrees(middle.getX()), Places.degrees(middle.getY()));
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
        new TreeSet<>(designated)), query.costs().getOrDefault(space.id(), 1.0), room, verdict(judgedSpace).word()));
  }

  private static String name(Space space) {
    var name = space.name() == null || space.name().isBlank() ? space.kind().word() + " " + space.sourceId() : space.name();
    var line = name.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.codePointCount(0, line.length()) <= Checked.TITLE_CHARACTERS ? line
        : line.substring(0, line.offsetByCodePoints(0, Checked.TITLE_CHARACTERS));
  }

  private void places() {
    for (int i = 0; i < query.places().size(); i++) {
      var place = query.places().get(i);
      if (!asked.snapshot().contains(place.lon(), place.lat())) {
        throw new InvalidInput(Code.OUTSIDE_AREA, "places", String.format(java.util.Locale.ROOT,
            "places has %s, %s, which lies more than %.0f m outside %s.", place.lon(), place.lat(), Snapshot.MARGIN_METRES,
            asked.city().area().title()));
      }
      var name = place.name() == null ? "Place " + (i + 1) : place.name();
      var room = place.capacity() == null ? null : Readings.of(place.capacity(), place.capacity());
      found.add(new SitingCandidate(null, new AddShelter(place.lon(), place.lat(), name, place.capacity(), null,
          new TreeSet<>(designated)), place.cost() == null ? 1 : cost("place " + (i + 1), place.cost()), room, null));
    }
  }

  private void tell() {
    if (designated.isEmpty()) {
      return;
    }
    var unsure = new LinkedHashSet<String>();
    count(Verdict.UNKNOWN.word(), "what the rules ask is not all recorded", unsure);
    count(Verdict.UNSUITABLE.word(), "the rules find unsuitable", unsure);
    count(Verdict.CONDITIONAL.word(), "the rules find suitable only on conditions", unsure);
    assumptions.add("A chosen place is designated for " + words(designated) + " and counts as suitable for it, where its ground is not "
        + "taken" + (unsure.isEmpty() ? "." : "; of the candidates " + String.join(", ", unsure) + "."));
  }

  private void count(String verdict, String words, Set<String> told) {
    long count = found.stream().filter(candidate -> verdict.equals(candidate.verdict())).count();
    if (count > 0) {
      told.add("for " + count + " " + words);
    }
  }

  private static String words(Set<Hazard> hazards) {
    return hazards.stream().map(Hazard::word).collect(Collectors.joining(" and "));
  }
}
