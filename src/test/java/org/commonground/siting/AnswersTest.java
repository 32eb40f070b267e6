package org.commonground.siting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Alternatives, fronts and least changes against every set tried. */
class AnswersTest {

  private static final SitingLimits LIMITS = SitingLimits.seconds(60);
  private static final double[] PLAIN = {1, 0};

  /** Every set of full size within the share is listed once, the best first. */
  @Test
  void alternativesAreAllThereAre() {
    int many = 0;
    for (int seed = 0; seed < 500; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 3 + random.upTo(4);
      int most = 1 + random.upTo(2);
      var rows = random.cover(candidates);
      var problem = new CoverProblem(SiteChoice.atMost(most, candidates).worth(random.costs(candidates)), rows);
      var ranked = Alternatives.of(problem, 0.2, 1_000, LIMITS);
      assertTrue(ranked.complete(), "seed " + seed);
      double best = ranked.sets().get(0).value();
      var listed = new HashSet<List<Integer>>();
      double before = Double.POSITIVE_INFINITY;
      for (var set : ranked.sets()) {
        assertTrue(listed.add(Arrays.stream(set.chosen()).boxed().toList()), "seed " + seed + ": twice");
        assertTrue(set.value() <= before + 1e-7 && set.value() >= 0.8 * best - 1e-6, "seed " + seed);
        before = set.value();
      }
      for (int number = 0; number < 1 << candidates; number++) {
        var in = new boolean[candidates];
        for (int site = 0; site < candidates; site++) {
          in[site] = (number >> site & 1) == 1;
        }
        var own = java.util.stream.IntStream.range(0, candidates).filter(site -> in[site]).boxed().toList();
        double value = BruteForce.covered(rows, PLAIN, in) + BruteForce.sum(problem.choice().worth(), in);
        if (own.size() == most && value >= 0.8 * best + 1e-6 && !listed.contains(own)) {
          assertTrue(listed.stream().anyMatch(other -> Set.copyOf(own).containsAll(other)), "seed " + seed + ": " + own);
        }
      }
      many += listed.size() > 3 ? 1 : 0;
    }
    assertTrue(many > 50, many + " with more than three");
  }

  /** No set passes an edge, every point is a set, and every corner of the hull is a point. */
  @Test
  void frontsEqualBruteForce() {
    int bent = 0;
    for (int seed = 0; seed < 500; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 3 + random.upTo(4);
      var choice = SiteChoice.atMost(1 + random.upTo(2), candidates);
      var first = new CoverProblem(choice, random.cover(candidates));
      var second = new CoverProblem(choice, random.cover(candidates));
      var front = Front.of(first, second, LIMITS);
      for (int number = 0; number < 1 << candidates; number++) {
        var in = new boolean[candidates];
        for (int site = 0; site < candidates; site++) {
          in[site] = (number >> site & 1) == 1;
        }
        if (BruteForce.allowed(choice, in)) {
          double one = BruteForce.covered(first.rows(), PLAIN, in);
          double other = BruteForce.covered(second.rows(), PLAIN, in);
          for (var edge : front.edges()) {
            assertTrue(edge.perFirst() * one + edge.perSecond() * other <= edge.bound() * (1 + 1e-7) + 1e-7, "seed " + seed);
          }
        }
      }
      for (var point : front.points()) {
        assertTrue(point.proven(), "seed " + seed);
        assertEquals(point.first(), BruteForce.covered(first.rows(), PLAIN, BruteForce.set(candidates, point.chosen())), 1e-7);
        assertTrue(front.edges().stream().anyMatch(edge -> edge.perFirst() * point.first() + edge.perSecond() * point.second()
            >= edge.bound() * (1 - 1e-7) - 1e-7), "seed " + seed + ": a point on no edge");
      }
      bent += front.points().size() > 2 ? 1 : 0;
    }
    assertTrue(bent > 20, bent + " fronts with a bend");
  }

  /** Three people a kilometre apart, one site: three sites would do, or 1 km of reach, or a third. */
  @Test
  void theLeastChangeIsSaid() {
    var rows = new CoverRows.Builder(3);
    var distance = new double[3][3];
    for (int point = 0; point < 3; point++) {
      rows.add(new int[] {point}, 1, 1);
      for (int site = 0; site < 3; site++) {
        distance[point][site] = 1_000 * Math.abs(point - site);
      }
    }
    var problem = new FewestProblem(SiteChoice.atMost(1, 3), rows.build(), 1);
    assertEquals(Stopped.INFEASIBLE, SitingSolver.solve(problem, LIMITS, SitingProgress.NONE).stopped());
    assertEquals(List.of("With 3 sites instead of 1 it can be done, with fewer it cannot.",
        "With a reach of 1000.0, 1 sites cover everybody, with a shorter one they cannot.",
        "With a share of 33.33 % it can be done by 1 sites, with a larger one it cannot."),
        LeastChange.of(problem, MedianRows.of(distance, new double[] {1, 1, 1}, Double.POSITIVE_INFINITY), LIMITS));
  }
}
