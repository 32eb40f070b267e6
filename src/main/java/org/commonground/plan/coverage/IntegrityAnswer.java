package org.commonground.plan.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.commonground.coverage.FragmentationPair;
import org.commonground.coverage.FragmentationProblem;
import org.commonground.coverage.FragmentationResult;
import org.commonground.coverage.FragmentationSolver;
import org.commonground.plan.Asked;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.Found;
import org.commonground.plan.form.People;
import org.commonground.plan.form.Provenance;

/**
 * What boundaries between districts cost: people covered where each district may use only its own shelters, against the city as one.
 *
 * @param about     its parts stand beside these
 * @param together  everybody may use every shelter
 * @param alone     everybody may use only the shelters of the own district
 * @param districts the same for each; those outside every district last, without id
 * @param pairs     districts that gain from an agreement to use each other's shelters, most people first, as many as asked for
 * @param pairCount how many pairs gain anything
 */
public record IntegrityAnswer(@JsonUnwrapped Provenance about, People together, People alone, List<DistrictPart> districts,
    List<PairPart> pairs, int pairCount) {

  public record DistrictPart(@JsonUnwrapped DistrictName district, People together, People alone) {
  }

  /**
   * @param people        persons of both covered only by the other's shelters
   * @param peopleOfFirst of these, those who live in the first
   * @param personMinutes walking time saved by those who were covered before and have a nearer shelter now
   */
  public record PairPart(DistrictName first, DistrictName second, int people, int peopleOfFirst, long personMinutes) {
  }

  /** @param count how many pairs to list */
  public static Found<IntegrityAnswer> find(Asked asked, int count) {
    var result = FragmentationSolver.solve(new FragmentationProblem(asked.reach(), asked.shelterDistricts(), asked.limitMillis()));
    var districts = result.districts().stream().filter(part -> part.district() >= 0 || part.together().total() > 0)
        .map(part -> part(asked, part)).toList();
    var pairs = result.pairs().stream().limit(count).map(pair -> pair(asked, pair)).toList();
    var answer = new IntegrityAnswer(asked.provenance(0, result.assumptions()), People.of(result.together()), People.of(result.alone()), districts,
        pairs, result.pairs().size());
    return new Found<>(answer, Map.of("border_gain", () -> BorderLayer.borderGain(asked, result.pairs())));
  }

  private static DistrictPart part(Asked asked, FragmentationResult.District part) {
    return new DistrictPart(DistrictName.of(asked.city(), part.district()), People.of(part.together()), People.of(part.alone()));
  }

  private static PairPart pair(Asked asked, FragmentationPair pair) {
    return new PairPart(DistrictName.of(asked.city(), pair.first()), DistrictName.of(asked.city(), pair.second()), pair.people(),
        pair.peopleOfFirst(), LossLayers.minutes(pair.savedPersonMillis()));
  }
}
