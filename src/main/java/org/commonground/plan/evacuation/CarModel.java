package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.coverage.Access;
import org.commonground.coverage.Reach;
import org.commonground.evacuation.CarStreets;
import org.commonground.evacuation.EvacuationNetwork;
import org.commonground.evacuation.EvacuationProblem;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.network.Snapper;
import org.commonground.network.Unknowns;
import org.commonground.plan.Asked;

/**
 * Those who drive, as the engine wants them: cars at junctions, streets with lanes, exits without a limit. Widths are those of the
 * unfavourable reading, and streets that a hazard or the scenario closes or slows are closed.
 *
 * <ol>
 *   <li>Each place's drivers join the nearest open street for cars, at its nearer end; those of one junction and district share cars. A car
 *       is ready when the last of them can be there.
 *   <li>Streets that close later close for cars too; whoever is not out of the door by then is trapped.
 * </ol>
 *
 * @param street   of each arc
 * @param backward whether an arc runs from the street's last point to its first
 * @param opposite the arc that leads back
 * @param exits    node of each shelter of the problem
 * @param people   of each source, those whose car sets out
 * @param noStreet people who have no street for cars near enough
 * @param trapped  people in closed ground, or reached by the hazard before they leave
 */
record CarModel(CarStreets roads, EvacuationProblem problem, int[] street, boolean[] backward, int[] opposite, int[] exits, int[] people,
    int cars, int noStreet, int trapped) {

  static final int UNLIMITED = EvacuationStreets.UNLIMITED;

  static CarModel of(EvacuationChoice question) {
    return new Builder(question).build();
  }

  /** People in so many of the cars of a source, full ones first. */
  static int inCars(int cars, double perCar, int people) {
    return (int) Math.min(people, Math.floor(cars * perCar + 1e-9));
  }

  private static final class Builder {

    private final EvacuationChoice question;
    private final Asked asked;
    private final Drivers drivers;
    private final CarRules rules;
    private final int stepSeconds;
    private final EvacuationTimes times;
    private final boolean[] open;
    private final List<Integer> street = new ArrayList<>();
    private final List<Double> lanes = new ArrayList<>();
    /** By node and then district. */
    private final TreeMap<Long, Joined> joined = new TreeMap<>();
    private int noStreet;
    private int trapped;
    private int cars;

    private static final class Joined {
      private int people;
      private double doorSeconds;
      private int closes = EvacuationNetwork.NEVER;
    }

    private Builder(EvacuationChoice question) {
      this.question = question;
      asked = question.asked();
      drivers = question.drivers();
      rules = new CarRules(asked.terms());
      stepSeconds = rules.stepSeconds();
      times = new EvacuationTimes(question.timed(), asked.city().streets(), Unknowns.PESSIMISTIC);
      open = drivers.exits().drives().clone();
      var obstacles = question.walkers().get(0).reach().problem().circumstances().obstacles(Unknowns.PESSIMISTIC);
      for (int id = 0; id < open.length; id++) {
        open[id] &= obstacles.speedLeft(id) == 1;
      }
    }

    private CarModel build() {
      streets();
      var roads = roads();
      var districts = asked.snapshot().places().district();
      var snapper = drivers.exits().snapper(open);
      for (int group = 0; group < drivers.people().length; group++) {
        var access = question.walkers().get(group).reach().access(Unknowns.PESSIMISTIC);
        for (int place = 0; place < districts.length; place++) {
          if (drivers.people()[group][place] > 0) {
            put(place, drivers.people()[group][place], districts[place] < 0 ? question.districts() - 1 : districts[place], access, snapper);
          }
        }
      }
      var sources = new ArrayList<Source>();
      var people = new ArrayList<Integer>();
      sources(sources, people);
      var streets = asked.city().streets();
      var nodeCloses = IntStream.range(0, streets.nodeCount()).map(node -> steps(times.placeCloses(streets.nodeLon(node), streets.nodeLat(node))))
          .toArray();
      var arcCloses = street.stream().mapToInt(id -> steps(times.streetCloses(id))).toArray();
      var exits = drivers.exits().exits().keySet().stream().mapToInt(Integer::intValue).toArray();
      var out = IntStream.of(exits).mapToObj(node -> new Shelter(cars, List.of(new Gate(node, UNLIMITED)))).toList();
      var backward = new boolean[street.size()];
      for (int arc = 1; arc < backward.length; arc += 2) {
        backward[arc] = true;
      }
      return new CarModel(roads, new EvacuationProblem(stepSeconds, roads.network(stepSeconds, arcCloses, nodeCloses), sources, out),
          street.stream().mapToInt(Integer::intValue).toArray(), backward, IntStream.range(0, backward.length).map(arc -> arc ^ 1).toArray(),
          exits, people.stream().mapToInt(Integer::intValue).toArray(), cars, noStreet, trapped);
    }

    /** A pair of arcs for each street with at least one lane; the others are closed to cars. */
    private void streets() {
      var widths = new EvacuationWidths(asked.terms(), question.stepSeconds(), Unknowns.PESSIMISTIC, null);
      for (var each : asked.city().streets().streets()) {
        int all = open[each.id()] ? rules.share(each, widths.metres(each)).lanes() : 0;
        open[each.id()] = all > 0;
        for (int way = 0; way < 2 && all > 0; way++) {
          street.add(each.id());
          lanes.add(all / 2.0);
        }
      }
    }

    private CarStreets roads() {
      var streets = asked.city().streets();
      int arcs = street.size();
      var tail = new int[arcs];
      var head = new int[arcs];
      var free = new double[arcs];
      for (int arc = 0; arc < arcs; arc++) {
        var each = streets.street(street.get(arc));
        tail[arc] = arc % 2 == 0 ? each.from() : each.to();
        head[arc] = arc % 2 == 0 ? each.to() : each.from();
        free[arc] = rules.freeSeconds(each);
      }
      return new CarStreets(streets.nodeCount(), tail, head, free, lanes.stream().mapToDouble(Double::doubleValue).toArray(),
          asked.terms().figure("evacuation.carsPerHourPerLane"), asked.terms().figure("evacuation.bprShare"),
          asked.terms().figure("evacuation.bprPower"));
    }

    /** Steps of people on foot as steps of cars, not later. */
    private int steps(int walkingSteps) {
      return walkingSteps == EvacuationNetwork.NEVER ? walkingSteps : (int) ((long) walkingSteps * question.stepSeconds() / stepSeconds);
    }

    private void put(int place, int people, int district, Access access, Snapper snapper) {
      var places = asked.snapshot().places();
      double lon = places.lon()[place];
      double lat = places.lat()[place];
      if (access.traps(place)) {
        trapped += people;
        return;
      }
      var snap = snapper.snap(lon, lat, Reach.ACCESS_LIMIT_METRES);
      if (snap.isEmpty()) {
        noStreet += people;
        return;
      }
      int node = CarExits.nearerEnd(asked.city().streets().street(snap.get().street()), snap.get());
      var with = joined.computeIfAbsent((long) node * question.districts() + district, none -> new Joined());
      with.people += people;
      with.doorSeconds = Math.max(with.doorSeconds, access.doorMillis(snap.get()) / 1000.0);
      with.closes = Math.min(with.closes, steps(times.placeCloses(lon, lat)));
    }

    private void sources(List<Source> sources, List<Integer> people) {
      double perCar = rules.personsPerCar();
      var count = new int[joined.size()];
      int next = 0;
      for (var each : joined.values()) {
        count[next] = (int) Math.ceil(each.people / perCar - 1e-9);
        cars += count[next++];
      }
      var leaving = question.leaving(cars, stepSeconds);
      int left = 0;
      next = 0;
      for (var each : joined.entrySet()) {
        var with = each.getValue();
        int district = (int) (each.getKey() % question.districts());
        int wait = (int) Math.ceil(((double) question.waitSteps()[district] * question.stepSeconds() + with.doorSeconds) / stepSeconds - 1e-9);
        var ready = new TreeMap<Integer, Integer>();
        int inTime = 0;
        for (int car = 0; car < count[next]; car++) {
          int step = wait + (leaving.length == 0 ? 0 : leaving[left++]);
          if (step < with.closes) {
            ready.merge(step, 1, Integer::sum);
            inTime++;
          }
        }
        int driving = inCars(inTime, perCar, with.people);
        trapped += with.people - driving;
        next++;
        if (inTime > 0) {
          var steps = new int[ready.lastKey() + 1];
          ready.forEach((step, some) -> steps[step] = some);
          sources.add(new Source((int) (each.getKey() / question.districts()), steps, CarStreets.FULL));
          people.add(driving);
        }
      }
    }
  }
}
