package org.commonground.plan.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.commonground.coverage.ExpectedProblem;
import org.commonground.coverage.ExpectedProblem.Sample;
import org.commonground.coverage.ExpectedResult;
import org.commonground.coverage.ExpectedSolver;
import org.commonground.network.Unknowns;
import org.commonground.plan.Asked;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.Found;
import org.commonground.plan.form.Provenance;

/**
 * People covered when collapsing buildings block streets by chance, over seeded samples.
 *
 * @param about          its parts stand beside these
 * @param damage         buildings that collapse, of 100
 * @param people         everybody
 * @param districts      the same for each; those outside every district last, without id
 * @param blockedStreets sections blocked, on average
 */
public record ExpectedAnswer(@JsonUnwrapped Provenance about, String model, double damage, int samples, Part people,
    List<DistrictPart> districts, Range blockedStreets) {

  /**
   * Persons covered. Where facts are not recorded, {@code expected} takes them as unfavourable and {@code mostExpected} as favourable.
   *
   * @param covered      surely covered while every street is open
   * @param expected     mean over the samples
   * @param low          lower end of the mean's 95 % confidence interval
   * @param high         upper end
   * @param bad          in 5 of 100 samples not more than this are covered
   * @param mostExpected mean with the facts that are not recorded favourable
   */
  public record Part(int total, long covered, double expected, double low, double high, long bad, double mostExpected) {
  }

  public record DistrictPart(@JsonUnwrapped DistrictName district, @JsonUnwrapped Part people) {
  }

  public record Range(double least, double most) {
  }

  static Found<ExpectedAnswer> find(Asked asked, ExpectedQuery query) {
    var collapse = Collapse.of(asked, query);
    // What is covered in a sample if the facts are unfavourable is covered if they are favourable too.
    var sureIn = new BitSet[collapse.samples()];
    var sure = solve(asked, collapse, Unknowns.PESSIMISTIC, sample -> new BitSet(), (sample, covered) -> sureIn[sample] = covered);
    var hoped = solve(asked, collapse, Unknowns.OPTIMISTIC, sample -> sureIn[sample], (sample, covered) -> { });
    var assumptions = new ArrayList<>(collapse.assumptions());
    assumptions.addAll(sure.assumptions());
    return new Found<>(answer(asked, asked.provenance(collapse.seed(), assumptions), collapse, sure, hoped),
        Map.of("expected_result", () -> PlaceLayers.expectedResult(asked, sure, hoped)));
  }

  private interface Seen {
    void take(int sample, BitSet covered);
  }

  /** @param also places that are covered in a sample anyway */
  private static ExpectedResult solve(Asked asked, Collapse collapse, Unknowns reading, IntFunction<BitSet> also, Seen seen) {
    var city = asked.reach().problem();
    var undamaged = asked.reach().coveredWithout(new BitSet(), asked.limitMillis(), reading);
    return ExpectedSolver.solve(new ExpectedProblem(collapse.samples(), city.streets().streets().size(), city.places().count(),
        Sample.of(city, new BitSet(), undamaged), sample -> {
          var blocked = collapse.blockage().blocked(reading, collapse.seed(), sample);
          var covered = asked.reach().coveredWithout(blocked, asked.limitMillis(), reading);
          covered.or(also.apply(sample));
          seen.take(sample, covered);
          return Sample.of(city, blocked, covered);
        }));
  }

  private static ExpectedAnswer answer(Asked asked, Provenance about, Collapse collapse, ExpectedResult sure, ExpectedResult hoped) {
    var city = asked.city();
    var total = asked.coverage(1);
    var districts = new ArrayList<DistrictPart>();
    for (var district : city.districts()) {
      districts.add(new DistrictPart(DistrictName.of(city, district.id()),
          part(total.districts().get(district.id()).total(), sure, hoped, district.id())));
    }
    if (total.outside().total() > 0) {
      districts.add(new DistrictPart(DistrictName.of(city, -1), part(total.outside().total(), sure, hoped, city.districts().size())));
    }
    return new ExpectedAnswer(about, collapse.model(), collapse.damage(), sure.samples(),
        part(total.total().total(), sure, hoped, city.districts().size() + 1), districts, new Range(streets(hoped), streets(sure)));
  }

  private static Part part(int total, ExpectedResult sure, ExpectedResult hoped, int count) {
    var expected = sure.counts().get(count);
    return new Part(total, sure.undamaged()[count], tenths(expected.mean()), tenths(expected.low()), tenths(expected.high()),
        expected.percentile5(), tenths(hoped.counts().get(count).mean()));
  }

  private static double streets(ExpectedResult result) {
    return tenths((double) IntStream.of(result.blockedSamples()).asLongStream().sum() / result.samples());
  }

  private static double tenths(double value) {
    return Math.round(10 * value) / 10.0;
  }
}
