package org.commonground.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonground.space.EdgeMeetings.Meeting;
import org.commonground.space.Surroundings.Found;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Meetings with the edge become entrances.
 *
 * <ol>
 *   <li>A barrier on a way that meets the edge belongs to that meeting; one that stands on the edge by itself is a meeting.
 *   <li>Along the edge, meetings not farther than {@link EntranceSolver#SAME_METRES} from the first of them are one entrance: two
 *       crossings of one street, or a street with its pavements.
 *   <li>An entrance is open, wide and passable for wheels as the best of its meetings is; a way with a gate only as both are.
 * </ol>
 */
final class EntranceGroups {

  private static final double ON_WAY_METRES = 1;

  /** One way in. */
  private record Door(Coordinate place, AccessWay way, List<EdgeBarrier> barriers) {
  }

  private final Geometry edge;
  private final LengthIndexedLine along;
  private final Coordinate middle;
  private final CitedFigures rules;

  EntranceGroups(Geometry edge, Coordinate middle, CitedFigures rules) {
    this.edge = edge;
    along = new LengthIndexedLine(edge);
    this.middle = middle;
    this.rules = rules;
  }

  /** Entrances that are not known to be shut, along the edge. */
  List<Entrance> entrances(List<Meeting> meetings, List<Found<EdgeBarrier>> barriers, double bandMetres) {
    var entrances = new ArrayList<Entrance>();
    for (var group : grouped(doors(meetings, barriers, bandMetres), Door::place)) {
      var open = group.stream().filter(door -> !Boolean.FALSE.equals(open(door))).toList();
      if (!open.isEmpty()) {
        entrances.add(entrance(open));
      }
    }
    return entrances;
  }

  private List<Door> doors(List<Meeting> meetings, List<Found<EdgeBarrier>> barriers, double bandMetres) {
    var doors = new ArrayList<Door>();
    var alone = new ArrayList<>(barriers.stream().map(Found::what).toList());
    for (var meeting : meetings) {
      var on = barriers.stream().map(Found::what).filter(barrier -> on(meeting, barrier)).toList();
      alone.removeAll(on);
      doors.add(new Door(meeting.place(), meeting.way(), on));
    }
    for (var barrier : alone) {
      if (edge.isWithinDistance(new GeometryFactory().createPoint(barrier.place()), bandMetres)) {
        doors.add(new Door(barrier.place(), null, List.of(barrier)));
      }
    }
    return doors;
  }

  private static boolean on(Meeting meeting, EdgeBarrier barrier) {
    return meeting.place().distance(barrier.place()) <= EntranceSolver.SAME_METRES
        && meeting.way().line().isWithinDistance(new GeometryFactory().createPoint(barrier.place()), ON_WAY_METRES);
  }

  /** Groups of what lies near together, in the order of the edge; the last may continue round the start of the edge. */
  <T> List<List<T>> grouped(List<T> members, Function<T, Coordinate> place) {
    var sorted = members.stream().sorted(Comparator.comparingDouble((T member) -> along.indexOf(place.apply(member)))).toList();
    var groups = new ArrayList<List<T>>();
    for (var member : sorted) {
      var last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
      if (last != null && near(place.apply(last.get(0)), place.apply(member))) {
        last.add(member);
      } else {
        groups.add(new ArrayList<>(List.of(member)));
      }
    }
    int end = groups.size() - 1;
    if (end > 0 && near(place.apply(groups.get(0).get(0)), place.apply(groups.get(end).get(0)))) {
      groups.get(0).addAll(groups.remove(end));
    }
    return groups;
  }

  static boolean near(Coordinate one, Coordinate other) {
    return one.distance(other) <= EntranceSolver.SAME_METRES;
  }

  double bearingDegrees(Coordinate place) {
    double degrees = Math.toDegrees(Math.atan2(place.x - middle.x, place.y - middle.y));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  private Entrance entrance(List<Door> doors) {
    var place = doors.get(0).place();
    var widths = doors.stream().map(this::widthM).toList();
    var sources = doors.stream().flatMap(door -> Stream.concat(
        Stream.ofNullable(door.way()).map(AccessWay::sourceId),
        door.barriers().stream().map(EdgeBarrier::sourceId))).distinct().sorted().toList();
    return new Entrance(place.x, place.y, bearingDegrees(place),
        new Range(widths.stream().mapToDouble(Range::pessimistic).max().orElseThrow(),
            widths.stream().mapToDouble(Range::optimistic).max().orElseThrow()),
        any(doors.stream().map(EntranceGroups::open).toList()), any(doors.stream().map(EntranceGroups::wheelchair).toList()),
        sources);
  }

  private Range widthM(Door door) {
    var recorded = Stream.concat(Stream.ofNullable(door.way()).map(AccessWay::widthM),
        door.barriers().stream().map(EdgeBarrier::widthM)).filter(Objects::nonNull).min(Double::compare);
    return recorded.map(Range::exact).orElseGet(() -> new Range(rules.value("entrance.leastWidthMetres"),
        rules.value("entrance.mostWidthMetres")));
  }

  private static Boolean open(Door door) {
    return all(door.barriers().stream().map(EdgeBarrier::open).toList());
  }

  private static Boolean wheelchair(Door door) {
    var passable = new ArrayList<Boolean>();
    if (door.way() != null) {
      passable.add(door.way().wheelchair());
    }
    door.barriers().forEach(barrier -> passable.add(barrier.wheelchair()));
    return all(passable);
  }

  /** Whether all say yes; null where that is not recorded. */
  private static Boolean all(List<Boolean> said) {
    return said.contains(false) ? Boolean.FALSE : said.contains(null) ? null : Boolean.TRUE;
  }

  /** Whether one says yes; null where that is not recorded. */
  private static Boolean any(List<Boolean> said) {
    return said.contains(true) ? Boolean.TRUE : said.contains(null) ? null : Boolean.FALSE;
  }
}
