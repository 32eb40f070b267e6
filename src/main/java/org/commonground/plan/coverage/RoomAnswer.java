package org.commonground.plan.coverage;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.coverage.Placement;
import org.commonground.coverage.RoomResult;
import org.commonground.plan.Asked;

/**
 * Who finds room. {@code placed + unknown + notPlaced + tooFar + noWay} are all people of the area.
 *
 * @param placed           persons with a place in time
 * @param unknown          persons with a place in time only if what is not recorded is favourable
 * @param notPlaced        persons who reach a shelter in time, surely or perhaps, but no place is left there for them even then
 * @param tooFar           persons with a way to a shelter, but to none in time even if what is not recorded is favourable
 * @param noWay            persons with no way to any shelter that counts
 * @param totalWalkSeconds of all who are placed, together
 * @param mostPlaced       persons placed if what is not recorded is favourable
 * @param nearestFirst     what comes of it if nobody is guided
 * @param unknownCapacity  shelters whose capacity is not recorded
 */
public record RoomAnswer(int placed, int unknown, int notPlaced, int tooFar, int noWay, long totalWalkSeconds, int mostPlaced, Unguided nearestFirst,
    int unknownCapacity, List<ShelterRoom> shelters) {

  /** The same figures if all run to the nearest that has room, the nearest first. */
  public record Unguided(int placed, int notPlaced, long totalWalkSeconds) {
  }

  /**
   * @param capacity        persons; null where not recorded
   * @param nearest         persons who would come if everybody went to the nearest, whatever its room
   * @param areaM2          area of its outline; null where it has none
   * @param m2PerPerson     what each of those would have; null where the area is not known or nobody comes
   * @param ruleM2PerPerson what the rules allow each
   * @param pricePeople     persons more who would be placed if it had one place more: 0 or 1
   * @param priceSeconds    walking time of all together that one place more would save; below 0 where one person more then walks
   */
  public record ShelterRoom(int shelter, String name, Map<String, String> names, Integer capacity, int placed, int nearest,
      Double areaM2, Double m2PerPerson, double ruleM2PerPerson, int pricePeople, long priceSeconds) {
  }

  static RoomAnswer of(Asked asked, RoomResult room) {
    var guided = room.guided().placement();
    var shelters = asked.situation().shelters();
    var rooms = IntStream.range(0, shelters.size()).filter(id -> shelters.get(id).open()).mapToObj(id -> room(asked, room, id)).toList();
    int noWay = room.total().unreachable();
    int unknown = (int) shelters.stream().filter(one -> one.open() && one.shelter().capacity() == null).count();
    int perhaps = room.total().unknown();
    return new RoomAnswer(guided.placed(), perhaps, guided.left() - perhaps - room.tooFar() - noWay, room.tooFar(), noWay, seconds(guided),
        room.hoped().placement().placed(), new Unguided(room.nearestFirst().placed(), room.nearestFirst().left() - perhaps - room.tooFar() - noWay,
            seconds(room.nearestFirst())), unknown, rooms);
  }

  private static ShelterRoom room(Asked asked, RoomResult room, int id) {
    var shelter = asked.shelter(id);
    var crowding = room.crowding()[id];
    var price = room.guided().prices().get(id);
    return new ShelterRoom(id, shelter.name(), shelter.names(), shelter.capacity(), room.guided().placement().inShelter()[id],
        crowding.people(), rounded(crowding.areaM2()), rounded(crowding.m2PerPerson()), crowding.neededM2PerPerson(), price.people(),
        Math.round(price.millisSaved() / 1000.0));
  }

  private static Double rounded(Double value) {
    return value == null ? null : Double.valueOf(Math.round(100 * value) / 100.0);
  }

  private static long seconds(Placement placement) {
    return Math.round(placement.totalMillis() / 1000.0);
  }
}
