package org.commonground.plan.coverage;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.real;
import static org.commonground.plan.form.FeatureLayer.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commonground.coverage.Placement;
import org.commonground.coverage.RoomResult;
import org.commonground.plan.Asked;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.FeatureLayer.Row;

/** The layers of who finds room. */
final class RoomLayers {

  private RoomLayers() {
  }

  /**
   * One feature per demand point: the shelter that most of its people are sent to, the lowest of several; of those placed, how many go
   * to others; and how many are placed if what is not recorded is favourable.
   */
  static FeatureLayer roomResult(Asked asked, RoomResult room) {
    var city = asked.city();
    var sent = sent(city.demand().size(), asked.situation().shelters().size(), room);
    var guided = placed(city.demand().size(), room.guided().placement());
    var hoped = placed(guided.length, room.hoped().placement());
    var columns = List.of(integer("id"), integer("people"), text("state"), integer("shelter"), integer("placed"),
        integer("placedElsewhere"), integer("notPlaced"), integer("mostPlaced"), integer("district"), text("sourceId"));
    return PlaceLayers.layer("room_result", city, columns, place -> {
      int people = city.demand().get(place).people();
      int placed = people - guided[place];
      int shelter = most(sent[place]);
      return new Object[] {place, people, room.state()[place].word(), PlaceLayers.orNull(shelter), placed,
          shelter < 0 ? 0 : placed - sent[place][shelter], guided[place], Math.max(placed, people - hoped[place]),
          PlaceLayers.district(city, place), PlaceLayers.sourceId(city, place)};
    });
  }

  /** Per place people not placed, of all kinds. */
  private static int[] placed(int places, Placement placement) {
    var left = new int[places];
    for (int point = 0; point < placement.notPlaced().length; point++) {
      left[point % places] += placement.notPlaced()[point];
    }
    return left;
  }

  /** Per place people by shelter, of all kinds; null where nobody is placed. */
  private static int[][] sent(int places, int shelters, RoomResult room) {
    var sent = new int[places][];
    var reach = room.reach();
    for (int point = 0; point < reach.pointCount(); point++) {
      for (int entry = reach.firstEntry()[point]; entry < reach.firstEntry()[point + 1]; entry++) {
        int persons = room.guided().placement().flow()[entry];
        if (persons > 0) {
          int place = point % places;
          sent[place] = sent[place] == null ? new int[shelters] : sent[place];
          sent[place][reach.shelter()[entry]] += persons;
        }
      }
    }
    return sent;
  }

  private static int most(int[] sent) {
    int best = -1;
    for (int shelter = 0; sent != null && shelter < sent.length; shelter++) {
      best = sent[shelter] > (best < 0 ? 0 : sent[best]) ? shelter : best;
    }
    return best;
  }

  /** One feature per open shelter, with its outline: how full it is, how crowded if all went to the nearest, and what a place is worth. */
  static FeatureLayer shelterRoom(Asked asked, RoomResult room) {
    var columns = List.of(integer("id"), integer("shelter"), text("name"), integer("capacity"), integer("placed"), integer("nearest"),
        real("areaM2"), real("m2PerPerson"), real("ruleM2PerPerson"), text("crowding"), integer("pricePeople"), integer("priceSeconds"));
    var rooms = RoomAnswer.of(asked, room).shelters();
    return new FeatureLayer("shelter_room", columns, IntStream.range(0, rooms.size()).mapToObj(id -> {
      var one = rooms.get(id);
      var crowding = room.crowding()[one.shelter()].state().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return new Row(asked.shelter(one.shelter()).geometry(), new Object[] {id, one.shelter(), one.name(), one.capacity(), one.placed(),
          one.nearest(), one.areaM2(), one.m2PerPerson(), one.ruleM2PerPerson(), crowding, one.pricePeople(), one.priceSeconds()});
    }).toList());
  }
}
