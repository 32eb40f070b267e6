package org.commonground.plan.evacuation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.coverage.RoomProblem.Walkers;

/**
 * Who drives, and how.
 *
 * @param percent    of the people of each place, above 0
 * @param contraflow whether to look for streets that should be driven in one direction only
 * @param people     who drive, by group and place
 */
record Drivers(int percent, boolean contraflow, CarExits exits, int[][] people) {

  /**
   * So many percent of all, whole people. Rounded along the places in their order, so that no place has more than one person more or
   * less than its share, and no part of the city more than one.
   *
   * @return by group and place
   */
  static int[][] of(List<Walkers> all, int percent) {
    var driving = new int[all.size()][];
    long before = 0;
    for (int group = 0; group < driving.length; group++) {
      var people = all.get(group).people();
      driving[group] = new int[people.length];
      for (int place = 0; place < people.length; place++) {
        long until = before + people[place];
        driving[group][place] = (int) (share(until, percent) - share(before, percent));
        before = until;
      }
    }
    return driving;
  }

  private static long share(long people, int percent) {
    return (2 * people * percent + 100) / 200;
  }

  /** The others, who walk. */
  List<Walkers> walking(List<Walkers> all) {
    return IntStream.range(0, all.size()).mapToObj(group -> {
      var left = all.get(group).people().clone();
      Arrays.setAll(left, place -> left[place] - people[group][place]);
      return new Walkers(all.get(group).reach(), left);
    }).toList();
  }

  int total() {
    return EvacuationModel.sum(people);
  }
}
