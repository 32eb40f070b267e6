package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.commonground.coverage.Access;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.evacuation.EvacuationNetwork;
import org.commonground.evacuation.EvacuationProblem;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.network.Snap;
import org.commonground.network.Unknowns;
import org.commonground.plan.Asked;

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
 * @param noStreet people by district and group who have no street near enough
 * @param trapped  people by district and group in closed ground
 * @param zeroWidth streets that nobody can be led through, because nothing is left of their width
 */
record EvacuationModel(Unknowns reading, EvacuationStreets.Built streets, EvacuationProblem problem, List<People> sources,
    int[][] noStreet, int[][] trapped, int zeroWidth) {

  /**
   * @param district the last number is the ground outside every district
   * @param group    index of the walkers of the question
   */
  record People(int node, int district, int group) {
  }

  static EvacuationModel of(EvacuationChoice question, Unknowns reading) {
    return new Builder(question, reading).build();
  }

  /** People who are in no source. */
  int outside() {
    return sum(noStreet) + sum(trapped);
  }

  static int sum(int[][] people) {
    return Arrays.stream(people).flatMapToInt(Arrays::stream).sum();
  }

  /** So many steps. */
  int seconds(int steps) {
    return steps * problem.stepSeconds();
  }

  private static final class Builder {

    private final EvacuationChoice question;
    private final Asked asked;
    private final Unknowns reading;
    private final List<Walkers> walkers;
    private final List<Access> access;
    private final EvacuationWidths widths;
    private final EvacuationTimes times;
    private final EvacuationStreets streets;
    private final int[] leaving;
    private int left;
    private final List<TreeMap<Integer, Integer>> gates = new ArrayList<>();
    /** By node, then district and group, then step: people who get ready. */
    private final TreeMap<Integer, TreeMap<Integer, TreeMap<Integer, Integer>>> ready = new TreeMap<>();
    private final int[][] noStreet;
    private final int[][] trapped;

    private Builder(EvacuationChoice question, Unknowns reading) {
      this.question = question;
      this.reading = reading;
      asked = question.asked();
      walkers = question.walkers();
      access = walkers.stream().map(some -> some.reach().access(reading)).toList();
      times = new EvacuationTimes(question.timed(), asked.city().streets(), reading);
      widths = new EvacuationWidths(asked.terms(), question.stepSeconds(), reading, question.carRules());
      streets = new EvacuationStreets(access.stream().map(Access::graph).toList(), widths, times);
      leaving = question.leaving(walkers.stream().mapToInt(some -> Arrays.stream(some.people()).sum()).sum(), question.stepSeconds());
      noStreet = new int[question.districts()][walkers.size()];
      trapped = new int[question.districts()][walkers.size()];
    }

    private EvacuationModel build() {
      for (int shelter = 0; shelter < question.shelters().size(); shelter++) {
        gates.add(new TreeMap<>());
        enter(shelter);
      }
      var districts = asked.snapshot().places().district();
      for (int group = 0; group < walkers.size(); group++) {
        var people = walkers.get(group).people();
        for (int place = 0; place < people.length; place++) {
          if (people[place] > 0) {
            put(place, people[place], districts[place] < 0 ? noStreet.length - 1 : districts[place], group);
          }
        }
      }
      var built = streets.build();
      var sources = new ArrayList<Source>();
      var told = new ArrayList<People>();
      ready.forEach((node, byKind) -> byKind.forEach((kind, bySteps) -> {
        var people = new int[bySteps.lastKey() + 1];
        bySteps.forEach((step, some) -> people[step] = some);
        int group = kind % walkers.size();
        sources.add(new Source(node, people, built.pace()[group]));
        told.add(new People(node, kind / walkers.size(), group));
      }));
      return new EvacuationModel(reading, built, new EvacuationProblem(question.stepSeconds(), built.network(), sources, shelters()), told,
          noStreet, trapped, zeroWidth());
    }

    private int zeroWidth() {
      return (int) asked.city().streets().streets().stream().filter(street -> widths.effectiveMetres(street) == 0
          && access.stream().anyMatch(some -> some.graph().passable(street.id()))).count();
    }

    /** Crossings of one street at the same step are one gate; those of several streets at a junction add up. */
    private void enter(int shelter) {
      var doors = new TreeMap<Long, int[]>();
      var people = new TreeMap<Long, Integer>();
      for (int group = 0; group < access.size(); group++) {
        for (var entry : access.get(group).entries(shelter)) {
          long key = (long) streets.nodeAt(entry.snap()) << 32 | entry.snap().street();
          var steps = doors.computeIfAbsent(key, none -> filled(EvacuationNetwork.NEVER));
          steps[group] = Math.min(steps[group], streets.steps(entry.offsetMillis()));
          people.put(key, widths.gatePeoplePerStep(asked.city().streets().street(entry.snap().street()), question.design()));
        }
      }
      doors.forEach((key, steps) -> {
        int node = (int) (key >> 32);
        if (Arrays.stream(steps).min().getAsInt() > 0) {
          int door = streets.newNode(streets.lon(node), streets.lat(node));
          streets.path(node, door, steps, key.intValue());
          node = door;
        }
        gates.get(shelter).merge(node, people.get(key), Integer::sum);
      });
    }

    private int[] filled(int steps) {
      var all = new int[access.size()];
      Arrays.fill(all, steps);
      return all;
    }

    private void put(int place, int people, int district, int group) {
      var places = asked.snapshot().places();
      double lon = places.lon()[place];
      double lat = places.lat()[place];
      var mine = access.get(group);
      var snap = mine.place(place);
      var around = mine.traps(place) ? List.<Integer>of() : mine.around(lon, lat);
      if (mine.traps(place)) {
        trapped[district][group] += people;
        left += people;
      } else if (!around.isEmpty()) {
        join(inside(lon, lat, around, snap, group), district, group, 0, people, times.placeCloses(lon, lat));
      } else if (snap == null) {
        noStreet[district][group] += people;
        left += people;
      } else {
        var inShelters = mine.around(snap.lon(), snap.lat());
        int node = inShelters.isEmpty() ? streets.nodeAt(snap) : inside(snap.lon(), snap.lat(), inShelters, snap, group);
        join(node, district, group, streets.steps(mine.doorMillis(snap)), people, times.placeCloses(lon, lat));
      }
    }

    /** On the ground of shelters, with a way out of it where there is a street. */
    private int inside(double lon, double lat, List<Integer> shelters, Snap snap, int group) {
      int node = streets.newNode(lon, lat);
      shelters.forEach(shelter -> gates.get(shelter).put(node, EvacuationStreets.UNLIMITED));
      if (snap != null) {
        streets.path(node, streets.nodeAt(snap), filled(Math.max(1, streets.steps(access.get(group).doorMillis(snap)))), snap.street());
      }
      return node;
    }

    /**
     * @param door   steps from the door to the street
     * @param closes when the hazard is at the door: who has not come to the street by then does not
     */
    private void join(int node, int district, int group, int door, int people, int closes) {
      int wait = question.waitSteps()[district] + door;
      if (leaving.length == 0) {
        ready(node, district, group, wait, people, closes);
        return;
      }
      for (int person = 0; person < people; person++) {
        ready(node, district, group, leaving[left++] + wait, 1, closes);
      }
    }

    private void ready(int node, int district, int group, int step, int people, int closes) {
      if (step >= closes) {
        trapped[district][group] += people;
      } else {
        ready.computeIfAbsent(node, none -> new TreeMap<>()).computeIfAbsent(district * walkers.size() + group, none -> new TreeMap<>())
            .merge(step, people, Integer::sum);
      }
    }

    private List<Shelter> shelters() {
      var shelters = new ArrayList<Shelter>();
      for (int shelter = 0; shelter < gates.size(); shelter++) {
        shelters.add(new Shelter(access.get(0).counts(shelter) ? room(shelter) : 0, gates.get(shelter).entrySet().stream()
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
