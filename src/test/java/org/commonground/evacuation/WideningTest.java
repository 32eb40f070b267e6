package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.evacuation.EvacuationResult.NarrowKind;
import org.commonground.evacuation.Widening.Saving;
import org.commonground.evacuation.Widening.Wider;
import org.junit.jupiter.api.Test;

class WideningTest {

  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1 << 28);

  private static EvacuationNetwork network(int nodes, int[] tail, int[] head, int[] steps, int[] people) {
    var never = new int[tail.length];
    var open = new int[nodes];
    Arrays.fill(never, EvacuationNetwork.NEVER);
    Arrays.fill(open, EvacuationNetwork.NEVER);
    return new EvacuationNetwork(nodes, tail, head, steps, people, never, open);
  }

  /**
   * Ten people, a street of two steps and a gate of one a step: in at steps 2 to 11. A gate of two a step: in at steps 2 to 6, five
   * steps less. The street is not narrow.
   */
  @Test
  void aNarrowGate() {
    var problem = new EvacuationProblem(10, network(2, new int[] {0}, new int[] {1}, new int[] {2}, new int[] {9}),
        List.of(Source.immediate(0, 10)), List.of(new Shelter(10, List.of(new Gate(1, 1)))));
    var result = EvacuationSolver.solve(problem, ENOUGH);
    var savings = Widening.rank(problem, result, new Wider(new int[] {0}, new int[] {10}, new int[] {2}, 5), 10, ENOUGH);
    assertEquals(List.of(new Saving(NarrowKind.GATE, 0, 10, 2, 11, 9, 5, 5, 0, true)), savings);
  }

  /** Two streets one after the other, both of one a step: widening one alone saves nothing, and that is proven. */
  @Test
  void narrowTwice() {
    var problem = new EvacuationProblem(10, network(4, new int[] {0, 1, 2}, new int[] {1, 2, 3}, new int[] {1, 1, 1}, new int[] {9, 1, 1}),
        List.of(Source.immediate(0, 10)), List.of(new Shelter(10, List.of(new Gate(3, 9)))));
    var savings = Widening.rank(problem, EvacuationSolver.solve(problem, ENOUGH),
        new Wider(new int[] {0, 1, 2}, new int[] {9, 2, 2}, new int[] {9}, 5), 10, ENOUGH);
    assertEquals(1, savings.size());
    assertEquals(0, savings.get(0).savedSteps());
    assertTrue(savings.get(0).proven());
  }

  /** Both arcs of a street are one part; who passes are the people of both. */
  @Test
  void aStreetIsOnePart() {
    var problem = new EvacuationProblem(10, network(2, new int[] {0, 1}, new int[] {1, 0}, new int[] {2, 2}, new int[] {1, 1}),
        List.of(Source.immediate(0, 10), Source.immediate(1, 4)),
        List.of(new Shelter(10, List.of(new Gate(1, 9))), new Shelter(4, List.of(new Gate(0, 9)))));
    var routes = EvacuationSolver.solve(problem, ENOUGH);
    var savings = Widening.rank(problem, routes, new Wider(new int[] {7, 7}, new int[] {2, 2}, new int[] {9, 9}, 0), 10, ENOUGH);
    assertTrue(savings.stream().filter(each -> each.kind() == NarrowKind.ARC).allMatch(each -> each.index() == 7));
  }

  /** What is proven is the difference of two optima by OR-Tools, and no saving is below 0 or above what it may be. */
  @Test
  void savingsAreThoseOfOrTools() {
    int saved = 0;
    for (long seed = 0; seed < 400; seed++) {
      var problem = RandomEvacuation.town(seed);
      var network = problem.network();
      var what = "seed " + seed;
      var result = EvacuationSolver.solve(problem, ENOUGH);
      var street = new int[network.arcCount()];
      var wide = new int[network.arcCount()];
      var gates = new int[problem.gateCount()];
      Arrays.setAll(street, arc -> arc);
      Arrays.setAll(wide, arc -> network.peoplePerStep(arc) + 1);
      Arrays.setAll(gates, gate -> problem.gatePeoplePerStep(gate) + 1);
      var savings = Widening.rank(problem, result, new Wider(street, wide, gates, 2), 5, ENOUGH);
      for (var each : savings) {
        assertTrue(each.proven() && 0 <= each.savedSteps() && each.savedSteps() <= each.savedAtMost() && each.morePlaced() >= 0, what);
        if (each.kind() == NarrowKind.ARC) {
          var people = new int[network.arcCount()];
          Arrays.setAll(people, arc -> network.peoplePerStep(arc) + (arc == each.index() ? 1 : 0));
          var wider = new EvacuationProblem(10, network.with(people), problem.sources(), problem.shelters());
          long placed = EvacuationPeer.placedWithin(wider, RandomEvacuation.ALL_STEPS);
          assertEquals(placed, result.placed() + each.morePlaced(), what);
          int clearance = EvacuationPeer.clearance(wider, placed, RandomEvacuation.ALL_STEPS);
          assertEquals(Math.max(0, result.clearanceSteps() - clearance), each.savedSteps(), what);
          saved += each.savedSteps() > 0 ? 1 : 0;
        }
      }
      for (int i = 1; i < savings.size(); i++) {
        assertTrue(savings.get(i).morePlaced() < savings.get(i - 1).morePlaced()
            || savings.get(i).savedSteps() <= savings.get(i - 1).savedSteps(), what + ": not in order");
      }
    }
    assertTrue(saved > 20, saved + " streets are worth widening");
  }
}
