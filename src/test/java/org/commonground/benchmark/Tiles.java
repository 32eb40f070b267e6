package org.commonground.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;
import org.locationtech.jts.geom.Coordinate;

/** Copies of one city side by side, neighbours joined by a few streets: a larger city of the same kind. */
final class Tiles {

  private static final int JOINS = 20;

  private Tiles() {
  }

  static StreetNetwork of(StreetNetwork tile, int columns, int rows) {
    if (columns * rows == 1) {
      return tile;
    }
    int nodes = tile.nodeCount();
    var byLon = ends(tile, Comparator.comparingDouble(tile::nodeLon));
    var byLat = ends(tile, Comparator.comparingDouble(tile::nodeLat));
    var lon = new double[nodes * columns * rows];
    var lat = new double[lon.length];
    var streets = new ArrayList<Street>(columns * rows * (tile.streets().size() + 2 * JOINS));
    for (int copy = 0; copy < columns * rows; copy++) {
      int first = copy * nodes;
      for (int node = 0; node < nodes; node++) {
        lon[first + node] = tile.nodeLon(node);
        lat[first + node] = tile.nodeLat(node);
      }
      for (var street : tile.streets()) {
        streets.add(renumbered(street, streets.size(), first + street.from(), first + street.to()));
      }
    }
    for (int copy = 0; copy < columns * rows; copy++) {
      for (int join = 0; join < JOINS; join++) {
        int east = copy * nodes + byLon[nodes - 1 - join];
        int north = copy * nodes + byLat[nodes - 1 - join];
        if (copy % columns + 1 < columns) {
          streets.add(joint(tile, streets.size(), east, (copy + 1) * nodes + byLon[join]));
        }
        if (copy / columns + 1 < rows) {
          streets.add(joint(tile, streets.size(), north, (copy + columns) * nodes + byLat[join]));
        }
      }
    }
    return new StreetNetwork(lon, lat, streets);
  }

  private static int[] ends(StreetNetwork tile, Comparator<Integer> order) {
    return IntStream.range(0, tile.nodeCount()).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  private static Street renumbered(Street street, int id, int from, int to) {
    return new Street(id, street.osmId(), from, to, street.line(), street.lengthMm(), street.kind(), street.name(),
        street.names(), street.widthM(), street.surface(), street.smoothness(), street.steps(), street.kerb(),
        street.wheelchair(), street.incline(), street.bridge(), street.tunnel(), street.layer(), street.access(), street.lit(),
        street.heights());
  }

  /** A street of 100 m. */
  private static Street joint(StreetNetwork tile, int id, int from, int to) {
    var line = tile.street(0).line().getFactory().createLineString(new Coordinate[] {
        new Coordinate(tile.nodeLon(from % tile.nodeCount()), tile.nodeLat(from % tile.nodeCount())),
        new Coordinate(tile.nodeLon(to % tile.nodeCount()), tile.nodeLat(to % tile.nodeCount()))});
    return new Street(id, 0, from, to, line, 100_000, "residential", null, Map.of(), null, "asphalt", null, false, null,
        null, null, false, false, 0, null, null, null);
  }
}
