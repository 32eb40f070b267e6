package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.coverage.RubbleShape.CrossSection;
import org.commonground.geo.LocalProjection;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The cross-sections at which streets may be blocked, with what each building's rubble would cover there: found once, so that
 * many samples are cheap. Immutable and safe for use by many threads.
 *
 * <ol>
 *   <li>Each street is cut across every {@link #STEP_METRES} at most.
 *   <li>At each cut the part that each building near it would cover is computed, in whole millimetres.
 *   <li>Kept are the cuts at which all buildings together would block the street, and of neighbouring cuts with the same
 *       buildings the one that is covered more.
 * </ol>
 */
final class RubbleSections {

  static final double STEP_METRES = 2;

  private final RubbleRules rules;
  private final Unknowns reading;
  private final boolean[] touched;
  private final Cuts[] cutsOf;

  /** What one building's rubble covers of a cut. */
  private record Cover(int building, int fromMm, int toMm) {
  }

  /**
   * The cuts of one street; covers of cut i are entries first[i] to first[i + 1], ascending.
   *
   * @param halfMm half the street's width
   */
  private record Cuts(int halfMm, int[] first, Cover[] covers) {
  }

  /** @param reaches metres that each building's rubble reaches */
  RubbleSections(StreetNetwork streets, LocalProjection projection, RubbleShape[] shapes, double[] reaches, RubbleRules rules,
      Unknowns reading) {
    this.rules = rules;
    this.reading = reading;
    var tree = new STRtree();
    for (int building = 0; building < shapes.length; building++) {
      var extent = shapes[building].extent().copy();
      extent.expandBy(reaches[building]);
      tree.insert(extent, building);
    }
    tree.build();
    touched = new boolean[streets.streets().size()];
    cutsOf = new Cuts[touched.length];
    IntStream.range(0, touched.length).parallel().filter(street -> !aloof(streets.street(street)))
        .forEach(street -> cut(streets.street(street), projection, tree, shapes, reaches));
  }

  private static boolean aloof(Street street) {
    return street.bridge() || street.tunnel();
  }

  private double widthMetres(Street street) {
    return street.widthM() != null ? street.widthM()
        : reading == Unknowns.PESSIMISTIC ? rules.leastWidthM() : rules.mostWidthM();
  }

  private void cut(Street street, LocalProjection projection, STRtree tree, RubbleShape[] shapes, double[] reaches) {
    var line = (LineString) projection.toMetres(street.line());
    double half = widthMetres(street) / 2;
    var extent = line.getEnvelopeInternal().copy();
    extent.expandBy(half);
    var near = new ArrayList<Integer>();
    for (var building : tree.query(extent)) {
      near.add((Integer) building);
    }
    if (near.isEmpty()) {
      return;
    }
    near.sort(null);
    int halfMm = (int) Math.round(1000 * half);
    var kept = new ArrayList<List<Cover>>();
    for (var at : crossSections(line, half)) {
      var covers = covers(at, near, shapes, reaches);
      touched[street.id()] |= !covers.isEmpty();
      if (blocks(covers.toArray(Cover[]::new), 0, covers.size(), halfMm, null)) {
        keep(kept, covers);
      }
    }
    if (!kept.isEmpty()) {
      var first = new int[kept.size() + 1];
      for (int i = 0; i < kept.size(); i++) {
        first[i + 1] = first[i] + kept.get(i).size();
      }
      cutsOf[street.id()] = new Cuts(halfMm, first, kept.stream().flatMap(List::stream).toArray(Cover[]::new));
    }
  }

  /** In the middle of equal parts of the street, each at most as long as a step. */
  private static List<CrossSection> crossSections(LineString line, double half) {
    var points = line.getCoordinates();
    double length = line.getLength();
    int parts = Math.max(1, (int) Math.ceil(length / STEP_METRES));
    var cuts = new ArrayList<CrossSection>();
    double walked = 0;
    int part = 0;
    for (int i = 0; i + 1 < points.length; i++) {
      double piece = points[i].distance(points[i + 1]);
      for (; piece > 0 && part < parts && (part + 0.5) * length / parts <= walked + piece; part++) {
        double share = ((part + 0.5) * length / parts - walked) / piece;
        double dx = points[i + 1].x - points[i].x;
        double dy = points[i + 1].y - points[i].y;
        cuts.add(new CrossSection(points[i].x + share * dx, points[i].y + share * dy, -dy / piece, dx / piece, half));
      }
      walked += piece;
    }
    return cuts;
  }

  private static List<Cover> covers(CrossSection at, List<Integer> near, RubbleShape[] shapes, double[] reaches) {
    var covers = new ArrayList<Cover>();
    for (int building : near) {
      for (var part : shapes[building].covered(at, reaches[building])) {
        covers.add(new Cover(building, (int) Math.round(1000 * part[0]), (int) Math.round(1000 * part[1])));
      }
    }
    covers.sort(Comparator.comparingInt(Cover::fromMm).thenComparingInt(Cover::building));
    return covers;
  }

  /** Leaves out a cut, or the one before, where the other has the same buildings and is covered as much or more by each. */
  private static void keep(List<List<Cover>> kept, List<Cover> covers) {
    if (!kept.isEmpty() && within(covers, kept.get(kept.size() - 1))) {
      return;
    }
    if (!kept.isEmpty() && within(kept.get(kept.size() - 1), covers)) {
      kept.remove(kept.size() - 1);
    }
    kept.add(covers);
  }

  private static boolean within(List<Cover> inner, List<Cover> outer) {
    return inner.size() == outer.size() && IntStream.range(0, inner.size()).allMatch(
        i -> inner.get(i).building() == outer.get(i).building() && inner.get(i).fromMm() >= outer.get(i).fromMm()
            && inner.get(i).toMm() <= outer.get(i).toMm());
  }

  /** Whether rubble lies on a cut and leaves no gap that is wide enough. */
  private boolean blocks(Cover[] covers, int first, int end, int halfMm, BitSet collapsed) {
    int free = -halfMm;
    int widest = 0;
    boolean rubble = false;
    for (int i = first; i < end; i++) {
      if (collapsed == null || collapsed.get(covers[i].building())) {
        widest = Math.max(widest, covers[i].fromMm() - free);
        free = Math.max(free, covers[i].toMm());
        rubble = true;
      }
    }
    return rubble && Math.max(widest, halfMm - free) <= 1000 * rules.freeMetres();
  }

  /** The buildings whose rubble can lie where a street may be blocked; one may come more than once. */
  IntStream buildings(int street) {
    return cutsOf[street] == null ? IntStream.empty() : Arrays.stream(cutsOf[street].covers()).mapToInt(Cover::building);
  }

  /** Whether any rubble can lie on a street. */
  boolean touched(int street) {
    return touched[street];
  }

  /** Whether a street is blocked when these buildings have collapsed. */
  boolean blocked(int street, BitSet collapsed) {
    var cuts = cutsOf[street];
    for (int i = 0; cuts != null && i + 1 < cuts.first().length; i++) {
      if (blocks(cuts.covers(), cuts.first()[i], cuts.first()[i + 1], cuts.halfMm(), collapsed)) {
        return true;
      }
    }
    return false;
  }
}
