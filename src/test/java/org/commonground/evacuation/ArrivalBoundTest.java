package org.commonground.evacuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.junit.jupiter.api.Test;

class ArrivalBoundTest {

  private static final EvacuationLimits ENOUGH = EvacuationLimits.of(60, 1L << 28);

  /** Five at the gate and four two steps off; two a step may pass, and eight find room. */
  @Test
  void aGateAndAWalk() {
    int never = EvacuationNetwork.NEVER;
    var network = new EvacuationNetwork(2, new int[] {0}, new int[] {1}, new int[] {2}, new int[] {9}, new int[] {never},
        new int[] {never, never});
    var problem = new EvacuationProblem(5, network, List.of(Source.immediate(1, 5), Source.immediate(0, 4)),
        List.of(new Shelter(8, List.of(new Gate(1, 2)))));
    assertArrayEquals(new int[] {0, 2, 4, 6, 8, 8}, ArrivalBound.of(problem, 5));
  }

  /** No plan and no simulation has more in at any moment; and the search says truly how far it is. */
  @Test
  void nobodyIsBeforeTheBound() {
    for (long seed = 0; seed < 500; seed++) {
      var problem = seed % 2 == 0 ? RandomEvacuation.town(seed) : RandomEvacuation.mixedTown(seed);
      var what = "seed " + seed;
      var told = new ArrayList<int[]>();
      var plan = EvacuationSolver.solve(problem, ENOUGH, (clearance, bound) -> told.add(new int[] {clearance, bound}));
      assertTrue(told.stream().allMatch(each -> each[1] <= plan.clearanceSteps() || each[1] <= each[0]), what);
      var bound = ArrivalBound.of(problem, RandomEvacuation.ALL_STEPS);
      var arrivals = Arrivals.of(problem, plan.routes());
      int in = 0;
      for (int i = 0; i < arrivals.step().length; i++) {
        in += arrivals.people()[i];
        assertTrue(in <= bound[arrivals.step()[i] + 1], what);
      }
    }
  }
}
