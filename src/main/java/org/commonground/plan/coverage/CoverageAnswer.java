package org.commonground.plan.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.city.District;
import org.commonground.coverage.CoverageResult;
import org.commonground.coverage.Gap;
import org.commonground.coverage.RoomResult;
import org.commonground.plan.Asked;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.Found;
import org.commonground.plan.form.People;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.RulesName;
import org.commonground.plan.form.WalkSeconds;
import org.commonground.statement.Statement;

/**
 * Who reaches a shelter within the time asked for, and who does not, with where the answer comes from.
 *
 * @param k         how many different shelters one must reach to be covered; times are those to the k-th nearest
 * @param shelters  known to the question, open or not; where none is, nothing is known of people, whatever the numbers say
 * @param districts add up to {@code people}; people outside every district are one more entry without id and name
 * @param gaps      biggest first, as many as asked for
 * @param gapCount  how many there are
 * @param capacity  who finds room, where that was asked: then covered is who is placed; walks and gaps are still those to the nearest
 */
public record CoverageAnswer(String area, LocalDate dataDate, String scenario, String hazard, boolean night, RulesName rules,
    String profile, int minutes, int k, long seed, int shelters, People people, WalkSeconds walkSeconds, List<DistrictPart> districts, List<GroupPart> groups,
    List<GapPart> gaps, int gapCount, RoomAnswer capacity, String shelterNote, String attribution, List<Statement> assumptions, long elapsedMillis) {

  /** @param bounds west, south, east, north in degrees; null with the place for those outside every district */
  public record DistrictPart(Integer id, String name, Map<String, String> names, People people, WalkSeconds walkSeconds,
      Double lon, Double lat, double[] bounds) {
  }

  /** People of one group, where groups are recorded. */
  public record GroupPart(String id, String name, People people) {
  }

  /**
   * @param people      persons not covered
   * @param unknown     persons whose answer hangs on an unrecorded fact, not part of {@code people}
   * @param unreachable of {@code people}, those without any way
   * @param lackMetres  how much too far the middle person with a way is; null where nobody there has a way
   * @param district    id of the district most of them live in; null where none
   */
  public record GapPart(int id, double lon, double lat, int people, int unknown, int unreachable, Double lackMetres,
      Integer lackSeconds, Integer district, double[] bounds) {

    static GapPart of(int id, Gap gap) {
      boolean way = gap.lackMillis() >= 0;
      return new GapPart(id, Places.degrees(gap.lon()), Places.degrees(gap.lat()), gap.people(), gap.unknown(),
          gap.unreachable(), way ? Places.metres(gap.lackMetres()) : null, WalkSeconds.seconds(gap.lackMillis()),
          gap.district() < 0 ? null : gap.district(), new double[] {Places.degrees(gap.west()),
              Places.degrees(gap.south()), Places.degrees(gap.east()), Places.degrees(gap.north())});
    }
  }

  /** @param count how many gaps to list */
  static Found<CoverageAnswer> find(Asked asked, int count) {
    var result = asked.coverage();
    var room = asked.conditions().capacity() ? asked.room() : null;
    var layers = new LinkedHashMap<String, Supplier<FeatureLayer>>();
    layers.put("coverage_result",
        () -> PlaceLayers.coverageResult(asked.city(), room == null ? result : result.with(room.state())));
    layers.put("gap", () -> PlaceLayers.gap(result));
    if (room != null) {
      layers.put("room_result", () -> RoomLayers.roomResult(asked, room));
      layers.put("shelter_room", () -> RoomLayers.shelterRoom(asked, room));
    }
    return new Found<>(of(asked, result, room, count), layers);
  }

  private static CoverageAnswer of(Asked asked, CoverageResult result, RoomResult room, int count) {
    var gaps = IntStream.range(0, Math.min(count, result.gaps().size())).mapToObj(id -> GapPart.of(id, result.gaps().get(id))).toList();
    var about = asked.provenance(0, room == null ? List.of() : room.assumptions());
    return new CoverageAnswer(about.area(), about.dataDate(), about.scenario(), about.hazard(), about.night(), about.rules(),
        about.profile(), about.minutes(), asked.k(), about.seed(), asked.situation().shelters().size(), room == null ? People.of(result.total()) : People.of(room.total()),
        WalkSeconds.of(result.total()), districts(asked.city(), result, room), room == null ? groups(result) : List.of(), gaps,
        result.gaps().size(), room == null ? null : RoomAnswer.of(asked, room), about.shelterNote(), about.attribution(),
        about.assumptions(), asked.elapsedMillis());
  }

  /** @param room null where it does not count */
  public static List<DistrictPart> districts(City city, CoverageResult result, RoomResult room) {
    var parts = new ArrayList<DistrictPart>();
    for (var district : city.districts()) {
      var tally = result.districts().get(district.id());
      parts.add(part(district, room == null ? People.of(tally) : People.of(room.districts().get(district.id())), WalkSeconds.of(tally)));
    }
    if (result.outside().total() > 0) {
      parts.add(new DistrictPart(null, null, Map.of(), room == null ? People.of(result.outside()) : People.of(room.outside()),
          WalkSeconds.of(result.outside()), null, null, null));
    }
    return parts;
  }

  private static DistrictPart part(District district, People people, WalkSeconds walkSeconds) {
    var inside = district.geometry().getInteriorPoint();
    return new DistrictPart(district.id(), district.name(), district.names(), people, walkSeconds, Places.degrees(inside.getX()),
        Places.degrees(inside.getY()), Places.bounds(district.geometry()));
  }

  private static List<GroupPart> groups(CoverageResult result) {
    return result.groups().entrySet().stream()
        .map(group -> new GroupPart(group.getKey(), group.getKey(), People.of(group.getValue()))).toList();
  }
}
