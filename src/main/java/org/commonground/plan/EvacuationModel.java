package org.commonground.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonground.coverage.Access;
import org.commonground.evacuation.EvacuationProblem;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.network.Snap;
import org.commonground.network.Unknowns;

/**
 * A question of evacuation as the engine wants it, by one reading of what is not recorded, and what its numbers stand for.
 *
 * <ol>
 *   <li>Everybody joins the streets where coverage has them join; the walk from the door is part of getting ready. Whoever is in closed
 *       ground, or has no street near, is left out and counted.
 *   <li>Whoever is on a shelter's ground already passes no gate of it.
 *   <li>A shelter is entered where streets cross its outline, each place a gate of its own; room is what is recorded, or what the reading
 *       makes of the outline.
 * </ol>
 *
 * @param sources  what each source of the problem is
 * @param noStreet people by district who have no street near enough
 * @param trapped  people by district in closed ground
 */
record EvacuationModel(Unknowns reading, EvacuationStreets.Built streets, EvacuationProblem problem, List<People> sources, int[] noStreet,
    int[] trapped, int zeroWidth) {

  /** @param district the last number is the ground outside every district */
  record People(int node, int district) {
  }

  static EvacuationModel of(EvacuationChoice question, Unknowns reading) {
    return new Builder(question, reading).build();
  }

  /** People who are in no source. */
  int outside() {
    return Arrays.stream(noStreet).sum() + Arrays.stream(trapped).sum();
  }

  /** So many steps. */
  int seconds(int steps) {
    return steps * problem.stepSeconds();
  }

  private static final class Builder {

    private final EvacuationChoice question;
    private final Asked asked;
    private final Unknowns reading;
    private final Access access;
    private final EvacuationWidths widths;
    private final EvacuationStreets streets;
    private final List<TreeMap<Integer, Integer>> gates = new ArrayList<>();
    /** By node, then district, then step: people who get ready. */
    private final TreeMap<Integer, TreeMap<Integer, TreeMap<Integer, Integer>>> ready = new TreeMap<>();
    private final int[] noStreet;
    private final int[] trapped;

    private Builder(EvacuationChoice question, Unknowns reading) {
      this.question = question;
      this.reading = reading;
      asked = question.asked();
      access = asked.reach().access(reading);
      widths = new EvacuationWidths(asked.terms(), question.stepSeconds(), reading);
      streets = new EvacuationStreets(access.graph(), widths);
      noStreet = new int[question.districts()];
      trapped = new int[question.districts()];
    }

    private EvacuationModel build() {
      for (int shelter = 0; shelter < access.shelterCount(); shelter++) {
        gates.add(new TreeMap<>());
        enter(shelter);
      }
      var places = asked.snapshot().places();
      for (int place = 0; place < places.count(); place++) {
        if (places.people()[place] > 0) {
          put(place, places.people()[place], places.district()[place] < 0 ? noStreet.length - 1 : places.district()[place]);
        }
      }
      var sources = new ArrayList<Source>();
      var told = new ArrayList<People>();
      ready.forEach((node, byDistrict) -> byDistrict.forEach((district, bySteps) -> {
        var people = new int[bySteps.lastKey() + 1];
        bySteps.forEach((step, some) -> people[step] = some);
        sources.add(new Source(node, people));
        told.add(new People(node, district));
      }));
      var built = streets.build();
      return new EvacuationModel(reading, built, new EvacuationProblem(question.stepSeconds(), built.network(), sources, shelters()), told,
          noStreet, trapped, zeroWidth());
    }

    private int zeroWidth() {
      return (int) asked.city().streets().streets().stream()
          .filter(street -> access.graph().passable(street.id()) && widths.effectiveMetres(street) == 0).count();
    }

    /** Crossings of one street at the same step are one gate; those of several streets at a junction add up. */
    private void enter(int shelter) {
      var seen = new TreeSet<Long>();
      for (var entry : access.entries(shelter)) {
        int node = streets.nodeAt(entry.snap());
        int people = widths.gatePeoplePerStep(asked.city().streets().street(entry.snap().street()), question.design());
        int off = streets.steps(entry.offsetMillis());
        if (off > 0) {
          int door = streets.newNode(entry.snap().lon(), entry.snap().lat());
          streets.path(node, door, off, people, entry.snap().street());
          node = door;
        }
        if (seen.add((long) node << 32 | entry.snap().street())) {
          gates.get(shelter).merge(node, people, Integer::sum);
        }
      }
    }

    private void put(int place, int people, int district) {
      var places = asked.snapshot().places();
      var snap = access.place(place);
      var around = access.traps(place) ? List.<Integer>of() : access.around(places.lon()[place], places.lat()[place]);
      if (access.traps(place)) {
        trapped[district] += people;
      } else if (!around.isEmpty()) {
        join(inside(places.lon()[place], places.lat()[place], around, snap), district, 0, people);
      } else if (snap == null) {
        noStreet[district] += people;
      } else {
        var inShelters = access.around(snap.lon(), snap.lat());
        int node = inShelters.isEmpty() ? streets.nodeAt(snap) : inside(snap.lon(), snap.lat(), inShelters, snap);
        join(node, district, streets.steps(access.doorMillis(snap)), people);
      }
    }

    /** On the ground of shelters, with a way out of it where there is a street. */
    private int inside(double lon, double lat, List<Integer> shelters, Snap snap) {
      int node = streets.newNode(lon, lat);
      shelters.forEach(shelter -> gates.get(shelter).put(node, EvacuationStreets.UNLIMITED));
      if (snap != null) {
        streets.path(node, streets.nodeAt(snap), Math.max(1, streets.steps(access.doorMillis(snap))), EvacuationStreets.UNLIMITED,
            snap.street());
      }
      return node;
    }

    private void join(int node, int district, int step, int people) {
      ready.computeIfAbsent(node, none -> new TreeMap<>()).computeIfAbsent(district, none -> new TreeMap<>())
          .merge(step, people, Integer::sum);
    }

    private List<Shelter> shelters() {
      var shelters = new ArrayList<Shelter>();
      for (int shelter = 0; shelter < gates.size(); shelter++) {
        shelters.add(new Shelter(access.counts(shelter) ? room(shelter) : 0, gates.get(shelter).entrySet().stream()
            .map(gate -> new Gate(gate.getKey(), gate.getValue())).toList()));
      }
      return shelters;
    }

    private int room(int shelter) {
      var given = question.shelters().get(shelter).shelter();
      if (given.capacity() != null) {
        return given.capacity();
      }
      if (reading == Unknowns.PESSIMISTIC) {
        return 0;
      }
      var area = asked.snapshot().areaM2(given.geometry());
      int everybody = Arrays.stream(asked.snapshot().places().people()).sum();
      return area == null ? everybody : (int) Math.min(everybody, area / asked.terms().figure("shelter.m2PerPerson"));
    }
  }
}
