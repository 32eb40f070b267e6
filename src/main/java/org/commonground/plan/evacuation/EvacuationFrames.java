package org.commonground.plan.evacuation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.commonground.city.City;
import org.commonground.evacuation.StreetFrames;
import org.commonground.plan.form.Places;
import org.locationtech.jts.geom.LineString;

/**
 * Where people are from time to time, for a map that moves: frame f is the state at {@code f * frameSeconds}. In every frame {@code home +
 * sum of on + sum of the shelters' in + caught + withoutRoom = people}.
 *
 * @param which    plan or unplanned
 * @param count    of frames, from the start to the end
 * @param streets  that anybody walks, each direction by itself
 * @param home     people who have not left, by frame
 * @param in       people in shelters, by frame
 * @param caught   people whom the hazard has taken, by frame; null where nobody
 * @param withoutRoom people who have given up, because every shelter they could get to is full or no way leads to one; null where nobody
 * @param shelters that anybody comes to
 */
public record EvacuationFrames(String which, int frameSeconds, int count, int people, List<OnStreet> streets, int[] home, int[] in,
    @JsonInclude(JsonInclude.Include.NON_NULL) int[] caught, @JsonInclude(JsonInclude.Include.NON_NULL) int[] withoutRoom,
    List<ShelterFrames> shelters) {

  static final int MOST = 240;

  /**
   * @param line      from the street's first point to its last
   * @param from      first frame with anybody
   * @param on        people on it, from that frame to the last with anybody
   * @param waiting   those of them who queue
   * @param most      of {@code on}
   * @param direction forward, or backward where they walk from the last point to the first
   */
  public record OnStreet(int street, double[][] line, int from, int[] on, int[] waiting, int most, String direction) {
  }

  /** @param in people who have come, from frame {@code from} until the last one has come */
  public record ShelterFrames(int shelter, int from, int[] in) {
  }

  static EvacuationFrames of(String which, City city, EvacuationModel model, StreetFrames frames) {
    int count = frames.count();
    int outside = model.outside();
    var on = new TreeMap<Integer, int[][]>();
    for (var each : frames.streets()) {
      int key = model.streets().way(each.arc());
      var row = on.computeIfAbsent(key, none -> new int[2][count]);
      for (int i = 0; i < each.on().length; i++) {
        row[0][each.from() + i] += each.on()[i];
        row[1][each.from() + i] += each.waiting()[i];
      }
    }
    var streets = new ArrayList<OnStreet>();
    on.forEach((key, row) -> streets.add(street(city, key, row)));
    var shelters = new ArrayList<ShelterFrames>();
    for (int shelter = 0; shelter < frames.inShelter().length; shelter++) {
      var in = frames.inShelter()[shelter];
      if (in[count - 1] > 0) {
        shelters.add(shelter(shelter, Arrays.copyOf(in, count)));
      }
    }
    var withoutRoom = frames.gone().clone();
    Arrays.setAll(withoutRoom, frame -> frames.gone()[frame] - frames.caught()[frame]);
    return new EvacuationFrames(which, model.seconds(frames.frameSteps()), count, model.problem().totalPeople() + outside, streets,
        Arrays.stream(frames.home()).map(people -> people + outside).toArray(), frames.in(), orNone(frames.caught()), orNone(withoutRoom),
        shelters);
  }

  private static ShelterFrames shelter(int shelter, int[] in) {
    int from = first(in);
    int to = from;
    while (in[to] < in[in.length - 1]) {
      to++;
    }
    return new ShelterFrames(shelter, from, Arrays.copyOfRange(in, from, to + 1));
  }

  private static OnStreet street(City city, int key, int[][] row) {
    int from = first(row[0]);
    int to = row[0].length;
    while (row[0][to - 1] == 0) {
      to--;
    }
    var on = Arrays.copyOfRange(row[0], from, to);
    return new OnStreet(key / 2, line(city.streets().street(key / 2).line()), from, on, Arrays.copyOfRange(row[1], from, to),
        Arrays.stream(on).max().orElse(0), key % 2 == 0 ? "forward" : "backward");
  }

  static double[][] line(LineString line) {
    return Arrays.stream(line.getCoordinates()).map(at -> new double[] {Places.degrees(at.x), Places.degrees(at.y)})
        .toArray(double[][]::new);
  }

  private static int first(int[] people) {
    int from = 0;
    while (people[from] == 0) {
      from++;
    }
    return from;
  }

  private static int[] orNone(int[] people) {
    return people[people.length - 1] == 0 ? null : people;
  }
}
