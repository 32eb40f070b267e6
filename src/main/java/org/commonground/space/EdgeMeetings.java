package org.commonground.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.space.EdgeRuns.Run;
import org.commonground.space.EdgeRuns.Side;
import org.commonground.space.Surroundings.Found;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Where ways meet the edge of a space.
 *
 * <ol>
 *   <li>Each way is cut into runs inside, outside and on the edge ({@link EdgeRuns}).
 *   <li>A run on the edge between inside and outside is a crossing.
 *   <li>Ways that end on the edge are gathered by the place where they end. It is an entrance where one comes from inside and
 *       another from outside or along the edge; where one comes from outside to the edge of ground that people walk across; or where
 *       one ends at the outline itself and no street runs along it.
 *   <li>A way that runs along the edge is no entrance; the places it passes are kept apart, because people may be able to cross.
 * </ol>
 */
final class EdgeMeetings {

  /** A way ends at the outline if it ends so near. */
  private static final double TOUCH_METRES = 1;
  private static final double STEP_METRES = 1;
  /** A run on the edge so many times as long as the band's half width runs along it; a slanting crossing is shorter. */
  private static final double ALONG = 6;

  /** A meeting of one way with the edge, moved onto the outline. */
  record Meeting(Coordinate place, AccessWay way) {
  }

  private record End(AccessWay way, Side from) {
  }

  private final Geometry edge;
  private final EdgeRuns runs;
  private final double bandMetres;
  private final Map<Coordinate, List<End>> ends = new LinkedHashMap<>();
  private final List<Meeting> meetings = new ArrayList<>();
  private final List<Coordinate> alongside = new ArrayList<>();

  /**
   * @param edge       outer rings of the outline
   * @param bandMetres half width of the edge's band
   */
  EdgeMeetings(Geometry outline, Geometry edge, double bandMetres, List<Found<AccessWay>> ways) {
    this.edge = edge;
    this.bandMetres = bandMetres;
    runs = new EdgeRuns(outline, bandMetres);
    ways.forEach(way -> meet(way.what()));
    ends.forEach(this::meetAtEnd);
  }

  /** In the order of the ways, those at ends last. */
  List<Meeting> meetings() {
    return meetings;
  }

  /** Places on the outline with a street alongside, at most {@link #STEP_METRES} of the street apart. */
  List<Coordinate> alongside() {
    return alongside;
  }

  private void meet(AccessWay way) {
    var parts = runs.of(way.line());
    for (int i = 0; i < parts.size(); i++) {
      var run = parts.get(i);
      if (run.side() != Side.EDGE) {
        continue;
      }
      var before = i == 0 ? null : parts.get(i - 1).side();
      var after = i + 1 == parts.size() ? null : parts.get(i + 1).side();
      if (before != null && after != null && before != after) {
        meetings.add(new Meeting(onEdge(before == Side.INSIDE ? run.from() : run.to()), way));
      }
      boolean along = before == null && after == null || run.line().getLength() > ALONG * bandMetres;
      if (along && !way.openEdge()) {
        keepAlongside(run);
      }
      if (before == null) {
        end(run.from(), way, after, along);
      }
      if (after == null) {
        end(run.to(), way, before, along);
      }
    }
  }

  private void end(Coordinate place, AccessWay way, Side from, boolean along) {
    ends.computeIfAbsent(place, none -> new ArrayList<>()).add(new End(way, from == null || along && from == Side.OUTSIDE
        ? Side.EDGE : from));
  }

  private void meetAtEnd(Coordinate place, List<End> here) {
    boolean inside = here.stream().anyMatch(end -> end.from() == Side.INSIDE);
    boolean outside = here.stream().anyMatch(end -> end.from() == Side.OUTSIDE);
    boolean along = here.stream().anyMatch(end -> end.from() == Side.EDGE && !end.way().openEdge());
    boolean openEdge = here.stream().anyMatch(end -> end.from() == Side.EDGE && end.way().openEdge());
    var onEdge = onEdge(place);
    boolean touches = onEdge.distance(place) <= TOUCH_METRES;
    if (inside && (outside || along || openEdge) || outside && openEdge || inside != outside && !along && touches) {
      here.stream().filter(end -> outside ? end.from() == Side.OUTSIDE : end.from() == Side.INSIDE)
          .forEach(end -> meetings.add(new Meeting(onEdge, end.way())));
    }
  }

  private void keepAlongside(Run run) {
    var line = run.line();
    var along = new LengthIndexedLine(line);
    int steps = (int) Math.ceil(line.getLength() / STEP_METRES);
    for (int i = 0; i < steps; i++) {
      alongside.add(onEdge(along.extractPoint((i + 0.5) / steps * line.getLength())));
    }
  }

  private Coordinate onEdge(Coordinate place) {
    return DistanceOp.nearestPoints(edge, new GeometryFactory().createPoint(place))[0];
  }
}
