package org.commonground.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.commonground.coverage.CoverageProblem;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.PlacementCheck;
import org.commonground.coverage.PlacementPeer;
import org.commonground.coverage.PlacementProblem;
import org.commonground.coverage.PlacementSolver;
import org.commonground.coverage.Reach;
import org.commonground.coverage.ReachTable;
import org.commonground.coverage.ShelterSite;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Ours and the peers on people beside the streets: who is in time from their doors, and who finds room. */
final class PeerPlaces {

  private static final int COUNT = 100_000;
  private static final double ROOM = 1.05;

  private final StreetNetwork streets;
  private final int rounds;

  PeerPlaces(StreetNetwork streets, int rounds) {
    this.streets = streets;
    this.rounds = rounds;
  }

  private CoverageProblem problem(int[] from) {
    var geometries = new GeometryFactory();
    var sites = Arrays.stream(from).mapToObj(node -> new ShelterSite(
        geometries.createPoint(new Coordinate(streets.nodeLon(node), streets.nodeLat(node))), null)).toList();
    return new CoverageProblem(streets, PeerBenchmark.ADULT, WhatIfBenchmark.people(streets, new Random(1), COUNT), 1, sites);
  }

  /**
   * @param peer with its index made
   * @param set  number of these sources there
   */
  void coverage(int[] from, GraphHopperTrees peer, int set) {
    var problem = problem(from);
    var places = problem.places();
    double speed = PeerBenchmark.ADULT.speedMetresPerSecond();
    new Contest(String.format(Locale.ROOT, "coverage of %,d places from their doors, within 30 minutes: ours with all counts and gaps, "
        + "the other only who is in time", COUNT))
        .with(PeerBenchmark.OURS, () -> CoverageSolver.solve(Reach.of(problem), PeerBenchmark.HALF_HOUR))
        .with("GraphHopper, location index and a tree for each shelter",
            () -> peer.covered(places, peer.apart(from, PeerBenchmark.HALF_HOUR), speed, PeerBenchmark.HALF_HOUR))
        .with("GraphHopper, location index and one tree",
            () -> peer.covered(places, peer.together(set, PeerBenchmark.HALF_HOUR), speed, PeerBenchmark.HALF_HOUR)).run(rounds);
    System.out.printf(Locale.ROOT, "  people in time: ours %,d, GraphHopper %,d of %,d%n",
        CoverageSolver.solve(Reach.of(problem), PeerBenchmark.HALF_HOUR).total().covered(),
        peer.covered(places, peer.together(set, PeerBenchmark.HALF_HOUR), speed, PeerBenchmark.HALF_HOUR),
        Arrays.stream(places.people()).asLongStream().sum());
  }

  /** Rooms by chance, together a twentieth more than people. */
  void placement(int[] from) {
    var reach = Reach.of(problem(from));
    var people = reach.problem().places().people();
    long total = Arrays.stream(people).asLongStream().sum();
    var share = new Random(5).doubles(from.length, 0.2, 1.2).toArray();
    double shares = Arrays.stream(share).sum();
    var capacity = Arrays.stream(share).mapToInt(one -> (int) (total * ROOM * one / shares)).toArray();
    long start = System.nanoTime();
    var table = ReachTable.of(reach, Unknowns.PESSIMISTIC, PeerBenchmark.HALF_HOUR);
    double reaching = (System.nanoTime() - start) / 1e9;
    var problem = new PlacementProblem(people, capacity, table);
    var result = PlacementSolver.solve(problem);
    PlacementCheck.optimal(problem, result, "Porto");
    var costs = new long[1];
    new Contest(String.format(Locale.ROOT, "%n-- %,d people of %,d places into %d shelters with room for %.2f of them, %,d walks within "
        + "30 minutes (found in %.0f ms)", total, people.length, from.length, ROOM, table.entryCount(), 1e3 * reaching))
        .with(PeerBenchmark.OURS, () -> PlacementSolver.solve(problem))
        .withTimed("OR-Tools, min-cost flow", () -> {
          var flow = PlacementPeer.flow(problem);
          return Contest.seconds(() -> costs[0] = PlacementPeer.leastCost(flow));
        }).run(rounds);
    System.out.printf(Locale.ROOT, "  placed %,d, not placed %,d; costs %s%n", result.placement().placed(), result.placement().left(),
        costs[0] == PlacementPeer.cost(problem, result.placement()) ? "equal" : "DIFFER");
  }
}
