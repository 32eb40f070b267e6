package org.commonground.ingest;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.FileBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small OpenStreetMap PBF file, drawn in code. Tags are given as {@code "highway=residential"}. */
final class OsmDraft {

  /** Degrees in the file are this many nanodegrees times 100. */
  private static final double PLACES_PER_DEGREE = 1e7;

  private final List<ByteString> strings = new ArrayList<>(List.of(ByteString.EMPTY));
  private final Map<String, Integer> stringNumber = new HashMap<>();
  private final Osmformat.PrimitiveGroup.Builder nodes = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder ways = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder relations = Osmformat.PrimitiveGroup.newBuilder();

  OsmDraft node(long id, double lon, double lat, String... tags) {
    var node = Osmformat.Node.newBuilder().setId(id).setLon(Math.round(lon * PLACES_PER_DEGREE))
        .setLat(Math.round(lat * PLACES_PER_DEGREE));
    for (var tag : tags) {
      node.addKeys(key(tag)).addVals(value(tag));
    }
    nodes.addNodes(node);
    return this;
  }

  OsmDraft way(long id, long[] refs, String... tags) {
    var way = Osmformat.Way.newBuilder().setId(id);
    long before = 0;
    for (long ref : refs) {
      way.addRefs(ref - before);
      before = ref;
    }
    for (var tag : tags) {
      way.addKeys(key(tag)).addVals(value(tag));
    }
    ways.addWays(way);
    return this;
  }

  /**
   * A closed way around a rectangle. Its corners are the nodes {@code 10 * id} to {@code 10 * id + 3}, so ids of other nodes keep
   * away from there.
   */
  OsmDraft box(long id, double west, double south, double east, double north, String... tags) {
    corners(id, west, south, east, north);
    return way(id, ref(10 * id, 10 * id + 1, 10 * id + 2, 10 * id + 3, 10 * id), tags);
  }

  OsmDraft corners(long id, double west, double south, double east, double north) {
    return node(10 * id, west, south).node(10 * id + 1, east, south).node(10 * id + 2, east, north)
        .node(10 * id + 3, west, north);
  }

  /** @param members such as {@code "w12 outer"}, separated by commas */
  OsmDraft relation(long id, String members, String... tags) {
    var relation = Osmformat.Relation.newBuilder().setId(id);
    long before = 0;
    for (var member : members.split(",")) {
      var parts = member.strip().split(" ");
      long ref = Long.parseLong(parts[0].substring(1));
      relation.addMemids(ref - before).addRolesSid(number(parts.length > 1 ? parts[1] : ""));
      before = ref;
      relation.addTypes(switch (parts[0].charAt(0)) {
        case 'n' -> Osmformat.Relation.MemberType.NODE;
        case 'w' -> Osmformat.Relation.MemberType.WAY;
        default -> Osmformat.Relation.MemberType.RELATION;
      });
    }
    for (var tag : tags) {
      relation.addKeys(key(tag)).addVals(value(tag));
    }
    relations.addRelations(relation);
    return this;
  }

  static long[] ref(long... nodes) {
    return nodes;
  }

  private int key(String tag) {
    return number(tag.substring(0, tag.indexOf('=')));
  }

  private int value(String tag) {
    return number(tag.substring(tag.indexOf('=') + 1));
  }

  private int number(String text) {
    return stringNumber.computeIfAbsent(text, fresh -> {
      strings.add(ByteString.copyFrom(fresh, StandardCharsets.UTF_8));
      return strings.size() - 1;
    });
  }

  Path write(Path file) {
    try (var out = new BlockOutputStream(Files.newOutputStream(file))) {
      write(out, "OSMHeader", Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6").build());
      for (var group : List.of(nodes, ways, relations)) {
        write(out, "OSMData", Osmformat.PrimitiveBlock.newBuilder()
            .setStringtable(Osmformat.StringTable.newBuilder().addAllS(strings)).addPrimitivegroup(group).build());
      }
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(BlockOutputStream out, String type, MessageLite message) throws IOException {
    out.write(FileBlock.newInstance(type, message.toByteString(), null));
  }
}
