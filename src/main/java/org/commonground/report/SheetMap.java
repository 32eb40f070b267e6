package org.commonground.report;

import java.util.Locale;
import java.util.stream.Stream;
import org.commonground.plan.evacuation.EvacuationSheet;

/** The map on a printed sheet: streets thin, the ways strong, shelters and signs by their numbers; north is up, with a scale. */
final class SheetMap {

  private static final double WIDTH = 720;
  private static final double MOST_HEIGHT = 560;
  private static final double MARGIN = 24;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final int[] SCALES = {20, 50, 100, 200, 500, 1_000, 2_000, 5_000};

  private final EvacuationSheet sheet;
  private final StringBuilder svg = new StringBuilder();
  private double west = Double.POSITIVE_INFINITY;
  private double north = Double.NEGATIVE_INFINITY;
  private double east = Double.NEGATIVE_INFINITY;
  private double south = Double.POSITIVE_INFINITY;
  private double shrink;
  private double perDegree;

  private SheetMap(EvacuationSheet sheet) {
    this.sheet = sheet;
  }

  static String of(EvacuationSheet sheet, String description) {
    return new SheetMap(sheet).draw(description);
  }

  private String draw(String description) {
    var ways = sheet.shelters().stream().flatMap(shelter -> shelter.ways().stream()).toList();
    Stream.concat(sheet.outline().stream(), ways.stream().map(EvacuationSheet.WayPart::line)).forEach(this::include);
    sheet.shelters().forEach(shelter -> include(new double[][] {{shelter.lon(), shelter.lat()}}));
    if (west > east) {
      return "";
    }
    shrink = Math.cos(Math.toRadians((north + south) / 2));
    double wide = Math.max(1e-4, (east - west) * shrink);
    double high = Math.max(1e-4, north - south);
    perDegree = Math.min((WIDTH - 2 * MARGIN) / wide, (MOST_HEIGHT - 2 * MARGIN) / high);
    double height = Math.max(120, high * perDegree + 2 * MARGIN);
    svg.append(String.format(Locale.ROOT, "<svg class=\"map\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">", WIDTH, height,
        EvacuationSheetPage.escaped(description)));
    svg.append("<defs><marker id=\"go\" viewBox=\"0 0 8 8\" refX=\"6\" refY=\"4\" markerWidth=\"3\" markerHeight=\"3\" orient=\"auto\">"
        + "<path d=\"M0 0L8 4L0 8z\" fill=\"#0b4f8a\"/></marker></defs>");
    sheet.streets().forEach(line -> line(line, "street"));
    sheet.outline().forEach(line -> line(line, "outline"));
    ways.forEach(way -> line(way.line(), "way"));
    ways.stream().flatMap(way -> way.signs().stream()).forEach(sign -> svg.append(String.format(Locale.ROOT,
        "<path class=\"sign\" transform=\"translate(%.1f %.1f) rotate(%d)\" d=\"M0 -6L4 5L0 3L-4 5z\"/>", x(sign.lon()), y(sign.lat()),
        sign.directionDegrees())));
    sheet.shelters().forEach(shelter -> svg.append(String.format(Locale.ROOT, "<circle class=\"shelter\" cx=\"%1$.1f\" cy=\"%2$.1f\" r=\"10\"/>"
        + "<text class=\"number\" x=\"%1$.1f\" y=\"%2$.1f\" dy=\"4\">%3$d</text>", x(shelter.lon()), y(shelter.lat()), shelter.number())));
    scale(height);
    return svg.append("</svg>").toString();
  }

  private void include(double[][] line) {
    for (var point : line) {
      west = Math.min(west, point[0]);
      east = Math.max(east, point[0]);
      south = Math.min(south, point[1]);
      north = Math.max(north, point[1]);
    }
  }

  private double x(double lon) {
    return WIDTH / 2 + (lon - (west + east) / 2) * shrink * perDegree;
  }

  private double y(double lat) {
    return MARGIN + (north - lat) * perDegree;
  }

  private void line(double[][] points, String kind) {
    svg.append("<polyline class=\"").append(kind).append("\" points=\"");
    for (var point : points) {
      svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point[0]), y(point[1])));
    }
    svg.append("\"/>");
  }

  private void scale(double height) {
    double perMetre = perDegree / METRES_PER_DEGREE;
    int metres = SCALES[0];
    for (int each : SCALES) {
      metres = each * perMetre <= WIDTH / 4 ? each : metres;
    }
    svg.append(String.format(Locale.ROOT, "<path class=\"scale\" d=\"M%1$.1f %2$.1fv6h%3$.1fv-6\"/><text class=\"metres\" x=\"%4$.1f\" y=\"%5$.1f\">%6$d m</text>",
        MARGIN, height - 14, metres * perMetre, MARGIN + 4, height - 12, metres));
    svg.append(String.format(Locale.ROOT, "<path class=\"north\" d=\"M%1$.1f 30l6 -18l6 18l-6 -5z\"/><text class=\"metres\" x=\"%2$.1f\" y=\"42\">N</text>",
        WIDTH - 40, WIDTH - 38));
  }
}
