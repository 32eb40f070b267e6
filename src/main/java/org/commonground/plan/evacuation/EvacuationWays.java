package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonground.evacuation.EvacuationLimits;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.evacuation.EvacuationResult.Narrow;
import org.commonground.evacuation.EvacuationResult.NarrowKind;
import org.commonground.evacuation.Route;
import org.commonground.evacuation.StreetConflicts;
import org.commonground.evacuation.Widening;
import org.commonground.evacuation.Widening.Saving;
import org.commonground.network.Unknowns;
import org.commonground.plan.evacuation.EvacuationAnswer.Bottleneck;
import org.commonground.plan.evacuation.EvacuationAnswer.Conflict;
import org.commonground.plan.form.Places;

/** The streets of a plan: who walks which, what is too narrow, and where people walk against each other. */
record EvacuationWays(EvacuationChoice question, EvacuationModel model, EvacuationResult plan) {

  private static final int MOST_WIDENED = 12;
  private static final int MORE_PLACES = 100;

  /** People over some steps. */
  private record Passing(int people, int first, int last) {
  }

  /** By district and start, the way and the shelter; those of the same are added up. */
  List<EvacuationRoute> routes() {
    var routes = new TreeMap<String, EvacuationRoute>();
    for (var route : plan.routes()) {
      var source = model.sources().get(route.source());
      var streets = streets(route);
      var ids = Arrays.stream(streets).map(key -> key / 2).toArray();
      var backward = new boolean[streets.length];
      for (int i = 0; i < streets.length; i++) {
        backward[i] = streets[i] % 2 == 1;
      }
      int district = source.district() == question.districts() - 1 ? -1 : source.district();
      int shelter = model.problem().gateShelter(route.gate());
      int leave = route.arcs().length == 0 ? route.gateStep() : route.entrySteps()[0];
      var one = new EvacuationRoute(district, Places.degrees(model.streets().nodeLon()[source.node()]),
          Places.degrees(model.streets().nodeLat()[source.node()]), ids, backward, shelter, route.people(), model.seconds(leave),
          model.seconds(route.gateStep() + 1));
      routes.merge(String.format("%09d %09d %09d %s", district + 1, source.node(), shelter, Arrays.toString(streets)), one,
          EvacuationRoute::with);
    }
    return List.copyOf(routes.values());
  }

  /** Streets of a route in order, each as twice its number and one more where it is walked backward. */
  private int[] streets(Route route) {
    var streets = new ArrayList<Integer>();
    for (int arc : route.arcs()) {
      int key = model.streets().way(arc);
      if (streets.isEmpty() || streets.get(streets.size() - 1) != key) {
        streets.add(key);
      }
    }
    return streets.stream().mapToInt(key -> key).toArray();
  }

  /** With what each would save if it were wider, as far as the time allows. */
  List<Bottleneck> bottlenecks(EvacuationLimits limits) {
    var savings = Widening.rank(model.problem(), plan, wider(), MOST_WIDENED, limits);
    var told = new ArrayList<Bottleneck>();
    savings.forEach(saving -> told.add(told(saving.kind(), saving.index(), saving)));
    var known = savings.stream().map(saving -> saving.kind() + " " + saving.index()).collect(Collectors.toSet());
    plan.bottleneck().stream().map(narrow -> narrow.kind() == NarrowKind.ARC
            ? new Narrow(NarrowKind.ARC, model.streets().street()[narrow.index()], 0) : new Narrow(narrow.kind(), narrow.index(), 0))
        .distinct().filter(narrow -> !known.contains(narrow.kind() + " " + narrow.index()))
        .map(narrow -> told(narrow.kind(), narrow.index(), null)).sorted(Comparator.comparingInt(each -> -each.people())).forEach(told::add);
    return told;
  }

  /** Streets and gates are a metre wider, shelters have room for so many more. */
  private Widening.Wider wider() {
    var network = model.problem().network();
    double more = question.asked().terms().figure("evacuation.personsPerSecondPerMetre") * question.stepSeconds();
    double moreGate = question.design()
        ? question.asked().terms().figure("entrance.personsPerMinutePerMetre") / 60 * question.stepSeconds() : more;
    var people = new int[network.arcCount()];
    Arrays.setAll(people, arc -> network.peoplePerStep(arc) >= EvacuationStreets.UNLIMITED ? network.peoplePerStep(arc)
        : (int) (network.peoplePerStep(arc) + Math.max(1, more)));
    var gates = new int[model.problem().gateCount()];
    Arrays.setAll(gates, gate -> model.problem().gatePeoplePerStep(gate) + (int) Math.max(1, moreGate));
    return new Widening.Wider(model.streets().street(), people, gates, MORE_PLACES);
  }

