package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.commonground.statement.Statement;

/**
 * Rooms per person within reach, by the enhanced two-step floating catchment area method.
 *
 * <ol>
 *   <li>For each shelter, the people in its catchment are summed, each by the weight of its zone; its room is shared among
 *       them.
 *   <li>For each place, the shares of all shelters in its people's catchment are summed, each by the weight of its zone.
 * </ol>
 *
 * <p>Luo and Qi, An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial accessibility to primary
 * care physicians, 2009; with two catchments, one for shelters and one for people, as for shelters in Zhu et al., 2018. Where
 * the two are equal, people × accessibility adds up to the capacity of all shelters that have anybody in their catchment.
 */
public final class CatchmentSolver {

  private CatchmentSolver() {
  }

  public static CatchmentResult solve(CatchmentProblem problem) {
    var pressing = pressing(problem);
    var least = accessibility(problem, pressing, 0);
    boolean range = Arrays.stream(problem.capacity()).anyMatch(Objects::isNull);
    var most = range ? accessibility(problem, pressing, problem.mostIfUnknown()) : least;
    return new CatchmentResult(least, most, (int) Arrays.stream(problem.capacity()).filter(Objects::isNull).count(),
        (int) Arrays.stream(pressing).filter(persons -> persons == 0).count(), assumptions(problem, range));
  }

  /** Weighted persons in the catchment of each shelter. */
  private static double[] pressing(CatchmentProblem problem) {
    var pressing = new double[problem.capacity().length];
    for (int place = 0; place < problem.people().length; place++) {
      for (int walk = problem.firstShelter()[place]; walk < problem.firstShelter()[place + 1]; walk++) {
        pressing[problem.shelter()[walk]] += problem.people()[place] * problem.ofShelter().weightAt(problem.millis()[walk]);
      }
    }
    return pressing;
  }

  private static double[] accessibility(CatchmentProblem problem, double[] pressing, int ifUnknown) {
    var share = IntStream.range(0, pressing.length).mapToDouble(shelter -> pressing[shelter] == 0 ? 0
        : Objects.requireNonNullElse(problem.capacity()[shelter], ifUnknown) / pressing[shelter]).toArray();
    var rooms = new double[problem.people().length];
    for (int place = 0; place < rooms.length; place++) {
      for (int walk = problem.firstShelter()[place]; walk < problem.firstShelter()[place + 1]; walk++) {
        rooms[place] += share[problem.shelter()[walk]] * problem.ofPopulation().weightAt(problem.millis()[walk]);
      }
    }
    return rooms;
  }

  private static List<Statement> assumptions(CatchmentProblem problem, boolean range) {
    var ofPeople = problem.ofPopulation();
    var ofShelter = problem.ofShelter();
    var told = new ArrayList<>(List.of(CoverageWording.ACCESSIBILITY_ZONES.with(minutes(ofPeople), weights(ofPeople), minutes(ofShelter),
        weights(ofShelter)), CoverageWording.ROOM_NOBODY_NEAR.with()));
    if (range) {
      told.add(CoverageWording.ACCESSIBILITY_CAPACITY_UNKNOWN.with(problem.mostIfUnknown()));
    }
    return List.copyOf(told);
  }

  private static List<Double> minutes(Catchment catchment) {
    return Arrays.stream(catchment.limitMillis()).mapToObj(millis -> millis / 60_000.0).toList();
  }

  private static List<Double> weights(Catchment catchment) {
    return Arrays.stream(catchment.weight()).boxed().toList();
  }
}
