package org.commonground.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.evacuation.EvacuationResult.Narrow;
import org.commonground.evacuation.EvacuationResult.NarrowKind;
import org.commonground.evacuation.Flows;
import org.commonground.evacuation.Route;
import org.commonground.network.Unknowns;
import org.commonground.plan.EvacuationAnswer.Bottleneck;
import org.commonground.plan.EvacuationAnswer.Conflict;

/** The streets of a plan: who walks which, what is too narrow, and where people walk against each other. */
record EvacuationWays(EvacuationChoice question, EvacuationModel model, EvacuationResult plan) {

  /** People over some steps. */
  private static final class Passing {

    private int people;
    private int first = Integer.MAX_VALUE;
    private int last = -1;

    private void add(int step, int some) {
      people += some;
      first = Math.min(first, step);
      last = Math.max(last, step);
    }
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
      int key = 2 * model.streets().street()[arc] + (model.streets().backward()[arc] ? 1 : 0);
      if (streets.isEmpty() || streets.get(streets.size() - 1) != key) {
        streets.add(key);
      }
    }
    return streets.stream().mapToInt(key -> key).toArray();
  }

  /** Those that most people pass first. */
  List<Bottleneck> bottlenecks() {
    var arcs = passing(plan.arcFlows(), model.problem().network().arcCount());
    var gates = passing(plan.gateFlows(), model.problem().gateCount());
    var streets = new TreeMap<Integer, Passing>();
    var found = new ArrayList<Bottleneck>();
    for (var narrow : plan.bottleneck()) {
      if (narrow.kind() == NarrowKind.ARC && arcs[narrow.index()] != null) {
        var passing = arcs[narrow.index()];
        streets.merge(model.streets().street()[narrow.index()], passing, (one, other) -> one.people >= other.people ? one : other);
      } else if (narrow.kind() == NarrowKind.GATE && gates[narrow.index()] != null) {
        found.add(gate(narrow, gates[narrow.index()]));
      } else if (narrow.kind() == NarrowKind.ROOM) {
        found.add(room(narrow.index(), gates));
      }
    }
    streets.forEach((street, passing) -> found.add(street(street, passing)));
    found.sort(Comparator.comparingInt(each -> -each.people()));
    return found;
  }

  private static Passing[] passing(Flows flows, int things) {
    var passing = new Passing[things];
    for (int i = 0; i < flows.thing().length; i++) {
      int thing = flows.thing()[i];
      passing[thing] = passing[thing] == null ? new Passing() : passing[thing];
      passing[thing].add(flows.step()[i], flows.people()[i]);
    }
    return passing;
  }

  private Bottleneck street(int id, Passing passing) {
    var street = question.asked().city().streets().street(id);
    var middle = Places.middle(street.line());
    return new Bottleneck("street", id, null, street.name(), Places.degrees(middle.x), Places.degrees(middle.y),
        EvacuationFrames.line(street.line()), model.seconds(passing.first), model.seconds(passing.last + 1), passing.people,
        metres(id), street.widthM() != null);
  }

  private Bottleneck gate(Narrow narrow, Passing passing) {
    int node = model.problem().gateNode(narrow.index());
    int shelter = model.problem().gateShelter(narrow.index());
    return new Bottleneck("gate", null, shelter, question.asked().shelter(shelter).name(), Places.degrees(model.streets().nodeLon()[node]),
        Places.degrees(model.streets().nodeLat()[node]), null, model.seconds(passing.first), model.seconds(passing.last + 1), passing.people,
        null, null);
  }

  private Bottleneck room(int shelter, Passing[] gates) {
    var all = new Passing();
    for (int gate = 0; gate < gates.length; gate++) {
      if (gates[gate] != null && model.problem().gateShelter(gate) == shelter) {
        all.add(gates[gate].first, gates[gate].people);
        all.add(gates[gate].last, 0);
      }
    }
    var middle = question.asked().shelter(shelter).geometry().getInteriorPoint();
    return new Bottleneck("room", null, shelter, question.asked().shelter(shelter).name(), Places.degrees(middle.getX()),
        Places.degrees(middle.getY()), null, all.people == 0 ? 0 : model.seconds(all.first), model.seconds(all.last + 1), all.people, null,
        null);
  }

  private double metres(int street) {
    return Places.metres(new EvacuationWidths(question.asked().terms(), question.stepSeconds(), Unknowns.PESSIMISTIC)
        .metres(question.asked().city().streets().street(street)));
  }

  /** Streets where people walk both ways in the same minutes; those with most people against the others first. */
  List<Conflict> conflicts() {
    var ways = new TreeMap<Integer, Passing>();
    for (var route : plan.routes()) {
      int before = -1;
      for (int i = 0; i < route.arcs().length; i++) {
        int arc = route.arcs()[i];
        int key = 2 * model.streets().street()[arc] + (model.streets().backward()[arc] ? 1 : 0);
        int left = route.entrySteps()[i] + model.problem().network().travelSteps(arc);
        var passing = ways.computeIfAbsent(key, none -> new Passing());
        passing.add(route.entrySteps()[i], key == before ? 0 : route.people());
        passing.add(left, 0);
        before = key;
      }
    }
    var found = new ArrayList<Conflict>();
    ways.forEach((key, forward) -> {
      var backward = key % 2 == 0 ? ways.get(key + 1) : null;
      if (backward != null && forward.first < backward.last && backward.first < forward.last) {
        found.add(conflict(key / 2, forward.people, backward.people));
      }
    });
    found.sort(Comparator.comparingInt(each -> -Math.min(each.forward(), each.backward())));
    return found;
  }

  private Conflict conflict(int id, int forward, int backward) {
    var street = question.asked().city().streets().street(id);
    var middle = Places.middle(street.line());
    return new Conflict(id, street.name(), forward, backward, Places.degrees(middle.x), Places.degrees(middle.y),
        EvacuationFrames.line(street.line()));
  }
}
