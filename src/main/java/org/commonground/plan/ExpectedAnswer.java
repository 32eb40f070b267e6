package org.commonground.plan;

import static org.commonground.plan.Terms.checked;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.coverage.BlockageBuilding;
import org.commonground.coverage.BlockageByRubble;
import org.commonground.coverage.BlockageByWidth;
import org.commonground.coverage.BlockageWidths;
import org.commonground.coverage.ExpectedProblem;
import org.commonground.coverage.ExpectedResult;
import org.commonground.coverage.ExpectedSolver;
import org.commonground.coverage.RubbleRules;
import org.commonground.geo.LocalProjection;
import org.commonground.network.Unknowns;
import org.commonground.plan.AreaAnswer.Limit;

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

  static final Limit SAMPLES = new Limit(ExpectedSolver.LEAST_SAMPLES, 2000);
  private static final int DEFAULT_SAMPLES = 200;

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

  static ExpectedAnswer of(Asked asked, ExpectedQuery query) {
    double damage = query.damage() == null ? asked.terms().figure("blockage.damagePercent") : query.damage();
    if (!(damage >= 0 && damage <= 100)) {
      throw new InvalidInput(Code.OPTION, "damage", "damage is " + damage + ", but must be 0 to 100.");
    }
    int samples = checked("samples", query.samples(), DEFAULT_SAMPLES, SAMPLES);
    long seed = query.seed() == null ? 0 : query.seed();
    var model = query.model() == null ? "tokyo" : query.model();
    var assumptions = new ArrayList<String>();
    if (query.damage() == null) {
      assumptions.add(asked.terms().sourceOf("blockage.damagePercent"));
    }
    var blocked = blocked(asked, model, damage, seed, assumptions);
    var sure = solve(asked, samples, blocked.get(0), Unknowns.PESSIMISTIC);
    var hoped = solve(asked, samples, blocked.get(1), Unknowns.OPTIMISTIC);
    assumptions.addAll(sure.assumptions());
    return answer(asked, asked.provenance(seed, assumptions), model, damage, sure, hoped);
  }

  /** Streets blocked in a sample, by the unfavourable and by the favourable reading of what is not recorded. */
  private static List<IntFunction<BitSet>> blocked(Asked asked, String model, double damage, long seed,
      List<String> assumptions) {
    var city = asked.city();
    var terms = asked.terms();
    switch (model) {
      case "tokyo" -> {
        var byWidth = BlockageByWidth.of(city.streets(), BlockageWidths.of(terms.rules()), damage, null);
        assumptions.addAll(byWidth.assumptions());
        assumptions.addAll(terms.sourcesOf("blockage.width"));
        return List.of(sample -> byWidth.blocked(Unknowns.PESSIMISTIC, seed, sample),
            sample -> byWidth.blocked(Unknowns.OPTIMISTIC, seed, sample));
      }
      case "rubble" -> {
        double least = terms.figure("blockage.rubble.leastLevels");
        double most = terms.figure("blockage.rubble.mostLevels");
        var buildings = city.buildings().stream().map(building -> BlockageBuilding.of(building, least, most)).toList();
        var byRubble = BlockageByRubble.of(city.streets(), LocalProjection.around(city.area().boundary().getEnvelopeInternal()), buildings,
            RubbleRules.of(terms.rules()), damage);
        assumptions.addAll(byRubble.assumptions());
        assumptions.addAll(terms.sourcesOf("blockage.rubble"));
        return List.of(sample -> byRubble.blocked(Unknowns.PESSIMISTIC, seed, sample),
            sample -> byRubble.blocked(Unknowns.OPTIMISTIC, seed, sample));
      }
      default -> throw new InvalidInput(Code.OPTION, "model", "There is no model " + Checked.shown(model) + ": choose tokyo or rubble.");
    }
  }

  private static ExpectedResult solve(Asked asked, int samples, IntFunction<BitSet> blocked, Unknowns reading) {
    return ExpectedSolver.solve(new ExpectedProblem(samples, asked.city().streets().streets().size(), blocked,
        closed -> asked.reach().coveredWithout(closed, asked.limitMillis(), reading)));
  }

  private static ExpectedAnswer answer(Asked asked, Provenance about, String model, double damage, ExpectedResult sure,
      ExpectedResult hoped) {
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
    return new ExpectedAnswer(about, model, damage, sure.samples(), part(total.total().total(), sure, hoped, city.districts().size() + 1),
        districts, new Range(streets(hoped), streets(sure)));
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
