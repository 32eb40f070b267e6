package org.commonground.siting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
        var own = IntStream.range(0, candidates).filter(site -> in[site]).boxed().toList();
        double value = BruteForce.covered(rows, PLAIN, in) + BruteForce.sum(problem.choice().worth(), in);
        if (own.size() == most && value >= 0.8 * best + 1e-6 && !listed.contains(own)) {
          assertTrue(listed.stream().anyMatch(other -> Set.copyOf(own).containsAll(other)), "seed " + seed + ": " + own);
        }
      }
      many += listed.size() > 3 ? 1 : 0;
    }
    assertTrue(many > 50, many + " with more than three");
  }

  /** Every set that none beats is a point, once and proven, and nothing else is; also where fewer points are asked for. */
  @Test
  void frontsEqualBruteForce() {
    int inside = 0;
    int cut = 0;
    for (int seed = 0; seed < 600; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 3 + random.upTo(5);
      var choice = seed % 3 == 0 ? random.choice(candidates, false) : SiteChoice.atMost(1 + random.upTo(2), candidates);
      var first = new CoverProblem(choice, random.cover(candidates));
      var second = new CoverProblem(choice, seed % 2 == 0 ? random.cover(candidates) : each(random.costs(candidates)));
      var expected = unbeaten(first, second);
      var front = Front.of(first, second, 1_000, LIMITS);
      assertTrue(front.complete(), "seed " + seed);
      assertEquals(expected.size(), front.points().size(), "seed " + seed);
      for (int i = 0; i < expected.size(); i++) {
        var point = front.points().get(i);
        var in = BruteForce.set(candidates, point.chosen());
        assertTrue(point.proven() && BruteForce.allowed(choice, in), "seed " + seed);
        assertEquals(expected.get(i)[0], point.first(), 1e-6, "seed " + seed);
        assertEquals(expected.get(i)[1], point.second(), 1e-6, "seed " + seed);
        assertEquals(point.first(), BruteForce.covered(first.rows(), PLAIN, in), 1e-7);
        assertEquals(point.second(), BruteForce.covered(second.rows(), PLAIN, in), 1e-7);
      }
      inside += IntStream.range(1, expected.size() - 1).anyMatch(i -> isUnderTheLine(expected, i)) ? 1 : 0;
      var some = Front.of(first, second, 3, LIMITS);
      assertTrue(!some.complete() || expected.size() <= 3, "seed " + seed);
      assertEquals(Math.min(3, expected.size()), some.points().size(), "seed " + seed);
      holds(some, expected, seed);
      holds(Front.of(first, second, 1_000, new SitingLimits(60_000, 0, () -> true)), expected, seed);
      cut += expected.size() > 3 ? 1 : 0;
    }
    assertTrue(inside > 40 && cut > 20, inside + " fronts with a point no weighing finds, " + cut + " cut short");
  }

  private static CoverRows each(double[] worth) {
    var rows = new CoverRows.Builder(worth.length);
    IntStream.range(0, worth.length).forEach(site -> rows.add(new int[] {site}, 1, worth[site]));
    return rows.build();
  }

  /** Values of all sets that none beats, by the first, descending. */
  private static List<double[]> unbeaten(CoverProblem first, CoverProblem second) {
    var all = new ArrayList<double[]>();
    for (int number = 0; number < 1 << first.choice().candidates(); number++) {
      int set = number;
      var in = BruteForce.set(first.choice().candidates(),
          IntStream.range(0, first.choice().candidates()).filter(site -> (set >> site & 1) == 1).toArray());
      if (BruteForce.allowed(first.choice(), in)) {
        all.add(new double[] {BruteForce.covered(first.rows(), PLAIN, in), BruteForce.covered(second.rows(), PLAIN, in)});
      }
    }
    all.sort((a, b) -> Math.abs(a[0] - b[0]) > 1e-6 ? Double.compare(b[0], a[0]) : Double.compare(b[1], a[1]));
    var unbeaten = new ArrayList<double[]>();
    for (var one : all) {
      if (unbeaten.isEmpty() || one[1] > unbeaten.get(unbeaten.size() - 1)[1] + 1e-6) {
        unbeaten.add(one);
      }
    }
    return unbeaten;
  }

  private static boolean isUnderTheLine(List<double[]> front, int at) {
    var one = front.get(at);
    return IntStream.range(0, at).anyMatch(i -> IntStream.range(at + 1, front.size()).anyMatch(k -> {
      var a = front.get(i);
      var b = front.get(k);
      return (b[1] - a[1]) * (one[0] - a[0]) + (a[0] - b[0]) * (one[1] - a[1]) < -1e-6;
    }));
  }

  /** No bound is on the wrong side, however early the searches ended, and what is called proven is not beaten. */
  private static void holds(Front.Found found, List<double[]> expected, int seed) {
    for (var point : found.points()) {
      double most = expected.stream().filter(one -> one[1] >= point.second() - 1e-6).mapToDouble(one -> one[0]).max().orElseThrow();
      assertTrue(point.bound() >= most - 1e-6 && point.first() <= most + 1e-6, "seed " + seed + ": " + point + " but " + most);
      assertTrue(!point.proven() || point.first() >= most - 1e-6, "seed " + seed + ": " + point + " is not proven");
    }
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
