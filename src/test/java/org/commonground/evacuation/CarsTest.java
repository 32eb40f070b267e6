package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.junit.jupiter.api.Test;

class CarsTest {

  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);

  private static int[] never(int count) {
    var never = new int[count];
    Arrays.fill(never, EvacuationNetwork.NEVER);
    return never;
  }

  /** A street of 200 s with one lane of 1,000 cars an hour: as many as can pass take 15 % longer, twice as many 3.4 times as long. */
  @Test
  void theFormula() {
    var streets = new CarStreets(2, new int[] {0}, new int[] {1}, new double[] {200}, new double[] {1}, 1_000, 0.15, 4);
    assertEquals(200, streets.seconds(0, 0));
    assertEquals(230, streets.seconds(0, 1_000), 1e-9);
    assertEquals(200 * 3.4, streets.seconds(0, 2_000), 1e-9);
    var network = streets.network(18, never(1), never(2));
    assertEquals(11, network.travelSteps(CarStreets.FREE, 0));
    assertEquals(13, network.travelSteps(CarStreets.FULL, 0));
    assertEquals(5, network.peoplePerStep(0));
  }

  /** 50 cars leave in ten steps of five: the last leaves at step 9, is there at step 22 on a full street, 20 on an empty one. */
  @Test
  void planAndBound() {
    var streets = new CarStreets(2, new int[] {0}, new int[] {1}, new double[] {200}, new double[] {1}, 1_000, 0.15, 4);
    var problem = new EvacuationProblem(18, streets.network(18, never(1), never(2)), List.of(Source.immediate(0, 50)),
        List.of(new Shelter(99, List.of(new Gate(1, 99)))));
    var plan = CarPlan.solve(problem, ENOUGH);
    assertEquals(23, plan.plan().clearanceSteps());
    assertEquals(21, plan.lowerBoundSteps());
    EvacuationCheck.valid(problem.atPace(CarStreets.FULL), plan.plan(), "cars");
  }

  /** Two equal streets share the cars; a third, so slow that nobody wants it, has none. */
  @Test
  void equalStreetsShare() {
    var streets = new CarStreets(2, new int[] {0, 0, 0}, new int[] {1, 1, 1}, new double[] {100, 100, 900}, new double[] {1, 1, 1}, 1_000,
        0.15, 4);
    var assigned = TrafficAssignment.assign(streets, new int[] {0}, new double[] {2_000}, new int[] {1}, 1e-6, 1_000);
    assertEquals(1_000, assigned.carsPerHour()[0], 0.1);
    assertEquals(0, assigned.carsPerHour()[2], 0.1);
    assertEquals(115, assigned.meanSeconds(), 0.1);
    assertEquals(1, assigned.mostOfLimit(), 1e-3);
  }

  /**
   * Braess (1968) with power 1: two ways, each of a street that slows with the cars (10 s at 1,000 an hour on top of nearly nothing)
   * and one that does not (15 s); a short cut joins the two slow ones. With it all take the short cut and need 20 s, without it 20 s
   * at most: opening a street helps nobody.
   */
  @Test
  void aShortCutThatHelpsNobody() {
    var tail = new int[] {0, 1, 0, 2, 1};
    var head = new int[] {1, 3, 2, 3, 2};
    var free = new double[] {0.001, 15, 15, 0.001, 0.001};
    var with = new CarStreets(4, tail, head, free, new double[] {1, 1e9, 1e9, 1, 1e9}, 1_000, 10_000, 1);
    var without = new CarStreets(4, tail, head, free, new double[] {1, 1e9, 1e9, 1, 0}, 1_000, 10_000, 1);
    var open = TrafficAssignment.assign(with, new int[] {0}, new double[] {1_000}, new int[] {3}, 1e-4, 10_000);
    var closed = TrafficAssignment.assign(without, new int[] {0}, new double[] {1_000}, new int[] {3}, 1e-4, 10_000);
    assertEquals(20, open.meanSeconds(), 0.2);
    assertEquals(20, closed.meanSeconds(), 0.2);
    assertEquals(500, closed.carsPerHour()[0], 5);
    assertTrue(open.carsPerHour()[4] > 950);
  }

  /** All cars arrive; no way used is slower than the quickest by more than the gap says; cars without a way are counted. */
  @Test
  void equilibriumInRandomTowns() {
    for (long seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      int nodes = 3 + random.nextInt(8);
      int arcs = 3 * nodes;
      var streets = new CarStreets(nodes, random.ints(arcs, 0, nodes).toArray(), random.ints(arcs, 0, nodes).toArray(),
          random.doubles(arcs, 5, 100).toArray(), random.ints(arcs, 0, 4).asDoubleStream().toArray(), 1_000, 0.15, 4);
      var from = random.ints(3, 0, nodes).toArray();
      var cars = random.doubles(3, 0, 3_000).toArray();
      int exit = random.nextInt(nodes);
      var assigned = TrafficAssignment.assign(streets, from, cars, new int[] {exit}, 1e-3, 5_000);
      var what = "seed " + seed;
      assertTrue(assigned.gap() <= 1e-3, what + ": " + assigned.gap());
      var there = new double[nodes];
      double all = 0;
      double quickest = 0;
      for (int source = 0; source < 3; source++) {
        if (Double.isFinite(assigned.tripSeconds()[source])) {
          there[from[source]] += cars[source];
          quickest += cars[source] * assigned.tripSeconds()[source];
        }
      }
      for (int arc = 0; arc < arcs; arc++) {
        there[streets.tail()[arc]] -= assigned.carsPerHour()[arc];
        there[streets.head()[arc]] += assigned.carsPerHour()[arc];
        if (assigned.carsPerHour()[arc] > 0) {
          assertTrue(streets.lanes()[arc] > 0, what);
          all += assigned.carsPerHour()[arc] * streets.seconds(arc, assigned.carsPerHour()[arc]);
        }
      }
      for (int node = 0; node < nodes; node++) {
        assertEquals(node == exit ? Arrays.stream(cars).sum() - assigned.noWay() : 0, there[node], 1e-6, what);
      }
      assertTrue(all - quickest <= 1.001e-3 * all + 1e-6, what + ": cars drive ways that are too slow");
    }
  }

  /**
   * One way out of one lane, and one lane in that nobody needs: turned round, it halves the queue. 40 cars, one a step, out at steps 2
   * to 41; two a step, at steps 2 to 21. The bound is the same.
   */
  @Test
  void theLaneThatNobodyNeeds() {
    var network = new EvacuationNetwork(2, new int[] {0, 1}, new int[] {1, 0}, new int[] {2, 2}, new int[] {1, 1}, never(2), never(2));
    var problem = new EvacuationProblem(18, network, List.of(Source.immediate(0, 40)), List.of(new Shelter(99, List.of(new Gate(1, 9)))));
    var turned = Contraflow.solve(problem, new int[] {1, 0}, 9, ENOUGH);
    assertEquals(42, turned.before().clearanceSteps());
    assertEquals(22, turned.after().clearanceSteps());
    assertEquals(22, turned.lowerBoundSteps());
    assertEquals(List.of(0), turned.gains());
    assertTrue(turned.settled());
    assertEquals(List.of(), Contraflow.solve(problem, new int[] {1, 0}, 0, ENOUGH).gains());
  }

  /** Turned streets keep all limits; never worse than before; the bound never above the best of all choices, tried one by one. */
  @Test
  void contraflowInRandomTowns() {
    int helped = 0;
    int best = 0;
    int towns = 0;
    for (long seed = 0; seed < 120; seed++) {
      var random = new Random(seed);
      int nodes = 3 + random.nextInt(3);
      int streets = 4;
      var tail = new int[2 * streets];
      var head = new int[2 * streets];
      var steps = new int[2 * streets];
      var cars = new int[2 * streets];
      var opposite = new int[2 * streets];
      for (int street = 0; street < streets; street++) {
        int one = random.nextInt(nodes);
        int other = (one + 1 + random.nextInt(nodes - 1)) % nodes;
        int time = 1 + random.nextInt(3);
        for (int way = 0; way < 2; way++) {
          tail[2 * street + way] = way == 0 ? one : other;
          head[2 * street + way] = way == 0 ? other : one;
          steps[2 * street + way] = time;
          cars[2 * street + way] = 1 + random.nextInt(2);
          opposite[2 * street + way] = 2 * street + 1 - way;
        }
      }
      var problem = new EvacuationProblem(18, new EvacuationNetwork(nodes, tail, head, steps, cars, never(8), never(nodes)),
          List.of(Source.immediate(0, 12), Source.immediate(1, 12)),
          List.of(new Shelter(20, List.of(new Gate(nodes - 1, 5))), new Shelter(20, List.of(new Gate(random.nextInt(nodes), 1)))));
      var what = "seed " + seed;
      var turned = Contraflow.solve(problem, opposite, 9, ENOUGH);
      EvacuationCheck.valid(problem, turned.before(), what);
      EvacuationCheck.valid(turned(problem, cars, opposite, turned.gains()), turned.after(), what);
      int optimum = Integer.MAX_VALUE;
      for (int choice = 0; choice < 81; choice++) {
        var gains = new ArrayList<Integer>();
        for (int street = 0, rest = choice; street < streets; street++, rest /= 3) {
          if (rest % 3 > 0) {
            gains.add(2 * street + rest % 3 - 1);
          }
        }
        var all = turned(problem, cars, opposite, gains);
        if (EvacuationPeer.placedWithin(all, 60) == turned.after().placed()) {
          optimum = Math.min(optimum, EvacuationPeer.clearance(all, turned.after().placed(), 60));
        }
      }
      assertTrue(turned.lowerBoundSteps() <= optimum && optimum <= turned.after().clearanceSteps(), what);
      assertTrue(turned.after().placed() > turned.before().placed()
          || turned.after().clearanceSteps() <= turned.before().clearanceSteps(), what);
      towns++;
      helped += turned.gains().isEmpty() ? 0 : 1;
      best += optimum == turned.after().clearanceSteps() ? 1 : 0;
    }
    assertTrue(helped > 30 && best > 0.8 * towns, helped + " towns gain, " + best + " of " + towns + " choices are the best");
  }

  private static EvacuationProblem turned(EvacuationProblem problem, int[] cars, int[] opposite, List<Integer> gains) {
    var people = cars.clone();
    for (int arc : gains) {
      people[arc] += cars[opposite[arc]];
      people[opposite[arc]] = 0;
    }
    return new EvacuationProblem(18, problem.network().with(people), problem.sources(), problem.shelters());
  }

  /** 8 m with two lanes of 3 m: both open beside 2 m. 5 m: one, beside 2 m. 4 m: people on foot alone. */
  @Test
  void onFootGoesFirst() {
    assertEquals(new SharedStreet(2, 2), SharedStreet.of(8, 2, 3, 1.5));
    assertEquals(new SharedStreet(1, 2), SharedStreet.of(5, 2, 3, 1.5));
    assertEquals(new SharedStreet(0, 4), SharedStreet.of(4, 2, 3, 1.5));
    assertEquals(new SharedStreet(0, 8), SharedStreet.of(8, 0, 3, 1.5));
    assertThrows(IllegalArgumentException.class, () -> SharedStreet.of(Double.NaN, 2, 3, 1.5));
  }
}
