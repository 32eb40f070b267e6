package org.commonground.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.commonground.network.LiveSweep;
import org.commonground.network.Obstacles;
import org.commonground.network.Snap;
import org.commonground.network.Snapper;
import org.locationtech.jts.geom.Envelope;

/**
 * From one {@link ReachLayer} to the next: what has to be computed again, and nothing else. Throw-away.
 *
 * <ol>
 *   <li>Streets whose speed differs are noted; where one was closed or opened, the places joined to it are joined again.
 *   <li>Those streets, and the entrances of the shelters that differ, are changed in the search, which is repaired.
 *   <li>A place is walked from again where an end of its street has another time, where its street or an entrance on it differs,
 *       where it or its place on the street lies in the outline of a shelter that differs, or where its people are now trapped or no
 *       longer.
 * </ol>
 */
final class LayerChange {

  private final Ground ground;
  private final Obstacles now;
  private final boolean[] street;
  private final boolean[] closed;
  private final BitSet places = new BitSet();
  private boolean opens;
  private boolean closes;

  LayerChange(Ground ground, Obstacles before, Obstacles now) {
    this.ground = ground;
    this.now = now;
    street = new boolean[ground.graph().streets().streets().size()];
    closed = new boolean[street.length];
    if (before == now) {
      return;
    }
    for (int number = 0; number < street.length; number++) {
      if (before.speedLeft(number) != now.speedLeft(number) && ground.graph().passable(number)) {
        street[number] = true;
        closed[number] = now.closes(number);
        closes |= closed[number];
        opens |= before.closes(number);
      }
    }
  }

  /** Whether a street's speed differs, one entry per street. */
  boolean[] streets() {
    return street;
  }

  /** Whether a street was closed or opened. */
  boolean closings() {
    return opens || closes;
  }

  /** Joins the places to the streets again that were or are to be led round a closed one. */
  void resnap(Snap[] placeSnap, int[] detoured, Snapper avoiding) {
    for (int number = 0; number < street.length; number++) {
      if (street[number]) {
        ground.placesOn(number).forEach(places::set);
      }
    }
    if (!closings()) {
      return;
    }
    var again = new BitSet();
    again.or(places);
    for (int place : detoured) {
      if (opens || placeSnap[place] != null && closed[placeSnap[place].street()]) {
        again.set(place);
      }
    }
    var wanted = again.stream().toArray();
    IntStream.of(wanted).parallel().forEach(place -> placeSnap[place] = ground.snap(place, now, avoiding));
    places.or(again);
  }

  /** The places that are led round a closed street now. */
  int[] detoured(Snap[] placeSnap, int[] before) {
    return closings() ? IntStream.concat(Arrays.stream(before), places.stream()).distinct()
        .filter(place -> placeSnap[place] != ground.placeSnaps()[place]).sorted().toArray() : before;
  }

  /** Changes the search and repairs it; what differs then leads to places. */
  void repair(LiveSweep sweep, ReachLayer before, ReachLayer after) {
    var graph = ground.graph();
    for (int number = 0; number < street.length; number++) {
      if (street[number]) {
        sweep.setStreet(number, now.slowed(number, graph.millisToEnd(number)), now.slowed(number, graph.millisToStart(number)));
      }
    }
    var outlines = new Envelope();
    int shelters = Math.max(before.entrances().count(), after.entrances().count());
    for (int shelter = 0; shelter < shelters; shelter++) {
      if (!after.entrances().same(before.entrances(), shelter)) {
        enter(sweep, after, shelter);
        outlines.expandToInclude(noteGates(before, shelter));
        outlines.expandToInclude(noteGates(after, shelter));
      }
    }
    for (int node : sweep.repair()) {
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        ground.placesOn(graph.street(arc)).forEach(places::set);
      }
    }
    after.detoured().forEach(places::set);
    if (!outlines.isNull()) {
      after.placesIn(outlines).forEach(places::set);
    }
  }

  private static void enter(LiveSweep sweep, ReachLayer layer, int shelter) {
    var nodes = IntStream.builder();
    var millis = IntStream.builder();
    layer.enter(shelter, (node, spent, same) -> {
      nodes.add(node);
      millis.add(spent);
    });
    sweep.setEntries(shelter, nodes.build().toArray(), millis.build().toArray());
  }

  /** Notes the places on the streets where a shelter is entered. Returns the extent of its outline. */
  private Envelope noteGates(ReachLayer layer, int shelter) {
    for (var gate : layer.entrances().ofShelter(shelter)) {
      if (gate.snap() != null) {
        ground.placesOn(gate.snap().street()).forEach(places::set);
      }
    }
    return layer.outline(shelter);
  }

  /** Notes the places whose people are now trapped, or no longer. */
  void people(Circumstances before, Circumstances after) {
    if (before != after) {
      IntStream.range(0, ground.placeSnaps().length).filter(place -> before.traps(place) != after.traps(place))
          .forEach(places::set);
    }
  }

  /** The places whose walking time may differ. */
  IntStream places() {
    return places.stream();
  }
}
