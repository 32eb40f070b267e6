package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.city.InvalidInput;
import org.commonground.coverage.Way;
import org.commonground.coverage.WayStep.Turn;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.evacuation.MainWays;
import org.commonground.evacuation.MainWays.MainWay;
import org.commonground.evacuation.Route;
import org.commonground.network.StreetLines;
import org.commonground.network.WalkGraph;
import org.commonground.plan.Asked;
import org.commonground.plan.evacuation.EvacuationSheet.Sign;
import org.commonground.plan.evacuation.EvacuationSheet.ToShelter;
import org.commonground.plan.evacuation.EvacuationSheet.WayPart;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.form.WalkSeconds;
import org.commonground.plan.job.JobAnswer;
import org.commonground.plan.nearest.StepWords;
import org.commonground.plan.nearest.WayAnswers;
import org.commonground.space.Shelter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The sheets of a plan, one for each district.
 *
 * <ol>
 *   <li>The routes of a district are told apart by their shelter.
 *   <li>Of each, the few ways that lead most people are found.
 *   <li>Signs stand at those junctions of a way where one turns or where people join, in the distances from the shelter that the rules ask.
 * </ol>
 *
 * Immutable. Finished jobs keep it for a while, so nothing of the plan and of the city is kept but what is printed: an area may be
 * replaced meanwhile, and must not stay in memory for its sheets.
 */
public final class EvacuationSheets {

  private static final int MOST_WAYS = 6;
  private static final double MARGIN_DEGREES = 0.0005;

  private final Provenance about;
  private final String title;
  private final Map<String, String> titles;
  private final StreetLines streets;
  private final List<Sheet> sheets;
  private final int signFromMetres;
  private final int signToMetres;

  /** @param district index; -1 outside every district */
  private record Sheet(int district, DistrictName name, List<double[][]> outline, int people, int placed, List<Led> shelters) {
  }

  private record Led(Shelter shelter, int room, int people, int firstSeconds, int lastSeconds, List<LedWay> ways, int beside, int otherwise) {
  }

  private record LedWay(int people, Way way, List<Sign> signs) {
  }

  private EvacuationSheets(Asked asked, Provenance about, List<Sheet> sheets) {
    this.about = about;
    this.sheets = sheets;
    title = asked.city().area().title();
    titles = asked.city().area().titles();
    streets = asked.city().streets().lines();
    signFromMetres = (int) asked.terms().figure("evacuation.signFromMetres");
    signToMetres = (int) asked.terms().figure("evacuation.signToMetres");
  }

  /** @param people by district, the ground outside every district last */
  static EvacuationSheets of(Asked asked, Provenance about, EvacuationModel model, EvacuationResult plan, List<EvacuationPeople> people) {
    return new EvacuationSheets(asked, about, new Builder(asked, model, plan).sheets(people));
  }

  /**
   * Of the answer of a job.
   *
   * @throws InvalidInput where the job is no evacuation, or has no answer yet
   */
  public static EvacuationSheets of(JobAnswer job) {
    if (job.result() instanceof EvacuationAnswer answer) {
      return answer.detail().sheets();
    }
    throw Checked.refused("id", "Job " + job.id() + " has no sheets: it is " + job.kind() + ", " + job.state() + ".");
  }

  /**
   * @param district index; null for all, those in which somebody is led
   * @param language of the steps: zh, else English
   * @throws InvalidInput where there is no such district
   */
  public List<EvacuationSheet> in(Integer district, String language) {
    var words = StepWords.of(language);
    if (district == null) {
      return sheets.stream().filter(sheet -> sheet.placed() > 0).map(sheet -> told(sheet, words)).toList();
    }
    return List.of(sheets.stream().filter(sheet -> sheet.district() == district).map(sheet -> told(sheet, words)).findFirst()
        .orElseThrow(() -> Checked.refused("district", "district is " + district + ", but " + about.area() + " has "
            + sheets.stream().filter(sheet -> sheet.district() >= 0).count() + " districts, from 0.")));
  }

