package org.commonground.space;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonground.rules.RulePack.Figure;

/**
 * Room of a space, by how long people stay.
 *
 * @param outdoorM2    open ground for people: effective area less what is reserved
 * @param indoorM2     floor for people in its buildings; null where the pack has no share for it
 * @param stays        the classes that the pack has, shortest stay first
 * @param givenPersons recorded capacity, as it is; null for none
 * @param assumptions  sentences to print with it
 */
public record CapacityResult(Range outdoorM2, Range indoorM2, List<StayRoom> stays, Integer givenPersons,
    List<String> assumptions) {

  public CapacityResult {
    stays = List.copyOf(stays);
    assumptions = List.copyOf(assumptions);
  }

  /**
   * Room for one class of stay; persons are whole.
   *
   * @param outdoorPersons on open ground; null where the pack has no figure for it
   * @param indoorPersons  in buildings; null where the pack has no figure for it
   * @param persons        of both together; 0 where the space is smaller than the class allows
   * @param leastArea      whether it is large enough for the class; null where the pack does not ask
   * @param figures        that it rests on, by key
   */
  public record StayRoom(Stay stay, Range outdoorPersons, Range indoorPersons, Range persons, Check leastArea,
      Map<String, Figure> figures) {
  }

  /** Empty where the pack has no such class. */
  public Optional<StayRoom> find(Stay stay) {
    return stays.stream().filter(room -> room.stay() == stay).findFirst();
  }

  /** Persons that somebody has recorded beyond what we find, below 0 where fewer; empty where nobody has recorded any. */
  public Optional<Range> givenBeyond(StayRoom room) {
    return givenPersons == null ? Optional.empty()
        : Optional.of(new Range(givenPersons - room.persons().pessimistic(), givenPersons - room.persons().optimistic()));
  }
}
