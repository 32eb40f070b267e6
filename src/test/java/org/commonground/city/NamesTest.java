package org.commonground.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

/** Names come in the order of their languages, so that two runs of the program print the same bytes: the JDK's own small maps do not. */
class NamesTest {

  @Test
  void namesAreSorted() {
    var names = IntStream.range(0, 26).mapToObj(i -> "" + (char) ('a' + i * 7 % 26)).collect(Collectors.toMap(word -> word, word -> word));
    var district = new District(0, "relation/1", "one", Map.copyOf(names), null, new GeometryFactory().createPolygon());
    assertEquals(List.copyOf(new TreeSet<>(names.keySet())), List.copyOf(district.names().keySet()));
  }
}
