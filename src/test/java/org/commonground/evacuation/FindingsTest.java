package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.junit.jupiter.api.Test;

/** What is asked in vain is answered, by the findings, the plan and the simulation alike. */
class FindingsTest {

  private static final int NEVER = EvacuationNetwork.NEVER;
  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);

  private static EvacuationNetwork network(int[] tail, int[] head, int[] people, int[] closes, int... nodeCloses) {
    var steps = new int[tail.length];
    Arrays.fill(steps, 2);
    return new EvacuationNetwork(nodeCloses.length, tail, head, steps, people, closes, nodeCloses);
  }

  private static EvacuationResult solve(EvacuationProblem problem) {
    var result = EvacuationSolver.solve(problem, ENOUGH);
    EvacuationCheck.valid(problem, result, "drawn");
    return result;
  }

  private static QueueResult alone(EvacuationProblem problem) {
    var storage = new int[problem.network().arcCount()];
    Arrays.fill(storage, 99);
    return QueueSimulation.run(new QueueProblem(problem, storage, null, 1, 1_000));
  }

  /** The water is at node 0 from the first second; who lives at 1 gets away. A street under water lets nobody in. */
  @Test
  void aHazardFromTheFirstSecond() {
    var network = network(new int[] {0, 1, 3}, new int[] {2, 2, 2}, new int[] {5, 5, 5}, new int[] {NEVER, NEVER, 0}, 0, NEVER, NEVER, NEVER);
    var problem = new EvacuationProblem(10, network, List.of(Source.immediate(0, 3), Source.immediate(1, 4), Source.immediate(3, 2)),
        List.of(new Shelter(50, List.of(new Gate(2, 9)))));
    var findings = Findings.of(problem);
    assertEquals(List.of(0), findings.hazardFromStart());
    assertEquals(3, findings.peopleInHazard());
    assertEquals(2, findings.closedArcs());
    assertEquals(0, findings.peopleWithoutWay());
    var result = solve(problem);
    assertEquals(4, result.placed());
    assertEquals(5, result.notPlaced().cutOff());
    var run = alone(problem);
    assertEquals(4, run.placed());
    assertEquals(3, run.caught());
    assertEquals(2, run.noWay());
  }

  /** A shelter whose own gate is under water is closed; one without a gate is off the network. Neither has places. */
  @Test
  void sheltersOfNoUse() {
    var network = network(new int[] {0, 0}, new int[] {1, 2}, new int[] {5, 5}, new int[] {NEVER, NEVER}, NEVER, NEVER, 0);
    var problem = new EvacuationProblem(10, network, List.of(Source.immediate(0, 4)), List.of(new Shelter(9, List.of()),
        new Shelter(9, List.of(new Gate(2, 9))), new Shelter(0, List.of(new Gate(1, 9))), new Shelter(3, List.of(new Gate(1, 9)))));
    var findings = Findings.of(problem);
    assertEquals(List.of(0), findings.offNetwork());
    assertEquals(List.of(1), findings.closedShelters());
    assertEquals(List.of(2), findings.fullShelters());
    assertEquals(3, findings.places());
    assertEquals(1, findings.placesMissing());
    var result = solve(problem);
    assertEquals(1, result.notPlaced().noRoom());
    assertEquals(1, Arrays.stream(result.notPlaced().placesMissing()).sum());
    assertEquals(1, alone(problem).withoutRoom());
  }

  /** Streets without width lead nowhere: no way, not a wait without end. */
  @Test
  void zeroWidthStreets() {
    var network = network(new int[] {0}, new int[] {1}, new int[] {0}, new int[] {NEVER}, NEVER, NEVER);
    var problem = new EvacuationProblem(10, network, List.of(Source.immediate(0, 4)), List.of(new Shelter(9, List.of(new Gate(1, 9)))));
    var findings = Findings.of(problem);
    assertEquals(1, findings.closedArcs());
    assertEquals(List.of(0), findings.deadEnds());
    assertEquals(4, findings.peopleWithoutWay());
    assertEquals(4, solve(problem).notPlaced().noWay());
    assertEquals(4, alone(problem).noWay());
  }

  /** Ten people, four places at 1 and two at 2: four have no place; they are missing at the nearer shelter of each source. */
  @Test
  void capacityBelowPeople() {
    var network = network(new int[] {0, 1}, new int[] {1, 2}, new int[] {5, 5}, new int[] {NEVER, NEVER}, NEVER, NEVER, NEVER);
    var problem = new EvacuationProblem(10, network, List.of(Source.immediate(0, 10)),
        List.of(new Shelter(4, List.of(new Gate(1, 9))), new Shelter(2, List.of(new Gate(2, 9)))));
    assertEquals(4, Findings.of(problem).placesMissing());
    var result = solve(problem);
    assertEquals(6, result.placed());
    assertArrayEquals(new int[] {4, 0}, result.notPlaced().placesMissing());
    assertEquals(4, alone(problem).withoutRoom());
  }

  @Test
  void nobodyAndNothing() {
    var findings = Findings.of(new EvacuationProblem(10, network(new int[0], new int[0], new int[0], new int[0], NEVER), List.of(), List.of()));
    assertEquals(0, findings.people());
    assertEquals(-1, findings.lastReadyStep());
  }

  /** Whoever is found without a way or in the hazard is not placed, whatever the plan. */
  @Test
  void findingsHoldInRandomTowns() {
    for (long seed = 1; seed < 1_001; seed += 2) {
      var problem = RandomEvacuation.mixedTown(seed);
      var findings = Findings.of(problem);
      var result = EvacuationSolver.solve(problem, ENOUGH);
      var what = "seed " + seed;
      assertEquals(findings.peopleWithoutWay(), result.notPlaced().noWay(), what);
      int inVain = problem.batches().stream().filter(batch -> batch.readyStep() >= problem.network().nodeCloses(batch.node()))
          .mapToInt(EvacuationProblem.Batch::people).sum();
      assertEquals(inVain, findings.peopleInHazard(), what);
      assertTrue(result.placed() <= Math.min(findings.places(), findings.people() - inVain), what);
    }
  }
}
