package org.commonground.evacuation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/** Counts what becomes of everybody in a simulation. */
final class QueueTally {

  private final EvacuationProblem problem;
  private final int[] room;
  private final int[] turnedAway;
  private final int[] mostWaiting;
  private int[] arrivals = new int[64];
  private final ArrivalList arrived = new ArrivalList();
  private int clearanceSteps;
  private int arrivedNow;
  private int placed;
  private int caught;
  private int withoutRoom;
  private int noWay;
  private int onTheWay;
  private int atHome;

  QueueTally(EvacuationProblem problem) {
    this.problem = problem;
    room = problem.shelters().stream().mapToInt(EvacuationProblem.Shelter::room).toArray();
    turnedAway = new int[room.length];
    mostWaiting = new int[problem.network().arcCount()];
  }

  void begin(List<Walker> walkers) {
    onTheWay = walkers.stream().mapToInt(walker -> walker.people).sum();
    atHome = problem.totalPeople() - onTheWay;
  }

  int onTheWay() {
    return onTheWay;
  }

  int caught() {
    return caught;
  }

  int room(int shelter) {
    return room[shelter];
  }

  int placed() {
    return placed;
  }

  int atHome() {
    return atHome;
  }

  int[] inShelters() {
    var inShelter = new int[room.length];
    Arrays.setAll(inShelter, shelter -> problem.shelters().get(shelter).room() - room[shelter]);
    return inShelter;
  }

  void arrived(Walker walker, int shelter, int step) {
    int people = walker.people;
    arrived.add(step, walker.source, shelter, people);
    room[shelter] -= people;
    placed += people;
    onTheWay -= people;
    arrivedNow += people;
  }

  void caught(Walker walker) {
    caught += walker.people;
    onTheWay -= walker.people;
  }

  void giveUp(Walker walker) {
    onTheWay -= walker.people;
    if (walker.full() == null) {
      noWay += walker.people;
    } else {
      withoutRoom += walker.people;
    }
  }

  void turnedAway(int shelter, int people) {
    turnedAway[shelter] += people;
  }

  void waiting(int arc, ArrayDeque<Walker> queue, int step) {
    int waiting = 0;
    for (var walker : queue) {
      if (walker.there > step) {
        break;
      }
      waiting += walker.people;
    }
    mostWaiting[arc] = Math.max(mostWaiting[arc], waiting);
  }

  void end(int step) {
    if (arrivedNow > 0) {
      if (step >= arrivals.length) {
        arrivals = Arrays.copyOf(arrivals, 2 * step);
      }
      arrivals[step] = arrivedNow;
      clearanceSteps = step + 1;
      arrivedNow = 0;
    }
  }

  QueueResult result() {
    return new QueueResult(clearanceSteps, placed, caught, withoutRoom, noWay, onTheWay, atHome,
        Arrays.copyOf(arrivals, clearanceSteps), inShelters(), turnedAway, mostWaiting, arrived.all());
  }
}
