package org.commonground.plan.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.commonground.coverage.CoverageResult;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.coverage.RoomResult;
import org.commonground.coverage.RoomSolver;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.People;

/**
 * Who is in time, or finds room, with some sites chosen: the city's own coverage with these shelters, computed anew.
 *
 * @param coverage with them
 * @param room     the same; null where room does not count
 */
record SitingEffect(SitingChoice question, CoverageResult coverage, RoomResult room) {

  /** @param chosen sites, ascending */
  static SitingEffect of(SitingChoice question, int[] chosen) {
    var asked = question.asked();
    var shelters = question.with(chosen);
    var coverage = CoverageSolver.solve(asked.to(shelters, asked.reach()), asked.limitMillis(), asked.k());
    RoomResult room = null;
    if (question.goal() == SitingGoal.ROOM) {
      var walkers = asked.walkers().stream().map(some -> new Walkers(asked.to(shelters, some.reach()), some.people())).toList();
      room = RoomSolver.solve(asked.roomProblem(shelters, walkers));
    }
    return new SitingEffect(question, coverage, room);
  }

  /** As the question found it. */
  static SitingEffect before(SitingChoice question) {
    var asked = question.asked();
    return new SitingEffect(question, asked.coverage(), question.goal() == SitingGoal.ROOM ? asked.room() : null);
  }

  People people() {
    return room == null ? People.of(coverage.total()) : People.of(room.total());
  }

  /** @param district -1 for those outside every district */
  People people(int district) {
    if (room != null) {
      return People.of(district < 0 ? room.outside() : room.districts().get(district));
    }
    return People.of(district < 0 ? coverage.outside() : coverage.districts().get(district));
  }

  /** By group, where groups are recorded; none where room counts. */
  List<SitingAnswer.GroupPart> groups(SitingEffect before) {
    var parts = new ArrayList<SitingAnswer.GroupPart>();
    if (room == null) {
      coverage.groups().forEach((group, tally) -> parts.add(
          new SitingAnswer.GroupPart(group, People.of(tally), People.of(before.coverage.groups().get(group)))));
    }
    return parts;
  }

  List<SitingAnswer.DistrictPart> districts(SitingEffect before) {
    var city = question.asked().city();
    var parts = new ArrayList<SitingAnswer.DistrictPart>();
    for (int district = 0; district < city.districts().size(); district++) {
      parts.add(new SitingAnswer.DistrictPart(DistrictName.of(city, district), people(district), before.people(district)));
    }
    if (people(-1).total() > 0) {
      parts.add(new SitingAnswer.DistrictPart(DistrictName.of(city, -1), people(-1), before.people(-1)));
    }
    return parts;
  }

  /**
   * The value of the goal read off the coverage; not a number for those that count sites or backups.
   *
   * @param optimistic whether what is not recorded is favourable
   * @param counted    places whose walks count, for goals of walks
   */
  double value(boolean optimistic, BitSet counted) {
    ToIntFunction<People> in = people -> people.covered() + (optimistic ? people.unknown() : 0);
    return switch (question.goal()) {
      case COVER -> question.query().backupPercent() == null ? in.applyAsInt(people()) : Double.NaN;
      case ROOM -> in.applyAsInt(people());
      case WORST_DISTRICT -> question.asked().city().districts().stream().map(district -> people(district.id()))
          .filter(people -> people.total() > 0).mapToDouble(people -> (double) in.applyAsInt(people) / people.total()).min()
          .orElse(Double.NaN);
      case MEAN_WALK, WORST_WALK -> seconds(optimistic ? coverage.optimisticMillis() : coverage.millis(), counted);
      case FEWEST, LEAST_COST -> Double.NaN;
    };
  }

  private double seconds(int[] millis, BitSet counted) {
    var people = question.asked().snapshot().places().people();
    double sum = 0;
    long count = 0;
    double worst = 0;
    for (int place = 0; place < millis.length; place++) {
      if (counted.get(place)) {
        double walk = Math.min(millis[place], SitingRows.LONGEST_MILLIS);
        sum += people[place] * walk;
        count += people[place];
        worst = Math.max(worst, walk);
      }
    }
    return (question.goal() == SitingGoal.MEAN_WALK ? count == 0 ? 0 : sum / count : worst) / 1000;
  }
}
