package org.commonground.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.city.HazardLayer;
import org.commonground.space.Hazard;
import org.commonground.statement.Statement;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Several values in one text column: JSON, keys in alphabetical order unless their order means something. */
final class Json {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {
  };
  private static final TypeReference<LinkedHashMap<String, Integer>> NUMBERS = new TypeReference<>() {
  };
  private static final TypeReference<List<String>> LIST = new TypeReference<>() {
  };
  private static final TypeReference<List<LinkedHashMap<String, Object>>> OBJECTS = new TypeReference<>() {
  };
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {
  };

  private Json() {
  }

  static String sorted(Map<String, ?> map) {
    return map.isEmpty() ? "{}" : MAPPER.writeValueAsString(new TreeMap<>(map));
  }

  static String inOrder(Map<String, ?> map) {
    return MAPPER.writeValueAsString(map);
  }

  static String list(Collection<String> list) {
    return MAPPER.writeValueAsString(list);
  }

  static Map<String, String> texts(String json) {
    return json.length() == 2 ? Map.of() : MAPPER.readValue(json, TEXTS);
  }

  static Map<String, Integer> numbers(String json) {
    return json.length() == 2 ? Map.of() : MAPPER.readValue(json, NUMBERS);
  }

  static List<String> list(String json) {
    return MAPPER.readValue(json, LIST);
  }

  static String statements(List<Statement> statements) {
    return MAPPER.writeValueAsString(statements);
  }

  /** Also of a store that kept sentences alone. */
  static List<Statement> statements(String json) {
    return MAPPER.readTree(json).valueStream()
        .map(told -> told.isString() ? Statement.verbatim(told.asString()) : MAPPER.treeToValue(told, Statement.class)).toList();
  }

  static String objects(List<? extends Map<String, ?>> objects) {
    return MAPPER.writeValueAsString(objects);
  }

  static List<LinkedHashMap<String, Object>> objects(String json) {
    return MAPPER.readValue(json, OBJECTS);
  }

  /** A record as every door gives it. */
  static String answer(Object answer) {
    return MAPPER.writeValueAsString(answer);
  }

  static Map<String, Object> object(String json) {
    return MAPPER.readValue(json, OBJECT);
  }

  static String hazards(List<HazardLayer> hazards) {
    var layers = MAPPER.createArrayNode();
    for (var hazard : hazards) {
      layers.addObject().put("name", hazard.name()).put("hazard", hazard.hazard().word()).put("zones", hazard.zones())
          .put("deepestM", hazard.deepestM());
    }
    return MAPPER.writeValueAsString(layers);
  }

  static List<HazardLayer> hazards(String json) {
    return MAPPER.readTree(json).valueStream().map(layer -> new HazardLayer(layer.get("name").asString(),
        Layers.constant(Hazard.class, layer.get("hazard").asString()), layer.get("zones").asInt(),
        layer.get("deepestM").isNull() ? null : Double.valueOf(layer.get("deepestM").asDouble()))).toList();
  }
}
