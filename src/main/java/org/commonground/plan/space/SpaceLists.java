package org.commonground.plan.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.commonground.coverage.CoverState;
import org.commonground.coverage.CoverageResult;
import org.commonground.coverage.Gaps;
import org.commonground.coverage.ReachTable;
import org.commonground.coverage.ShelterLoss;
import org.commonground.coverage.ShelterLosses;
import org.commonground.judgement.JudgedSpace;
import org.commonground.network.Unknowns;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.Readings;
import org.commonground.plan.space.SpaceListsAnswer.Failing;
import org.commonground.plan.space.SpaceListsAnswer.Missing;
import org.commonground.plan.space.SpaceListsAnswer.OneFix;
import org.commonground.plan.space.SpaceListsAnswer.Passing;
import org.commonground.space.Check;
import org.commonground.space.Verdict;

/**
 * The four lists that planners act on.
 *
 * <ol>
 *   <li>Shelters are held against the tests of the hazard; those that surely fail one are listed.
 *   <li>Of spaces that are no shelter, those with room that surely pass all tests are listed with whom they would newly cover: who has no
 *       shelter in time now and walks to the space in time, as many as find room there.
 *   <li>Those with room that surely pass all tests but one are listed with that one.
 *   <li>Places without a shelter in time, from which no public green is walked to either, are joined where they lie together.
 * </ol>
 */
final class SpaceLists {

  private final SpacesQuestion question;
  private final CoverageResult now;
  private final ReachTable sure;
  private final ReachTable hoped;

  private SpaceLists(SpacesQuestion question) {
    this.question = question;
    now = question.asked().coverage(1);
    var reach = question.judged().toSpaces(question.asked());
    sure = ReachTable.of(reach, Unknowns.PESSIMISTIC, question.asked().limitMillis());
    hoped = ReachTable.of(reach, Unknowns.OPTIMISTIC, question.asked().limitMillis());
  }

  static SpaceListsAnswer of(SpacesQuestion question, int count) {
    var lists = new SpaceLists(question);
    var failing = lists.failing();
    var newly = lists.newlyCovered(lists.sure);
    var newlyAtMost = lists.newlyCovered(lists.hoped);
    var passing = new ArrayList<Passing>();
    var oneFix = new ArrayList<OneFix>();
    for (var space : question.judged().all()) {
      var result = space.suitability().get(question.hazard());
      if (result == null || question.judged().shelterOf(space.space()) != null || !lists.hasRoom(space)) {
        continue;
      }
      int id = space.space().id();
      var inReach = Readings.of(newly[id], newlyAtMost[id]);
      var persons = space.room().find(question.stay()).orElseThrow().persons();
      var covers = Readings.of(Math.min(newly[id], persons.pessimistic()), Math.min(newlyAtMost[id], persons.optimistic()));
      var open = result.checks().stream().filter(check -> check.state() != Check.State.PASSED).toList();
      if (result.worst() == Verdict.SUITABLE && !result.checks().isEmpty()) {
        passing.add(new Passing(question.summary(space), inReach, covers));
      } else if (open.size() == 1) {
        oneFix.add(new OneFix(question.summary(space), SpaceParts.test(open.get(0)), open.get(0).state() == Check.State.FAILED, inReach, covers));
      }
    }
    passing.sort(Comparator.comparingDouble((Passing each) -> -each.newlyCovered().pessimistic())
        .thenComparingDouble(each -> -each.newlyCovered().optimistic()).thenComparingInt(each -> each.space().space()));
    oneFix.sort(Comparator.comparingDouble((OneFix each) -> -each.newlyCovered().pessimistic())
        .thenComparingDouble(each -> -each.newlyCovered().optimistic()).thenComparingInt(each -> each.space().space()));
    var missing = lists.missing();
    return new SpaceListsAnswer(question.provenance(), question.stay().word(), question.hazard().word(), first(failing, count), failing.size(),
        first(passing, count), passing.size(), first(oneFix, count), oneFix.size(), first(missing, count), missing.size(), lists.greenMinutes(),
        missing.stream().mapToLong(Missing::people).sum());
  }

  private static <T> List<T> first(List<T> all, int count) {
    return List.copyOf(all.subList(0, Math.min(count, all.size())));
  }

  private boolean hasRoom(JudgedSpace space) {
    return space.room().find(question.stay()).map(room -> room.persons().pessimistic() > 0).orElse(false);
  }

  private List<Failing> failing() {
    var nearest = new TreeMap<Integer, Long>();
    for (ShelterLoss loss : ShelterLosses.rank(question.asked().reach(), question.asked().limitMillis())) {
      nearest.put(loss.shelter(), (long) loss.people());
    }
    var failing = new ArrayList<Failing>();
    question.judged().shelters().forEach((id, space) -> {
      var result = space.suitability().get(question.hazard());
      var failed = result == null ? List.<Check>of()
          : result.checks().stream().filter(check -> check.state() == Check.State.FAILED).toList();
      if (!failed.isEmpty()) {
        failing.add(new Failing(id, question.asked().city().shelters().get(id).name(), space.space().id() < 0 ? null : question.summary(space),
            nearest.getOrDefault(id, 0L), failed.stream().map(SpaceParts::test).toList()));
      }
    });
    failing.sort(Comparator.comparingLong((Failing each) -> -each.nearest()).thenComparingInt(Failing::shelter));
    return failing;
  }

  /** Per space, persons who surely have no shelter in time now and walk there in time. */
  private long[] newlyCovered(ReachTable table) {
    var people = question.asked().snapshot().places().people();
    var covers = new long[question.judged().all().size()];
    for (int place = 0; place < people.length; place++) {
      if (now.state()[place] != CoverState.COVERED) {
        for (int entry = table.firstEntry()[place]; entry < table.firstEntry()[place + 1]; entry++) {
          covers[table.shelter()[entry]] += people[place];
        }
      }
    }
    return covers;
  }

  private int greenMinutes() {
    return question.judged().minutes()[1];
  }

  /** People who surely have neither. */
  private List<Missing> missing() {
    var plain = question.judged().toSpaces(question.plain());
    var table = ReachTable.of(plain, Unknowns.OPTIMISTIC, greenMinutes() * 60_000);
    var spaces = question.asked().city().spaces();
    var state = new CoverState[now.state().length];
    Arrays.fill(state, CoverState.COVERED);
    for (int place = 0; place < state.length; place++) {
      boolean uncovered = now.state()[place] == CoverState.NOT_COVERED || now.state()[place] == CoverState.UNREACHABLE;
      boolean green = false;
      for (int entry = table.firstEntry()[place]; uncovered && !green && entry < table.firstEntry()[place + 1]; entry++) {
        green = spaces.get(table.shelter()[entry]).isPublicGreen();
      }
      state[place] = uncovered && !green ? CoverState.NOT_COVERED : CoverState.COVERED;
    }
    return Gaps.find(question.asked().reach(), state, now.millis(), now.optimisticMillis(), question.asked().limitMillis()).stream()
        .map(gap -> new Missing(Places.degrees(gap.lon()), Places.degrees(gap.lat()), gap.people(),
            gap.district() < 0 ? null : Integer.valueOf(gap.district()), new double[] {Places.degrees(gap.west()), Places.degrees(gap.south()),
                Places.degrees(gap.east()), Places.degrees(gap.north())})).filter(gap -> gap.people() > 0).toList();
  }
}
