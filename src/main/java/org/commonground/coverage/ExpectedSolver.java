package org.commonground.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.commonground.coverage.ExpectedResult.Expected;

/**
 * Coverage as it is to be expected, from samples (Metropolis and Ulam, The Monte Carlo method, 1949).
 *
 * <ol>
 *   <li>Each sample closes streets, and the people and places covered then are counted; many samples at once, each by its number only.
 *   <li>Each count's mean and its confidence interval follow from all samples, by Student's distribution.
 *   <li>Its percentiles say how bad, and how good, a single event may be.
 * </ol>
 */
public final class ExpectedSolver {

  /** Fewer samples say too little. */
  public static final int LEAST_SAMPLES = 10;

  /** The quantile of the normal distribution that leaves 2.5 % above. */
  static final double NORMAL = 1.959963984540054;

  private ExpectedSolver() {
  }

  /** @throws IllegalArgumentException where a sample has another number of counts than the rest */
  public static ExpectedResult solve(ExpectedProblem problem) {
    var undamaged = problem.undamaged().counts();
    var often = new AtomicIntegerArray(problem.streets());
    var oftenCovered = new AtomicIntegerArray(problem.places());
    var covered = IntStream.range(0, problem.samples()).parallel().mapToObj(sample -> {
      var seen = problem.look().apply(sample);
      seen.blocked().stream().forEach(often::incrementAndGet);
      seen.covered().stream().forEach(oftenCovered::incrementAndGet);
      return seen.counts();
    }).toArray(long[][]::new);
    if (Arrays.stream(covered).anyMatch(counts -> counts.length != undamaged.length)) {
      throw new IllegalArgumentException("samples do not all have " + undamaged.length + " counts");
    }
    var counts = IntStream.range(0, undamaged.length)
        .mapToObj(count -> expected(Arrays.stream(covered).mapToLong(sample -> sample[count]).sorted().toArray())).toList();
    return new ExpectedResult(undamaged, counts, values(often), values(oftenCovered), problem.samples(),
        List.of(CoverageWording.SAMPLES_DRAWN.with(problem.samples(), problem.samples() / 3)));
  }

  private static int[] values(AtomicIntegerArray counts) {
    return IntStream.range(0, counts.length()).map(counts::get).toArray();
  }

  private static Expected expected(long[] sorted) {
    int count = sorted.length;
    double mean = Arrays.stream(sorted).asDoubleStream().sum() / count;
    double squares = Arrays.stream(sorted).mapToDouble(value -> (value - mean) * (value - mean)).sum();
    double margin = student(count - 1) * Math.sqrt(squares / (count - 1) / count);
    return new Expected(mean, Math.max(0, mean - margin), mean + margin, sorted[(5 * count + 99) / 100 - 1],
        sorted[(95 * count + 99) / 100 - 1]);
  }

  /**
   * The quantile of Student's distribution that leaves 2.5 % above, by its expansion around the normal one (Abramowitz and
   * Stegun, Handbook of mathematical functions, 26.7.5); exact to 0.0001 from 9 degrees of freedom on.
   */
  static double student(int degrees) {
    double z = NORMAL;
    double z2 = z * z;
    double inverse = 1.0 / degrees;
    double first = z * (z2 + 1) / 4;
    double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double fourth = z * ((((79 * z2 + 776) * z2 + 1_482) * z2 - 1_920) * z2 - 945) / 92_160;
    return z + inverse * (first + inverse * (second + inverse * (third + inverse * fourth)));
  }
}
