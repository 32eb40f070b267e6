package org.commonground.coverage;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.statement.Statement;

/**
 * Answers what to survey first: the missing facts on which most people's answers hang.
 *
 * <p>Somebody's answer is unknown where k shelters are reached in time if the unrecorded facts are favourable, and not k if they are
 * unfavourable. Of the k shelters, those surely in time count; the others are the nearest that may be. The answer hangs on every fact
 * that is missing on the best favourable way to one of those others, or of that shelter itself. So it is enough to survey these: if all
 * of them prove favourable the person is covered, whatever is missing elsewhere.
 *
 * <p>Where buildings collapse by chance, the same holds in each sample, and persons are the mean over the samples: a street's unrecorded
 * width, or the unrecorded heights of the buildings beside it, is missing where the street is blocked in the sample by the unfavourable
 * reading and not by the favourable one, and the fact decides it. Covered and unknown together are then what is expected at best.
 *
 * <ol>
 *   <li>A sample closes streets, by both readings, and the walking times are repaired; without damage there is one, which closes none.
 *   <li>Each place is covered, not covered, or unknown by both times.
 *   <li>The ways of those unknown are followed: all at once for one shelter, see {@link SurveyForest}, each by itself for more, see
 *       {@link SurveyWays}.
 *   <li>Persons are added up over the samples.
 * </ol>
 */
public final class SurveySolver {

  private final Reach reach;
  private final int limitMillis;
  private final int k;

  private SurveySolver(Reach reach, int limitMillis, int k) {
    if (limitMillis <= 0) {
      throw new IllegalArgumentException("time limit is " + limitMillis + " ms, not above 0");
    }
    if (k < 1 || k > Ranks.K) {
      throw new IllegalArgumentException("k is " + k + ", but must be 1 to " + Ranks.K);
    }
    this.reach = reach;
    this.limitMillis = limitMillis;
    this.k = k;
  }

  /**
   * @param limitMillis longest walking time that counts as covered, above 0
   * @param k           how many different shelters one must reach, 1 to 3
   * @throws IllegalArgumentException where one is outside its limits
   */
  public static SurveyResult solve(Reach reach, int limitMillis, int k) {
    var solver = new SurveySolver(reach, limitMillis, k);
    return solver.look(reach, null).result(1, solver.assumptions(List.of()));
  }

  /**
   * The same where buildings collapse.
   *
   * @param samples how often to look, at least {@link ExpectedSolver#LEAST_SAMPLES}
   * @throws IllegalArgumentException where one is outside its limits
   */
  public static SurveyResult solve(Reach reach, int limitMillis, int k, Blockage blockage, long seed, int samples) {
    if (samples < ExpectedSolver.LEAST_SAMPLES) {
      throw new IllegalArgumentException("samples is " + samples + ", below " + ExpectedSolver.LEAST_SAMPLES);
    }
    var solver = new SurveySolver(reach, limitMillis, k);
    var all = new SurveyTally(reach.problem());
    IntStream.range(0, samples).parallel().forEach(sample -> {
      var damage = SurveyDoubts.Damage.of(blockage, seed, sample);
      var found = solver.look(reach.without(damage.most(), damage.least()), damage);
      synchronized (all) {
        all.add(found);
      }
    });
    return all.result(samples, solver.assumptions(List.of(CoverageWording.SURVEY_SAMPLES.with(samples))));
  }

  private SurveyTally look(Reach now, SurveyDoubts.Damage damage) {
    var tally = new SurveyTally(now.problem());
    var places = now.problem().places();
    var sure = IntStream.range(0, places.count()).filter(place -> places.people()[place] > 0 && sureMillis(now, place) <= limitMillis);
    sure.forEach(place -> tally.cover(places.people()[place]));
    if (!now.isRange()) {
      return tally;
    }
    var doubts = new SurveyDoubts(reach, now, damage);
    var unknown = IntStream.range(0, places.count()).filter(place -> places.people()[place] > 0
        && sureMillis(now, place) > limitMillis && hopedMillis(now, place) <= limitMillis);
    if (k == 1) {
      var forest = new SurveyForest(now, doubts, tally);
      unknown.forEach(forest::put);
      forest.handOn();
    } else {
      unknown.forEach(new SurveyWays(now, limitMillis, k, doubts, tally)::put);
    }
    return tally;
  }

  private int sureMillis(Reach now, int place) {
    return k == 1 ? now.pessimistic().placeMillis()[place] : now.pessimisticRanks().millis(place, k - 1);
  }

  private int hopedMillis(Reach now, int place) {
    return k == 1 ? now.optimisticMillis()[place] : now.optimisticRanks().millis(place, k - 1);
  }

  private List<Statement> assumptions(List<Statement> more) {
    var whose = k == 1 ? CoverageWording.HANGING_COUNTED.with() : CoverageWording.HANGING_COUNTED_SEVERAL.with(k);
    return Stream.concat(Stream.of(whose, CoverageWording.HANGING_OVERLAP.with()), more.stream()).toList();
  }
}
