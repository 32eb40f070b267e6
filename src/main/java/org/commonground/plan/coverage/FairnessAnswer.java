package org.commonground.plan.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.commonground.coverage.Catchment;
import org.commonground.coverage.CatchmentProblem;
import org.commonground.coverage.CatchmentResult;
import org.commonground.coverage.CatchmentSolver;
import org.commonground.coverage.FairShare;
import org.commonground.coverage.FairnessProblem;
import org.commonground.coverage.FairnessSolver;
import org.commonground.coverage.ReachTable;
import org.commonground.network.Unknowns;
import org.commonground.plan.Asked;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.form.WalkSeconds;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.space.Shelter;

/**
 * How evenly walks to shelters, and room in them, are shared out.
 *
 * @param about     its parts stand beside these
 * @param all       everybody
 * @param districts the same for each; those outside every district last, without id
 * @param groups    people of one group, where groups are recorded
 */
public record FairnessAnswer(@JsonUnwrapped Provenance about, Share all, List<DistrictPart> districts, List<GroupPart> groups) {

  /**
   * @param covered           persons surely in time
   * @param noWay             persons without any way; left out of the measures of time
   * @param gini              of walking time over persons with a way: 0 where all walk equally long, below 1; null where nobody has one
   * @param palma             time borne by the tenth with the longest walks over that of the four tenths with the shortest: 0.25 where
   *                          all walk equally long
   * @param worstTenthSeconds mean time of the tenth with the longest walks; null where anybody has no way
   * @param accessibility     places in shelters per person within reach, where capacities that are not recorded are none; null where
   *                          nobody is there
   * @param accessibilityMost the same where they are as large as is assumed at most
   */
  public record Share(long people, long covered, long noWay, WalkSeconds walkSeconds, Double gini, Double palma,
      Integer worstTenthSeconds, Double accessibility, Double accessibilityMost) {

    static Share of(FairShare share) {
      return new Share(share.people(), share.covered(), share.noWay(),
          new WalkSeconds(WalkSeconds.seconds(share.medianMillis()), WalkSeconds.seconds(share.percentile95Millis())),
          thousandths(share.gini()), thousandths(share.palma()),
          share.worstTenthMillis() == null ? null : Integer.valueOf((int) Math.ceil(share.worstTenthMillis() / 1000)),
          thousandths(share.accessibility()), thousandths(share.accessibilityMost()));
    }

    private static Double thousandths(Double value) {
      return value == null ? null : Double.valueOf(Math.round(1000 * value) / 1000.0);
    }
  }

  public record DistrictPart(@JsonUnwrapped DistrictName district, @JsonUnwrapped Share share) {
  }

  public record GroupPart(String id, String name, @JsonUnwrapped Share share) {
  }

  public static FairnessAnswer of(Asked asked) {
    var city = asked.city();
    var accessibility = accessibility(asked);
    var result = FairnessSolver.solve(new FairnessProblem(asked.snapshot().places(), city.districts().size(),
        asked.coverage(1).millis(), asked.limitMillis(), accessibility));
    var districts = new ArrayList<DistrictPart>();
    for (var district : city.districts()) {
      districts.add(new DistrictPart(DistrictName.of(city, district.id()), Share.of(result.districts().get(district.id()))));
    }
    if (result.outside().people() > 0) {
      districts.add(new DistrictPart(DistrictName.of(city, -1), Share.of(result.outside())));
    }
    var groups = result.groups().entrySet().stream()
        .map(group -> new GroupPart(group.getKey(), group.getKey(), Share.of(group.getValue()))).toList();
    var assumptions = new ArrayList<>(result.assumptions());
    assumptions.addAll(accessibility.assumptions());
    assumptions.addAll(asked.terms().sourcesOf("accessibility"));
    assumptions.add(asked.terms().sourceOf("shelter.m2PerPerson"));
    return new FairnessAnswer(asked.provenance(0, assumptions), Share.of(result.all()), districts, groups);
  }

  /** Rooms within reach of each place, by the zones of the rules. A shelter whose capacity is not recorded holds what its area gives. */
  private static CatchmentResult accessibility(Asked asked) {
    var terms = asked.terms();
    var ofPeople = Catchment.of(terms.rules(), "people");
    var ofShelter = Catchment.of(terms.rules(), "shelter");
    int farthest = Math.max(last(ofPeople), last(ofShelter));
    var table = ReachTable.of(asked.reach(), Unknowns.PESSIMISTIC, farthest);
    var shelters = asked.situation().shelters().stream().map(ScenarioShelter::shelter).toList();
    double most = shelters.stream().filter(shelter -> shelter.capacity() == null)
        .mapToDouble(shelter -> area(asked, shelter) / terms.figure("shelter.m2PerPerson")).max().orElse(0);
    return CatchmentSolver.solve(new CatchmentProblem(asked.snapshot().places().people(), table.firstEntry(), table.shelter(),
        table.millis(), shelters.stream().map(Shelter::capacity).toArray(Integer[]::new), (int) Math.min(Integer.MAX_VALUE, most),
        ofPeople, ofShelter));
  }

  private static double area(Asked asked, Shelter shelter) {
    var area = asked.snapshot().areaM2(shelter.geometry());
    return area == null ? 0 : area;
  }

  private static int last(Catchment catchment) {
    return catchment.limitMillis()[catchment.limitMillis().length - 1];
  }
}
