package org.commonground.ingest;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.ingest.OsmFile.Member;
import org.commonground.ingest.OsmFile.Relation;
import org.commonground.ingest.OsmFile.Way;
import org.locationtech.jts.geom.Envelope;

/**
 * Collects the blocks of an OpenStreetMap PBF file as they come. A node that is nowhere on earth is left out as if missing, a way or
 * relation that comes twice is kept once, each with an issue. A tag without a value says nothing and is dropped.
 */
final class OsmBlocks extends BinaryParser {


  private long[] ids = new long[1 << 16];
  private int[] lons = new int[1 << 16];
  private int[] lats = new int[1 << 16];
  int nodeCount;
  boolean complete;
  LocalDate date;
  final Envelope bounds = new Envelope();
  final Map<Long, Map<String, String>> nodeTags = new HashMap<>();
  final List<Way> ways = new ArrayList<>();
  final List<Relation> relations = new ArrayList<>();
  final Issues issues = new Issues();
  private final Set<Long> wayIds = new HashSet<>();
  private final Set<Long> relationIds = new HashSet<>();

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
          put(tags, nodes.getKeysVals(keys), nodes.getKeysVals(keys + 1));
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
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      issues.add("map", "coordinates-impossible", "node/" + id, "Its place " + lon + ", " + lat
          + " is nowhere on earth; left out.", null);
      return;
    }
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
      if (isNew(wayIds, way.getId(), "way/")) {
        ways.add(new Way(way.getId(), nodes, tags(way.getKeysList(), way.getValsList())));
      }
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
      if (isNew(relationIds, relation.getId(), "relation/")) {
        relations.add(new Relation(relation.getId(), tags(relation.getKeysList(), relation.getValsList()), members));
      }
    }
  }

  private Map<String, String> tags(List<Integer> keys, List<Integer> values) {
    var tags = new HashMap<String, String>();
    for (int i = 0; i < keys.size(); i++) {
      put(tags, keys.get(i), values.get(i));
    }
    return Map.copyOf(tags);
  }

  private void put(Map<String, String> tags, int key, int value) {
    var text = getStringById(value);
    if (!text.isBlank()) {
      tags.put(getStringById(key), text);
    }
  }

  private boolean isNew(Set<Long> known, long id, String type) {
    boolean fresh = known.add(id);
    if (!fresh) {
      issues.add("map", "twice", type + id, "It is in the file more than once; the first is kept.", null);
    }
    return fresh;
  }

  @Override
  public void complete() {
    complete = true;
  }

  Nodes sortedNodes() {
    boolean sorted = true;
    for (int i = 1; i < nodeCount && sorted; i++) {
      sorted = ids[i - 1] < ids[i];
    }
    if (sorted) {
      return new Nodes(Arrays.copyOf(ids, nodeCount), Arrays.copyOf(lons, nodeCount), Arrays.copyOf(lats, nodeCount));
    }
    var order = IntStream.range(0, nodeCount).boxed()
        .sorted(Comparator.comparingLong(i -> ids[i])).mapToInt(Integer::intValue).toArray();
    return new Nodes(Arrays.stream(order).mapToLong(i -> ids[i]).toArray(), Arrays.stream(order).map(i -> lons[i]).toArray(),
        Arrays.stream(order).map(i -> lats[i]).toArray());
  }

  /** In order of their ids. */
  record Nodes(long[] ids, int[] lons, int[] lats) {
  }
}