  private EvacuationSheet told(Sheet sheet, StepWords words) {
    var shelters = IntStream.range(0, sheet.shelters().size()).mapToObj(i -> told(i + 1, sheet.shelters().get(i), words)).toList();
    var extent = new Envelope();
    sheet.outline().forEach(ring -> include(extent, ring));
    shelters.forEach(shelter -> shelter.ways().forEach(way -> include(extent, way.line())));
    extent.expandBy(MARGIN_DEGREES);
    return new EvacuationSheet(about, title, titles, sheet.name(), sheet.people(), sheet.placed(), sheet.people() - sheet.placed(),
        sheet.outline(), streetsIn(extent), shelters, signFromMetres, signToMetres);
  }

  private List<double[][]> streetsIn(Envelope extent) {
    var lines = new ArrayList<double[][]>();
    for (int street = 0; street < streets.count(); street++) {
      var around = new Envelope();
      for (int point = streets.firstPoint(street); point < streets.firstPoint(street + 1); point++) {
        around.expandToInclude(streets.lon(point), streets.lat(point));
      }
      if (extent.intersects(around)) {
        lines.add(IntStream.range(streets.firstPoint(street), streets.firstPoint(street + 1))
            .mapToObj(point -> new double[] {Places.degrees(streets.lon(point)), Places.degrees(streets.lat(point))})
            .toArray(double[][]::new));
      }
    }
    return lines;
  }

  private static ToShelter told(int number, Led led, StepWords words) {
    var shelter = led.shelter();
    var middle = shelter.geometry().getInteriorPoint();
    return new ToShelter(number, shelter.id(), shelter.name(), shelter.names(), Places.degrees(middle.getX()), Places.degrees(middle.getY()),
        led.room(), led.people(), led.firstSeconds(), led.lastSeconds(), led.ways().stream().map(way -> new WayPart(way.people(),
            Places.metres(way.way().metres()), WalkSeconds.seconds(way.way().millis()), EvacuationFrames.line(way.way().line()),
            WayAnswers.steps(way.way().steps(), words), way.signs())).toList(), led.beside(), led.otherwise());
  }

  private static List<double[][]> rings(Geometry geometry) {
    var boundary = geometry.getBoundary();
    return IntStream.range(0, boundary.getNumGeometries()).mapToObj(boundary::getGeometryN).map(ring -> line(ring.getCoordinates())).toList();
  }

  private static double[][] line(Coordinate[] points) {
    var line = new double[points.length][];
    for (int i = 0; i < line.length; i++) {
      line[i] = new double[] {Places.degrees(points[i].x), Places.degrees(points[i].y)};
    }
    return line;
  }

  private static void include(Envelope extent, double[][] line) {
    for (var point : line) {
      extent.expandToInclude(point[0], point[1]);
    }
  }

  private static final class Builder {

    private final Asked asked;
    private final EvacuationModel model;
    private final EvacuationResult plan;
    private final WalkGraph graph;
    private final double signFrom;
    private final double signTo;

    private Builder(Asked asked, EvacuationModel model, EvacuationResult plan) {
      this.asked = asked;
      this.model = model;
      this.plan = plan;
      graph = asked.reach().access(model.reading()).graph();
      signFrom = asked.terms().figure("evacuation.signFromMetres");
      signTo = asked.terms().figure("evacuation.signToMetres");
    }

    private List<Sheet> sheets(List<EvacuationPeople> people) {
      var routes = new ArrayList<TreeMap<Integer, List<Route>>>();
      people.forEach(each -> routes.add(new TreeMap<>()));
      plan.routes().forEach(route -> routes.get(model.sources().get(route.source()).district())
          .computeIfAbsent(model.problem().gateShelter(route.gate()), none -> new ArrayList<>()).add(route));
      var sheets = new ArrayList<Sheet>();
      for (int district = 0; district < people.size(); district++) {
        boolean outside = district == people.size() - 1;
        if (!outside || people.get(district).total() > 0) {
          var shelters = new ArrayList<Led>();
          routes.get(district).forEach((shelter, some) -> shelters.add(led(shelter, some)));
          shelters.sort(Comparator.comparingInt(led -> -led.people()));
          sheets.add(new Sheet(outside ? -1 : district, DistrictName.of(asked.city(), outside ? -1 : district),
              outside ? List.of() : rings(asked.city().districts().get(district).geometry()), people.get(district).total() - people.get(district).driving(),
              people.get(district).placed(), shelters));
        }
      }
      return sheets;
    }

