package org.commonground.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Takes pictures of one simulation. When there are more than asked for, every second one is thrown away, and from then on they
 * are taken half as often.
 */
public final class QueueFrames {

  private final EvacuationProblem problem;
  private final int mostFrames;
  private int frameSteps = 1;
  private List<Picture> pictures = new ArrayList<>();
  private Picture now;

  private static final class Picture {
    private final TreeMap<Integer, int[]> onArc = new TreeMap<>();
    private final int[] inShelter;
    private int home;
    private int in;
    private int caught;
    private int onStreets;

    Picture(int[] inShelter) {
      this.inShelter = inShelter;
    }
  }

  /** @param mostFrames at least 2 */
  public QueueFrames(EvacuationProblem problem, int mostFrames) {
    this.problem = problem;
    this.mostFrames = mostFrames;
  }

  /** Whether a picture is to be taken after so many steps. */
  boolean due(int steps) {
    return steps % frameSteps == 0;
  }

  /** Whether the last picture is from before so many steps had passed. */
  boolean behind(int steps) {
    return (pictures.size() - 1) * frameSteps < steps;
  }

  void begin(int[] inShelter) {
    now = new Picture(inShelter);
  }

  void on(int arc, int people, boolean waits) {
    var here = now.onArc.computeIfAbsent(arc, key -> new int[2]);
    here[0] += people;
    here[1] += waits ? people : 0;
    now.onStreets += people;
  }

  void end(int home, int in, int caught) {
    now.home = home;
    now.in = in;
    now.caught = caught;
    pictures.add(now);
    if (pictures.size() > mostFrames) {
      var half = new ArrayList<Picture>();
      for (int i = 0; i < pictures.size(); i += 2) {
        half.add(pictures.get(i));
      }
      pictures = half;
      frameSteps *= 2;
    }
  }

  /** After the simulation. */
  public StreetFrames frames() {
    int count = Math.max(1, pictures.size());
    var home = new int[count];
    var in = new int[count];
    var gone = new int[count];
    var caught = new int[count];
    var inShelter = new int[problem.shelters().size()][count];
    var onArc = new TreeMap<Integer, int[][]>();
    Arrays.fill(home, problem.totalPeople());
    for (int frame = 0; frame < pictures.size(); frame++) {
      var picture = pictures.get(frame);
      home[frame] = picture.home;
      in[frame] = picture.in;
      caught[frame] = picture.caught;
      gone[frame] = problem.totalPeople() - picture.home - picture.in - picture.onStreets;
      for (int shelter = 0; shelter < inShelter.length; shelter++) {
        inShelter[shelter][frame] = picture.inShelter[shelter];
      }
      for (var each : picture.onArc.entrySet()) {
        var street = onArc.computeIfAbsent(each.getKey(), key -> new int[2][count]);
        street[0][frame] = each.getValue()[0];
        street[1][frame] = each.getValue()[1];
      }
    }
    var streets = onArc.entrySet().stream()
        .map(each -> StreetFrames.cut(each.getKey(), each.getValue()[0], each.getValue()[1])).toList();
    return new StreetFrames(frameSteps, count, streets, home, in, gone, caught, inShelter);
  }
}
