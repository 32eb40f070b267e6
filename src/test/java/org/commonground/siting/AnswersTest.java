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

  /** Each change against every set tried: it does, and no smaller one would. */
  @Test
  void theLeastChangeIsTheLeast() {
    var met = new java.util.EnumMap<LeastChange.Kind, Integer>(LeastChange.Kind.class);
    for (int seed = 0; seed < 4_000; seed++) {
      var random = new RandomSiting(seed);
      int candidates = 3 + random.upTo(4);
      var choice = random.choice(candidates, false);
      var distance = random.median(candidates);
      var weight = IntStream.range(0, distance.count()).mapToDouble(row -> 1 + row % 4).toArray();
      double reach = 2 + random.upTo(12);
      double share = seed % 2 == 0 ? 1 : 0.7;
      var rows = within(distance, weight, reach);
      var problem = choice.cost().length > 0 && seed % 3 == 0 ? new CheapestProblem(choice, rows, share) : new FewestProblem(choice, rows, share);
      if (can(choice, rows, share) || rows.total() == 0) {
        continue;
      }
      assertEquals(Stopped.INFEASIBLE, SitingSolver.solve(problem, LIMITS, SitingProgress.NONE).stopped(), "seed " + seed);
      var metres = IntStream.range(0, choice.tooClose().length).mapToDouble(pair -> 1 + pair * 7 % 5).toArray();
      var given = new LeastChange.Given(distance, weight, metres, choice.closed(), choice.open());
      var changes = LeastChange.of(problem, given, LIMITS);
      for (var kind : LeastChange.Kind.values()) {
        var found = changes.stream().filter(change -> change.kind() == kind).findFirst();
        double expected = expected(kind, choice, rows, share, given, distance, weight);
        assertEquals(Double.isNaN(expected), found.isEmpty(), "seed " + seed + " " + kind + " " + expected + " " + found);
        found.ifPresent(change -> {
          assertTrue(change.proven(), kind + " " + change);
          assertEquals(expected, change.value(), 1e-6, kind.toString());
          met.merge(kind, 1, Integer::sum);
        });
      }
    }
    assertTrue(met.size() == LeastChange.Kind.values().length && met.values().stream().allMatch(count -> count > 4), met.toString());
  }

  /** Not a number where the change does not do it. */
  private static double expected(LeastChange.Kind kind, SiteChoice choice, CoverRows rows, double share, LeastChange.Given given,
      MedianRows distance, double[] weight) {
    int candidates = choice.candidates();
    return switch (kind) {
      case SITES -> choice.most() == candidates - choice.closed().length ? Double.NaN : first(IntStream.rangeClosed(choice.most(), candidates)
          .asDoubleStream().toArray(), most -> can(choice.most((int) most), rows, share));
      case BUDGET -> choice.cost().length == 0 ? Double.NaN : finite(BruteForce.least(choice.within(1e9, choice.cost()),
          in -> covers(rows, share, in) ? BruteForce.sum(choice.cost(), in) : Double.POSITIVE_INFINITY));
      case CLOSED -> choice.closed().length == 0 ? Double.NaN : choice.cost().length > 0
          ? IntStream.of(choice.closed()).anyMatch(site -> can(choice.closing(without(choice.closed(), site)), rows, share)) ? 1 : Double.NaN
          : finite(BruteForce.least(choice.closing(), in -> covers(rows, share, in)
              ? IntStream.of(choice.closed()).filter(site -> in[site]).count() : Double.POSITIVE_INFINITY));
      case OPEN -> IntStream.of(choice.open()).anyMatch(site -> can(choice.opening(without(choice.open(), site)), rows, share)) ? 1 : Double.NaN;
      case APART -> first(Arrays.stream(given.metres()).sorted().distinct().map(metres -> -metres).sorted().toArray(),
          metres -> can(choice.apart(IntStream.range(0, given.metres().length).filter(pair -> given.metres()[pair] < -metres)
              .mapToObj(pair -> choice.tooClose()[pair]).toArray(int[][]::new)), rows, share)) * -1;
      case REACH -> first(Arrays.stream(distance.cost()).sorted().distinct().toArray(),
          reach -> can(choice, within(distance, weight, reach), share));
      case SHARE -> -BruteForce.least(choice, in -> -BruteForce.covered(rows, PLAIN, in)) / rows.total();
    };
  }

  private static double finite(double value) {
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  private static double first(double[] values, java.util.function.DoublePredicate does) {
    return Arrays.stream(values).filter(does).findFirst().orElse(Double.NaN);
  }

  private static int[] without(int[] sites, int site) {
    return IntStream.of(sites).filter(other -> other != site).toArray();
  }

  private static boolean covers(CoverRows rows, double share, boolean[] in) {
    return BruteForce.covered(rows, PLAIN, in) >= share * rows.total() - 1e-6;
  }

  private static boolean can(SiteChoice choice, CoverRows rows, double share) {
    return BruteForce.least(choice, in -> covers(rows, share, in) ? 0 : 1) == 0;
  }

  private static CoverRows within(MedianRows distance, double[] weight, double reach) {
    var builder = new CoverRows.Builder(distance.candidates());
    for (int row = 0; row < distance.count(); row++) {
      int own = row;
      var near = IntStream.range(distance.first()[row], distance.first()[row + 1]).filter(entry -> distance.cost()[entry] <= reach)
          .map(entry -> distance.site()[entry]).sorted().toArray();
      builder.add(near, near.length, weight[own]);
    }
    return builder.build();
  }
}
