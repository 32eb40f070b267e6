package org.commonground.space;

import java.util.List;
import java.util.Map;
import org.commonground.rules.RulePack.Figure;

/**
 * Entrances of a space. Pessimistic counts those that are surely open; optimistic also gates that may be open, and one for each
 * {@link EntranceSolver#SAME_METRES} of edge along which a street runs, because nobody has recorded whether people can cross it.
 *
 * @param entrances       all that are not known to be shut, along the edge
 * @param edgeMetres      metres of edge with a street along it that may be open
 * @param count           number of entrances
 * @param directions      largest number of entrances of which any two lie in different directions
 * @param peoplePerMinute that they let in together
 * @param minutes         in which all must have entered; null where the pack does not say
 * @param figures         that the result rests on, by key
 * @param assumptions     sentences to print with it
 */
public record EntranceResult(List<Entrance> entrances, double edgeMetres, Range count, Range directions, Range peoplePerMinute,
    Double minutes, Map<String, Figure> figures, List<String> assumptions) {

  public EntranceResult {
    entrances = List.copyOf(entrances);
    assumptions = List.copyOf(assumptions);
  }

  public Range peoplePerHour() {
    return new Range(60 * peoplePerMinute.pessimistic(), 60 * peoplePerMinute.optimistic());
  }

  /**
   * Minutes until so many have entered. Pessimistic is most people through the least width; infinity where nobody gets in.
   *
   * @param persons the fewer first, as in a capacity
   */
  public Range clearanceMinutes(Range persons) {
    return new Range(minutes(persons.optimistic(), peoplePerMinute.pessimistic()),
        minutes(persons.pessimistic(), peoplePerMinute.optimistic()));
  }

  private static double minutes(double persons, double perMinute) {
    return persons == 0 ? 0 : perMinute == 0 ? Double.POSITIVE_INFINITY : persons / perMinute;
  }

  /** Whether a wheelchair gets in somewhere; null where that is not recorded. */
  public Boolean wheelchair() {
    if (entrances.stream().anyMatch(at -> Boolean.TRUE.equals(at.wheelchair()) && Boolean.TRUE.equals(at.open()))) {
      return true;
    }
    boolean shut = edgeMetres == 0 && !entrances.isEmpty()
        && entrances.stream().allMatch(at -> Boolean.FALSE.equals(at.wheelchair()));
    return shut ? false : null;
  }
}