  /** @param saving null where the search ended before */
  private Bottleneck told(NarrowKind kind, int index, Saving saving) {
    var passing = saving == null ? passing(kind, index) : new Passing(saving.people(), saving.firstStep(), saving.lastStep());
    var savesSeconds = saving == null ? null : Integer.valueOf(model.seconds(saving.savedSteps()));
    var atMost = saving == null ? null : Integer.valueOf(model.seconds(saving.savedAtMost()));
    var placed = saving == null ? null : Integer.valueOf(saving.morePlaced());
    var is = saving == null ? null : saving.proven() ? "proven" : "estimated";
    int from = passing.people == 0 ? 0 : model.seconds(passing.first);
    int to = passing.people == 0 ? 0 : model.seconds(passing.last + 1);
    if (kind == NarrowKind.ARC) {
      var street = question.asked().city().streets().street(index);
      var middle = Places.middle(street.line());
      return new Bottleneck("street", index, null, street.name(), Places.degrees(middle.x), Places.degrees(middle.y),
          EvacuationFrames.line(street.line()), from, to, passing.people, metres(index), street.widthM() != null, savesSeconds, atMost, placed,
          is, "one metre more");
    }
    boolean gate = kind == NarrowKind.GATE;
    int shelter = gate ? model.problem().gateShelter(index) : index;
    var middle = question.asked().shelter(shelter).geometry().getInteriorPoint();
    int node = gate ? model.problem().gateNode(index) : -1;
    return new Bottleneck(gate ? "gate" : "room", null, shelter, question.asked().shelter(shelter).name(),
        Places.degrees(gate ? model.streets().nodeLon()[node] : middle.getX()),
        Places.degrees(gate ? model.streets().nodeLat()[node] : middle.getY()), null, from, to, passing.people, null, null, savesSeconds,
        atMost, placed, is, gate ? "one metre more" : MORE_PLACES + " places more");
  }

  private Passing passing(NarrowKind kind, int index) {
    var flows = kind == NarrowKind.ARC ? plan.arcFlows() : plan.gateFlows();
    int people = 0;
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int i = 0; i < flows.thing().length; i++) {
      int thing = flows.thing()[i];
      int of = kind == NarrowKind.ARC ? model.streets().street()[thing] : kind == NarrowKind.GATE ? thing : model.problem().gateShelter(thing);
      if (of == index) {
        people += flows.people()[i];
        first = Math.min(first, flows.step()[i]);
        last = Math.max(last, flows.step()[i]);
      }
    }
    return new Passing(people, first, last);
  }

  private double metres(int street) {
    return Places.metres(new EvacuationWidths(question.asked().terms(), question.stepSeconds(), Unknowns.PESSIMISTIC, question.carRules())
        .metres(question.asked().city().streets().street(street)));
  }

  /** Pieces of one street are one street; each stream counts where it is largest. */
  List<Conflict> conflicts() {
    var byStreet = new TreeMap<Integer, Conflict>();
    for (var met : StreetConflicts.of(model.problem(), plan.routes(), model.streets().opposite())) {
      boolean turned = model.streets().backward()[met.arc()];
      var one = conflict(model.streets().street()[met.arc()], turned ? met.backward() : met.forward(),
          turned ? met.forward() : met.backward(), met.firstStep(), met.lastStep() + 1);
      byStreet.merge(one.street(), one, (known, more) -> new Conflict(known.street(), known.name(),
          Math.max(known.forward(), more.forward()), Math.max(known.backward(), more.backward()),
          Math.min(known.fromSeconds(), more.fromSeconds()), Math.max(known.toSeconds(), more.toSeconds()), known.lon(), known.lat(),
          known.line()));
    }
    return byStreet.values().stream().sorted(Comparator.comparingInt(each -> -Math.min(each.forward(), each.backward()))).toList();
  }

  private Conflict conflict(int id, int forward, int backward, int from, int to) {
    var street = question.asked().city().streets().street(id);
    var middle = Places.middle(street.line());
    return new Conflict(id, street.name(), forward, backward, model.seconds(from), model.seconds(to), Places.degrees(middle.x),
        Places.degrees(middle.y), EvacuationFrames.line(street.line()));
  }
}
