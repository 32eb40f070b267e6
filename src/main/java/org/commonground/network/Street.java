package org.commonground.network;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.LineString;

/**
 * One section of a street or path between two junctions, with what a walker needs to know of it. Nothing is guessed:
 * what is not recorded is null.
 *
 * @param id         number of the section inside its network, from 0
 * @param osmId      way it is part of; 0 where it does not come from OpenStreetMap
 * @param from       node at the first point of {@code line}
 * @param to         node at the last point of {@code line}
 * @param line       lon/lat, at least two points
 * @param lengthMm   millimetres along the line on the ground
 * @param kind       value of the OpenStreetMap key {@code highway} ({@code residential}, {@code footway} …)
 * @param name       null where none is recorded
 * @param names      every recorded name by language code; may be empty
 * @param widthM     metres; null where not recorded
 * @param surface    value of {@code surface}; null where not recorded
 * @param smoothness value of {@code smoothness}; null where not recorded
 * @param steps      true for stairs
 * @param kerb       value of {@code kerb} on the way or at a kerb point along it (the highest one);
 *                   {@link #KERB_UNRECORDED} where it crosses a road and none is recorded; null elsewhere
 * @param wheelchair value of {@code wheelchair}; null where not recorded
 * @param incline    value of {@code incline} as recorded ({@code 5%}, {@code up} …); null where not recorded
 * @param bridge     true on a bridge
 * @param tunnel     true in a tunnel
 * @param layer      level above or below ground, 0 on the ground
 * @param access     who may walk here: value of {@code foot}, else of {@code access}; null where not recorded (open)
 * @param lit        null where not recorded
 * @param heights    of the ground along it; null where not recorded
 */
public record Street(int id, long osmId, int from, int to, LineString line, int lengthMm, String kind, String name,
    Map<String, String> names, Double widthM, String surface, String smoothness, boolean steps, String kerb,
    String wheelchair, String incline, boolean bridge, boolean tunnel, int layer, String access, Boolean lit,
    HeightProfile heights) {

  /** Instead of a kerb, where a street crosses a road and nobody has recorded one. */
  public static final String KERB_UNRECORDED = "unrecorded";

  public Street {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(kind, "kind");
    names = names.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(names));
    if (lengthMm < 0) {
      throw new IllegalArgumentException("length of street " + id + " is " + lengthMm + " mm, below 0");
    }
  }

  /** The same section between other numbers of the same two nodes. */
  public Street between(int newFrom, int newTo) {
    return new Street(id, osmId, newFrom, newTo, line, lengthMm, kind, name, names, widthM, surface, smoothness, steps, kerb,
        wheelchair, incline, bridge, tunnel, layer, access, lit, heights);
  }

  /** The same section with the heights of its ground; null where they are not recorded. */
  public Street withHeights(HeightProfile recorded) {
    return new Street(id, osmId, from, to, line, lengthMm, kind, name, names, widthM, surface, smoothness, steps, kerb,
        wheelchair, incline, bridge, tunnel, layer, access, lit, recorded);
  }
}
