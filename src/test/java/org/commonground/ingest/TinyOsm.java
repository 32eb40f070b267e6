package org.commonground.ingest;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.geo.LocalProjection;

/** Writes a small OpenStreetMap PBF file from nodes, ways and relations given in code; nodes in metres around one point. */
final class TinyOsm {

  static final LocalProjection PLANE = LocalProjection.around(9.5, 47.1);

  private final Osmformat.PrimitiveGroup.Builder nodes = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder ways = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder relations = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.HeaderBlock.Builder header = Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6");
  private final Map<String, Integer> words = new LinkedHashMap<>(Map.of("", 0));
  private final List<String> strings = new ArrayList<>(List.of(""));

  /** What the header of the file says that it holds, in metres; what else is in it is beyond. */
  TinyOsm extent(double west, double south, double east, double north) {
    var low = PLANE.toDegrees(west, south);
    var high = PLANE.toDegrees(east, north);
    header.setBbox(Osmformat.HeaderBBox.newBuilder().setLeft(Math.round(low.x * 1e9)).setBottom(Math.round(low.y * 1e9))
        .setRight(Math.round(high.x * 1e9)).setTop(Math.round(high.y * 1e9)));
    return this;
  }

  private int word(String text) {
    return words.computeIfAbsent(text, none -> {
      strings.add(text);
      return strings.size() - 1;
    });
  }

  /** @param tags {@code key=value} … */
  TinyOsm node(long id, double x, double y, String... tags) {
    var at = PLANE.toDegrees(x, y);
    var node = Osmformat.Node.newBuilder().setId(id).setLon(Math.round(at.x * 1e7)).setLat(Math.round(at.y * 1e7));
    for (var tag : tags) {
      node.addKeys(word(tag.split("=", 2)[0])).addVals(word(tag.split("=", 2)[1]));
    }
    nodes.addNodes(node);
    return this;
  }

  TinyOsm way(long id, List<Integer> refs, String... tags) {
    var way = Osmformat.Way.newBuilder().setId(id);
    long last = 0;
    for (int ref : refs) {
      way.addRefs(ref - last);
      last = ref;
    }
    for (var tag : tags) {
      way.addKeys(word(tag.split("=", 2)[0])).addVals(word(tag.split("=", 2)[1]));
    }
    ways.addWays(way);
    return this;
  }

  /** A closed rectangle with its own four nodes, numbered from {@code firstNode}. */
  TinyOsm box(long id, int firstNode, double west, double south, double east, double north, String... tags) {
    node(firstNode, west, south).node(firstNode + 1, east, south).node(firstNode + 2, east, north).node(firstNode + 3, west, north);
    return way(id, List.of(firstNode, firstNode + 1, firstNode + 2, firstNode + 3, firstNode), tags);
  }

  /** @param members {@code outer 12}: role and way */
  TinyOsm relation(long id, List<String> members, String... tags) {
    var relation = Osmformat.Relation.newBuilder().setId(id);
    long last = 0;
    for (var member : members) {
      long way = Long.parseLong(member.split(" ")[1]);
      relation.addRolesSid(word(member.split(" ")[0])).addMemids(way - last).addTypes(Osmformat.Relation.MemberType.WAY);
      last = way;
    }
    for (var tag : tags) {
      relation.addKeys(word(tag.split("=", 2)[0])).addVals(word(tag.split("=", 2)[1]));
    }
    relations.addRelations(relation);
    return this;
  }

  Path write(Path file) {
    var table = Osmformat.StringTable.newBuilder();
    strings.forEach(text -> table.addS(ByteString.copyFrom(text, StandardCharsets.UTF_8)));
    var block = Osmformat.PrimitiveBlock.newBuilder().setStringtable(table).addPrimitivegroup(nodes)
        .addPrimitivegroup(ways).addPrimitivegroup(relations).build();
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      write(out, "OSMHeader", header.build().toByteString());
      write(out, "OSMData", block.toByteString());
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(DataOutputStream out, String type, ByteString content) throws IOException {
    var blob = Fileformat.Blob.newBuilder().setRaw(content).setRawSize(content.size()).build().toByteArray();
    var head = Fileformat.BlobHeader.newBuilder().setType(type).setDatasize(blob.length).build().toByteArray();
    out.writeInt(head.length);
    out.write(head);
    out.write(blob);
  }
}