    private Led led(int shelter, List<Route> routes) {
      var walking = routes.stream().filter(route -> metres(route.arcs()) >= 1).toList();
      int all = routes.stream().mapToInt(Route::people).sum();
      int beside = all - walking.stream().mapToInt(Route::people).sum();
      var main = MainWays.of(model.problem(), walking, MOST_WAYS);
      int first = routes.stream().mapToInt(Route::gateStep).min().orElseThrow() + 1;
      int last = routes.stream().mapToInt(Route::gateStep).max().orElseThrow() + 1;
      return new Led(asked.shelter(shelter), model.problem().shelters().get(shelter).room(), all, model.seconds(first), model.seconds(last),
          main.ways().stream().map(way -> new LedWay(way.people(), along(shelter, way), signs(way))).toList(), beside,
          main.otherwise());
    }

    private double metres(int[] arcs) {
      return IntStream.of(arcs).mapToDouble(this::metres).sum();
    }

    private double metres(int arc) {
      var streets = model.streets();
      return Math.abs(streets.toShare()[arc] - streets.fromShare()[arc]) * asked.city().streets().street(streets.street()[arc]).lengthMm() / 1000;
    }

    private Way along(int shelter, MainWay way) {
      var streets = model.streets();
      return Way.along(asked.city().streets(), shelter, IntStream.of(way.arcs()).filter(arc -> metres(arc) > 0)
          .mapToObj(arc -> new Way.Leg(streets.street()[arc], streets.fromShare()[arc], streets.toShare()[arc],
              1000 * model.seconds(model.problem().network().travelSteps(arc)))).toList());
    }

    /** In order of walking. */
    private List<Sign> signs(MainWay way) {
      var signs = new ArrayList<Sign>();
      double toGo = metres(way.arcs());
      int people = 0;
      for (int i = 0; i < way.arcs().length; i++) {
        int arc = way.arcs()[i];
        people += way.joining()[i];
        int node = model.problem().network().tail(arc);
        if (i > 0 && toGo >= signFrom && toGo <= signTo && isJunction(node) && metres(way.arcs()[i - 1]) > 0 && metres(arc) > 0) {
          double onwards = bearing(arc, true);
          var turn = Turn.between(bearing(way.arcs()[i - 1], false), onwards);
          if (turn != Turn.STRAIGHT || way.joining()[i] > 0) {
            signs.add(sign(node, toGo, turn, onwards, arc, people, way.joining()[i]));
          }
        }
        toGo -= metres(arc);
      }
      return signs;
    }

    private Sign sign(int node, double toGo, Turn turn, double onwards, int arc, int people, int joining) {
      var names = IntStream.range(graph.firstArc(node), graph.endArc(node))
          .mapToObj(out -> asked.city().streets().street(graph.street(out)).name()).filter(Objects::nonNull).distinct().sorted().toList();
      return new Sign(Places.degrees(model.streets().nodeLon()[node]), Places.degrees(model.streets().nodeLat()[node]), (int) Math.round(toGo),
          turn.word(), (int) Math.round(onwards + 360) % 360, asked.city().streets().street(model.streets().street()[arc]).name(), names, people,
          joining);
    }

    private boolean isJunction(int node) {
      return node < graph.nodeCount() && graph.endArc(node) - graph.firstArc(node) > 2;
    }

    /** Degrees clockwise from north in which an arc begins or ends; not a number where its street has no extent. */
    private double bearing(int arc, boolean atBeginning) {
      var line = asked.city().streets().street(model.streets().street()[arc]).line().getCoordinates();
      boolean fromFirst = model.streets().backward()[arc] != atBeginning;
      var end = fromFirst ? line[0] : line[line.length - 1];
      for (int i = 1; i < line.length; i++) {
        var other = fromFirst ? line[i] : line[line.length - 1 - i];
        double east = (other.x - end.x) * Math.cos(Math.toRadians(end.y));
        double north = other.y - end.y;
        if (Math.hypot(east, north) > 1e-7) {
          return atBeginning ? Math.toDegrees(Math.atan2(east, north)) : Math.toDegrees(Math.atan2(-east, -north));
        }
      }
      return Double.NaN;
    }
  }
}
