package org.commonground.ingest;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

  private OsmFile(String name, Parser parsed) {
    this.name = name;
    var order = parsed.sortedNodes();
    nodeId = order.ids;
    lonE7 = order.lons;
    latE7 = order.lats;
    nodeTags = parsed.nodeTags;
    ways = parsed.ways;
    relations = parsed.relations;
    date = parsed.date;
    bounds = parsed.bounds;
    ways.forEach(way -> wayById.put(way.id(), way));
  }

  /**
   * @throws InvalidInput where the file is missing, a directory, empty, cut off, or no PBF
   */
  static OsmFile read(Path file) {
    checkReadable(file, "--osm");
    var parser = new Parser();
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

  /** The extent the header names, else that of all nodes. */
  Envelope bounds() {
    if (!bounds.isNull()) {
      return new Envelope(bounds);
    }
    var extent = new Envelope();
    for (int i = 0; i < nodeId.length; i++) {
      extent.expandToInclude(lonE7[i] / 1e7, latE7[i] / 1e7);
    }
    return extent;
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

  private record Nodes(long[] ids, int[] lons, int[] lats) {
  }

  /** Collects blocks as they come. */
  private static final class Parser extends BinaryParser {

    private long[] ids = new long[1 << 16];
    private int[] lons = new int[1 << 16];
    private int[] lats = new int[1 << 16];
    private int nodeCount;
    private boolean complete;
    private LocalDate date;
    private final Envelope bounds = new Envelope();
    private final Map<Long, Map<String, String>> nodeTags = new HashMap<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    @Override
    protected void parse(Osmformat.HeaderBlock header) {
      for (var feature : header.getRequiredFeaturesList()) {
        if (!feature.equals("OsmSchema-V0.6") && !feature.equals("DenseNodes")) {
          throw new InvalidInput(Code.FILE_CONTENT, "--osm", "The file needs the PBF feature " + feature
              + ", which cannot be read here.");
        }
      }
      if (header.hasOsmosisReplicationTimestamp()) {
        date = Instant.ofEpochSecond(header.getOsmosisReplicationTimestamp()).atZone(ZoneOffset.UTC).toLocalDate();
      }
      if (header.hasBbox()) {
        var box = header.getBbox();
        bounds.expandToInclude(box.getLeft() / 1e9, box.getBottom() / 1e9);
        bounds.expandToInclude(box.getRight() / 1e9, box.getTop() / 1e9);
      }
    }

    @Override
    protected void parseDense(Osmformat.DenseNodes nodes) {
      long id = 0;
      long lat = 0;
      long lon = 0;
      int keys = 0;
      for (int i = 0; i < nodes.getIdCount(); i++) {
        id += nodes.getId(i);
        lat += nodes.getLat(i);
        lon += nodes.getLon(i);
        var tags = new HashMap<String, String>();
        if (nodes.getKeysValsCount() > 0) {
          while (nodes.getKeysVals(keys) != 0) {
            tags.put(getStringById(nodes.getKeysVals(keys)), getStringById(nodes.getKeysVals(keys + 1)));
            keys += 2;
          }
          keys++;
        }
        addNode(id, parseLon(lon), parseLat(lat), tags);
      }
    }

    @Override
    protected void parseNodes(List<Osmformat.Node> nodes) {
      for (var node : nodes) {
        addNode(node.getId(), parseLon(node.getLon()), parseLat(node.getLat()),
            tags(node.getKeysList(), node.getValsList()));
      }
    }

    private void addNode(long id, double lon, double lat, Map<String, String> tags) {
      if (nodeCount == ids.length) {
        ids = Arrays.copyOf(ids, 2 * nodeCount);
        lons = Arrays.copyOf(lons, 2 * nodeCount);
        lats = Arrays.copyOf(lats, 2 * nodeCount);
      }
      ids[nodeCount] = id;
      lons[nodeCount] = (int) Math.round(lon * 1e7);
      lats[nodeCount++] = (int) Math.round(lat * 1e7);
      if (!tags.isEmpty()) {
        nodeTags.put(id, Map.copyOf(tags));
      }
    }

    @Override
    protected void parseWays(List<Osmformat.Way> found) {
      for (var way : found) {
        var nodes = new long[way.getRefsCount()];
        long node = 0;
        for (int i = 0; i < nodes.length; i++) {
          node += way.getRefs(i);
          nodes[i] = node;
        }
        ways.add(new Way(way.getId(), nodes, tags(way.getKeysList(), way.getValsList())));
      }
    }

    @Override
    protected void parseRelations(List<Osmformat.Relation> found) {
      for (var relation : found) {
        var members = new ArrayList<Member>(relation.getMemidsCount());
        long member = 0;
        for (int i = 0; i < relation.getMemidsCount(); i++) {
          member += relation.getMemids(i);
          char type = switch (relation.getTypes(i)) {
            case NODE -> 'n';
            case WAY -> 'w';
            case RELATION -> 'r';
          };
          members.add(new Member(type, member, getStringById(relation.getRolesSid(i))));
        }
        relations.add(new Relation(relation.getId(), tags(relation.getKeysList(), relation.getValsList()), members));
      }
    }

    private Map<String, String> tags(List<Integer> keys, List<Integer> values) {
      var tags = new HashMap<String, String>();
      for (int i = 0; i < keys.size(); i++) {
        tags.put(getStringById(keys.get(i)), getStringById(values.get(i)));
      }
      return Map.copyOf(tags);
    }

    @Override
    public void complete() {
      complete = true;
    }

    private Nodes sortedNodes() {
      boolean sorted = true;
      for (int i = 1; i < nodeCount && sorted; i++) {
        sorted = ids[i - 1] < ids[i];
      }
      if (sorted) {
        return new Nodes(Arrays.copyOf(ids, nodeCount), Arrays.copyOf(lons, nodeCount), Arrays.copyOf(lats, nodeCount));
      }
      var order = java.util.stream.IntStream.range(0, nodeCount).boxed()
          .sorted(java.util.Comparator.comparingLong(i -> ids[i])).mapToInt(Integer::intValue).toArray();
      return new Nodes(Arrays.stream(order).mapToLong(i -> ids[i]).toArray(), Arrays.stream(order).map(i -> lons[i]).toArray(),
          Arrays.stream(order).map(i -> lats[i]).toArray());
    }
  }
}
