package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.commonground.network.Obstacles;
import org.commonground.network.Snap;
import org.commonground.network.Snapper;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;
import org.commonground.plan.Asked;
import org.commonground.plan.form.Checked;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The streets for cars of one city, and where they lead out.
 *
 * <ol>
 *   <li>Exits that are given are at the nearer end of the nearest street for cars.
 *   <li>Otherwise each street for cars with one end within the boundary and one beyond has an exit at its outer end. Where none has, each
 *       end of a single street for cars near the boundary is one.
 *   <li>Streets for cars that lead to no exit at all, as if nothing were closed, are left out: nobody looks for a car there.
 * </ol>
 *
 * @param drives  of each street, whether it is for cars and leads to an exit
 * @param exits   of each node that is one, the street that leads there, ascending
 * @param given   whether a caller named them
 * @param finder  finds streets
 */
record CarExits(boolean[] drives, TreeMap<Integer, Street> exits, boolean given, Snapper finder) {

  private static final double GIVEN_METRES = 250;
  private static final double END_METRES = 30;

  /** @throws org.commonground.city.InvalidInput where no street for cars is near an exit that is given */
  static CarExits of(Asked asked, List<EvacuationQuery.Exit> given) {
    var streets = asked.city().streets();
    var rules = new CarRules(asked.terms());
    var drives = new boolean[streets.streets().size()];
    streets.streets().forEach(street -> drives[street.id()] = rules.drives(street));
    var graph = WalkGraph.of(streets, asked.terms().profile(null, false), Unknowns.OPTIMISTIC);
    var all = new Snapper(graph, asked.snapshot().projection());
    var exits = given.isEmpty() ? atBoundary(asked, drives) : named(streets, given, all.avoiding(allBut(drives)));
    leadOut(streets, drives, exits);
    return new CarExits(drives, exits, !given.isEmpty(), all);
  }

  /** Finds these streets and no others. */
  Snapper snapper(boolean[] streets) {
    return finder.avoiding(allBut(streets));
  }

  private static Obstacles allBut(boolean[] drives) {
    var left = new float[drives.length];
    for (int street = 0; street < left.length; street++) {
      left[street] = drives[street] ? 1 : 0;
    }
    return Obstacles.of(left);
  }

  private static TreeMap<Integer, Street> named(StreetNetwork streets, List<EvacuationQuery.Exit> given, Snapper snapper) {
    var exits = new TreeMap<Integer, Street>();
    for (var exit : given) {
      var snap = snapper.snap(Checked.lon(exit.lon()), Checked.lat(exit.lat()), GIVEN_METRES).orElseThrow(() -> Checked.refused("exits",
          String.format(Locale.ROOT, "exits has %s, %s, but no street for cars is within %.0f m of it.", exit.lon(), exit.lat(), GIVEN_METRES)));
      var street = streets.street(snap.street());
      exits.putIfAbsent(nearerEnd(street, snap), street);
    }
    return exits;
  }

  static int nearerEnd(Street street, Snap snap) {
    return snap.fraction() < 0.5 ? street.from() : street.to();
  }

  private static TreeMap<Integer, Street> atBoundary(Asked asked, boolean[] drives) {
    var streets = asked.city().streets();
    var boundary = asked.city().area().boundary();
    var area = PreparedGeometryFactory.prepare(boundary);
    var points = boundary.getFactory();
    var inside = new boolean[streets.nodeCount()];
    var count = new int[inside.length];
    for (int node = 0; node < inside.length; node++) {
      inside[node] = area.covers(points.createPoint(new Coordinate(streets.nodeLon(node), streets.nodeLat(node))));
    }
    var exits = new TreeMap<Integer, Street>();
    var candidates = streets.streets().stream().filter(street -> drives[street.id()]).toList();
    for (var street : candidates) {
      count[street.from()]++;
      count[street.to()]++;
      if (inside[street.from()] != inside[street.to()]) {
        exits.putIfAbsent(inside[street.from()] ? street.to() : street.from(), street);
      }
    }
    if (exits.isEmpty()) {
      var projection = asked.snapshot().projection();
      var edge = projection.toMetres(boundary).getBoundary();
      for (var street : candidates) {
        for (int node : new int[] {street.from(), street.to()}) {
          if (count[node] == 1 && edge.isWithinDistance(points.createPoint(projection.toMetres(streets.nodeLon(node), streets.nodeLat(node))),
              END_METRES)) {
            exits.putIfAbsent(node, street);
          }
        }
      }
    }
    return exits;
  }

  /** Keeps those from which an exit can be driven to. */
  private static void leadOut(StreetNetwork streets, boolean[] drives, TreeMap<Integer, Street> exits) {
    var at = new ArrayList<List<Street>>();
    for (int node = 0; node < streets.nodeCount(); node++) {
      at.add(new ArrayList<>(2));
    }
    streets.streets().stream().filter(street -> drives[street.id()]).forEach(street -> {
      at.get(street.from()).add(street);
      at.get(street.to()).add(street);
    });
    var found = new boolean[at.size()];
    var open = new ArrayList<>(exits.keySet());
    open.forEach(node -> found[node] = true);
    while (!open.isEmpty()) {
      int node = open.remove(open.size() - 1);
      for (var street : at.get(node)) {
        int next = street.from() == node ? street.to() : street.from();
        if (!found[next]) {
          found[next] = true;
          open.add(next);
        }
      }
    }
    streets.streets().forEach(street -> drives[street.id()] &= found[street.from()]);
  }
}
