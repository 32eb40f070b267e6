package org.commonground.plan.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.commonground.coverage.CoverState;
import org.commonground.coverage.CoverageResult;
import org.commonground.plan.Asked;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.People;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.form.WalkSeconds;

/**
 * Two states of an area side by side, by the same question.
 *
 * @param about        of the second state; its parts stand beside these
 * @param k            how many different shelters one must reach
 * @param from         the first
 * @param to           the second
 * @param gained       persons surely covered in the second state only
 * @param lost         persons surely covered in the first state only
 * @param minutesSaved walking time to the nearest shelter that all those with a way in both states save together, in person minutes;
 *                     below 0 where they walk longer
 */
public record CompareAnswer(@JsonUnwrapped Provenance about, int k, State from, State to, List<DistrictPart> districts,
    List<GroupPart> groups, int gained, int lost, long minutesSaved) {

  /** @param scenario its id; null for the area as it is */
  public record State(String scenario, String title, People people, WalkSeconds walkSeconds) {
  }

  public record DistrictPart(@JsonUnwrapped DistrictName district, People before, People after) {
  }

  public record GroupPart(String id, String name, People before, People after) {
  }

  static CompareAnswer of(Asked from, Asked to) {
    var before = from.coverage();
    var after = to.coverage();
    var city = to.city();
    var districts = new ArrayList<DistrictPart>();
    for (var district : city.districts()) {
      districts.add(new DistrictPart(DistrictName.of(city, district.id()), People.of(before.districts().get(district.id())),
          People.of(after.districts().get(district.id()))));
    }
    if (after.outside().total() > 0) {
      districts.add(new DistrictPart(DistrictName.of(city, -1), People.of(before.outside()), People.of(after.outside())));
    }
    var groups = after.groups().entrySet().stream().map(group -> new GroupPart(group.getKey(), group.getKey(),
        People.of(before.groups().get(group.getKey())), People.of(group.getValue()))).toList();
    var people = to.snapshot().places().people();
    int gained = 0;
    int lost = 0;
    long saved = 0;
    for (int place = 0; place < people.length; place++) {
      boolean was = before.state()[place] == CoverState.COVERED;
      boolean is = after.state()[place] == CoverState.COVERED;
      gained += is && !was ? people[place] : 0;
      lost += was && !is ? people[place] : 0;
      if (before.millis()[place] != CoverageResult.NO_WAY && after.millis()[place] != CoverageResult.NO_WAY) {
        saved += (long) people[place] * (before.millis()[place] - after.millis()[place]);
      }
    }
    return new CompareAnswer(to.provenance(0), to.k(), state(from), state(to), districts, groups, gained, lost,
        Math.round(saved / 60_000.0));
  }

  private static State state(Asked asked) {
    var total = asked.coverage().total();
    return new State(asked.scenario() == null ? null : asked.scenario().id(), asked.scenario() == null ? null : asked.scenario().title(),
        People.of(total), WalkSeconds.of(total));
  }
}
