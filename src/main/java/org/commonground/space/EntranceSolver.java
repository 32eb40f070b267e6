package org.commonground.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.commonground.rules.RulePack.Figure;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Finds where a space is entered from streets and paths.
 *
 * <ol>
 *   <li>The outer edge of the mended outline is taken; holes are no way in.
 *   <li>Ways meet it ({@link EdgeMeetings}).
 *   <li>Meetings and barriers become entrances ({@link EntranceGroups}).
 *   <li>The edge that has a street alongside is measured, away from entrances.
 *   <li>Different directions are counted ({@link Directions}), seen from the centroid of the outline.
 *   <li>Widths times the design flow are the people let in.
 * </ol>
 */
public final class EntranceSolver {

  /** Two entrances so near are one. */
  static final double SAME_METRES = 10;
  /** Streets may be mapped so far from where they lie beside an edge; less in a space that is narrower than four times this. */
  private static final double BAND_METRES = 3;

  private EntranceSolver() {
  }

  /** Empty where the space has no outline: nothing is known of its entrances then. */
  public static Optional<EntranceResult> solve(EntranceProblem problem) {
    var outline = MendedArea.of(problem.outline());
    if (outline == null) {
      return Optional.empty();
    }
    var rules = new CitedFigures(problem.rules());
    var metres = new GeometryFactory();
    var edge = metres.createMultiLineString(MendedArea.outerRings(outline).stream().map(metres::createLineString)
        .toArray(LineString[]::new));
    double band = Math.min(BAND_METRES, outline.getArea() / (2 * outline.getLength()));
    var extent = outline.getEnvelopeInternal();
    var met = new EdgeMeetings(outline, edge, band, problem.surroundings().ways(extent, band));
    var groups = new EntranceGroups(edge, outline.getCentroid().getCoordinate(), rules);
    var entrances = groups.entrances(met.meetings(), problem.surroundings().barriers(extent, SAME_METRES), band);
    var openEdge = openEdge(groups, met.alongside(), entrances);
    return Optional.of(result(entrances, openEdge.stream().map(groups::bearingDegrees).toList(), rules));
  }

  /** One place for each {@link #SAME_METRES} of edge with a street alongside and no entrance near. */
  private static List<Coordinate> openEdge(EntranceGroups groups, List<Coordinate> alongside, List<Entrance> entrances) {
    return groups.grouped(alongside, place -> place).stream().map(group -> group.get(0))
        .filter(place -> entrances.stream().noneMatch(at -> EntranceGroups.near(place, new Coordinate(at.x(), at.y()))))
        .toList();
  }

  private static EntranceResult result(List<Entrance> entrances, List<Double> openEdge, CitedFigures rules) {
    var sure = entrances.stream().filter(at -> Boolean.TRUE.equals(at.open())).toList();
    double leastDegrees = rules.value("entrance.directionDegrees");
    var directions = new Range(Directions.count(sure.stream().mapToDouble(Entrance::bearingDegrees).toArray(), leastDegrees),
        Directions.count(DoubleStream.concat(entrances.stream().mapToDouble(Entrance::bearingDegrees),
            openEdge.stream().mapToDouble(bearing -> bearing)).toArray(), leastDegrees));
    double flow = rules.value("entrance.personsPerMinutePerMetre");
    double edgeMetres = SAME_METRES * openEdge.size();
    var perMinute = new Range(flow * sure.stream().mapToDouble(at -> at.widthM().pessimistic()).sum(),
        flow * (entrances.stream().mapToDouble(at -> at.widthM().optimistic()).sum() + edgeMetres));
    return new EntranceResult(entrances, edgeMetres, new Range(sure.size(), entrances.size() + openEdge.size()), directions,
        perMinute, rules.find("entrance.minutes").map(Figure::value).orElse(null), rules.cited(),
        assumptions(entrances, edgeMetres));
  }

  private static List<String> assumptions(List<Entrance> entrances, double edgeMetres) {
    var told = new ArrayList<>(List.of(
        "A space is entered where a street or path crosses its edge; entrances within 10 m of each other along it are one."));
    if (edgeMetres > 0) {
      told.add("Where a street runs along the edge nobody has recorded whether people can cross it: no entrance at worst, one "
          + "every 10 m at best.");
    }
    if (entrances.stream().anyMatch(at -> at.open() == null)) {
      told.add("A gate of which nobody has recorded whether it is open when needed is shut at worst, open at best.");
    }
    return told;
  }
}
