package org.commonground.ingest;

import crosby.binary.file.BlockInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * All of an OpenStreetMap PBF file in memory: places of nodes as sorted arrays, tags only of the nodes that have any.
 * Some 100 bytes a node.
 */
final class OsmFile {

  private final String name;
  private final long[] nodeId;
  private final int[] lonE7;
  private final int[] latE7;
  private final Map<Long, Map<String, String>> nodeTags;
  private final List<Way> ways;
  private final List<Relation> relations;
  private final Map<Long, Way> wayById = new HashMap<>();
  private final LocalDate date;
  private final Envelope bounds;
  private final Issues issues;

  record Way(long id, long[] nodes, Map<String, String> tags) {

    boolean closed() {
      return nodes.length > 3 && nodes[0] == nodes[nodes.length - 1];
    }
  }

  record Relation(long id, Map<String, String> tags, List<Member> members) {
  }

  /** @param type {@code n}, {@code w} or {@code r} */
  record Member(char type, long id, String role) {
  }

  private OsmFile(String name, OsmBlocks parsed) {
    this.name = name;
    var order = parsed.sortedNodes();
    nodeId = order.ids();
    lonE7 = order.lons();
    latE7 = order.lats();
    nodeTags = parsed.nodeTags;
    ways = parsed.ways;
    relations = parsed.relations;
    date = parsed.date;
    bounds = extent(parsed.bounds);
    issues = parsed.issues;
    ways.forEach(way -> wayById.put(way.id(), way));
  }

  /**
   * @throws InvalidInput where the file is missing, a directory, empty, cut off, or no PBF
   */
  static OsmFile read(Path file) {
    checkReadable(file, "--osm");
    var parser = new OsmBlocks();
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      PbfFrames.check(file);
      new BlockInputStream(in, parser).process();
    } catch (IOException | RuntimeException failure) {
      if (failure instanceof InvalidInput mistake) {
        throw mistake;
      }
      throw new InvalidInput(Code.FILE_CONTENT, "--osm", file + " is cut off or damaged after " + parser.nodeCount
          + " nodes, " + parser.ways.size() + " ways and " + parser.relations.size() + " relations.");
    }
    if (!parser.complete || parser.nodeCount == 0) {
      throw new InvalidInput(Code.FILE_CONTENT, "--osm", file + " holds no OpenStreetMap data.");
    }
    return new OsmFile(file.getFileName().toString(), parser);
  }

  /** Refuses what cannot be read as a file with something in it. */
  static void checkReadable(Path file, String option) {
    if (!Files.exists(file)) {
      throw new InvalidInput(Code.FILE_MISSING, option, file + " does not exist.");
    }
    if (Files.isDirectory(file)) {
      throw new InvalidInput(Code.FILE_UNREADABLE, option, file + " is a directory, not a file.");
    }
    if (!Files.isReadable(file)) {
      throw new InvalidInput(Code.FILE_UNREADABLE, option, file + " may not be read by this user.");
    }
    try {
      if (Files.size(file) == 0) {
        throw new InvalidInput(Code.FILE_CONTENT, option, file + " is empty.");
      }
    } catch (IOException failure) {
      throw new InvalidInput(Code.FILE_UNREADABLE, option, file + " cannot be read: " + failure.getMessage() + ".");
    }
  }

  String name() {
    return name;
  }

  /** Day the data is from, as the file's header says; null where it does not. */
  LocalDate date() {
    return date;
  }

  /** The extent of all nodes, as far as it lies in that of the header where there is one. */
  Envelope bounds() {
    return new Envelope(bounds);
  }

  /** A header may name a box far wider than its data, or one elsewhere. */
  private Envelope extent(Envelope header) {
    var extent = new Envelope();
    for (int i = 0; i < nodeId.length; i++) {
      extent.expandToInclude(lonE7[i] / 1e7, latE7[i] / 1e7);
    }
    var common = header.intersection(extent);
    return common.getWidth() > 0 && common.getHeight() > 0 ? common : extent;
  }

  /** What was wrong in the file itself. */
  Issues issues() {
    return issues;
  }

  List<Way> ways() {
    return ways;
  }

  List<Relation> relations() {
    return relations;
  }

  /** Null where the file does not hold it. */
  Way way(long id) {
    return wayById.get(id);
  }

  /** Tags by node, of the nodes that have any. */
  Map<Long, Map<String, String>> nodeTags() {
    return nodeTags;
  }

  /** Lon/lat; null where the file does not hold the node. */
  Coordinate place(long node) {
    int at = Arrays.binarySearch(nodeId, node);
    return at < 0 ? null : new Coordinate(lonE7[at] / 1e7, latE7[at] / 1e7);
  }
}
