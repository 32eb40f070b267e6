package org.commonground.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;

/**
 * Which column of a table holds what: by the caller's mapping, else by names that are recognised.
 *
 * @param byWord column by our word
 */
record Columns(Map<String, String> byWord) {

  /** Names for our words, in small letters. The longer lists are the schemas of open data that we know. */
  private static final Map<String, List<String>> KNOWN = Map.ofEntries(
      Map.entry("id", List.of("id", "共通id", "no", "序號", "編號")),
      Map.entry("name", List.of("name", "施設・場所名", "名称", "避難收容處所名稱", "収容所名称", "名稱", "名称_漢字")),
      Map.entry("address", List.of("address", "住所", "所在地_連結表記", "避難收容處所地址", "地址")),
      Map.entry("lon", List.of("lon", "lng", "long", "longitude", "x", "経度", "經度", "经度")),
      Map.entry("lat", List.of("lat", "latitude", "y", "緯度", "纬度")),
      Map.entry("capacity", List.of("capacity", "預計收容人數", "想定収容人数", "容纳人数", "收容人數")),
      Map.entry("hazards", List.of("hazards", "適用災害類別")),
      Map.entry("indoor", List.of("indoor", "室內")),
      Map.entry("outdoor", List.of("outdoor", "室外")),
      Map.entry("illustrative", List.of("illustrative")),
      Map.entry("kind", List.of("kind", "type", "category")),
      Map.entry("people", List.of("people", "population", "pop", "residents", "inhabitants", "人口")));

  /**
   * @param mapping column by our word, as the caller gave it
   * @throws InvalidInput where the mapping names a column the table does not have, or a word that is not ours
   */
  static Columns of(Table table, Map<String, String> mapping) {
    var byWord = new HashMap<String, String>();
    KNOWN.forEach((word, names) -> names.stream()
        .flatMap(name -> table.columns().stream().filter(column -> column.toLowerCase(Locale.ROOT).equals(name)))
        .findFirst().ifPresent(column -> byWord.put(word, column)));
    mapping.forEach((word, column) -> {
      if (!KNOWN.containsKey(word)) {
        throw new InvalidInput(Code.OPTION, "--columns", "--columns maps \"" + word + "\", but only "
            + String.join(", ", KNOWN.keySet().stream().sorted().toList()) + " can be mapped.");
      }
      if (table.columns().contains(column)) {
        byWord.put(word, column);
      }
    });
    return new Columns(byWord);
  }

  /** Refuses a mapping that fits none of the tables of an import. */
  static void check(List<Table> tables, Map<String, String> mapping) {
    mapping.forEach((word, column) -> {
      if (tables.stream().noneMatch(table -> table.columns().contains(column))) {
        throw new InvalidInput(Code.OPTION, "--columns", "--columns maps " + word + " to \"" + column
            + "\", but the columns are: " + String.join(", ", tables.stream().flatMap(table -> table.columns().stream()).toList())
            + ".");
      }
    });
  }

  /** Text in the column for one of our words; null where there is no such column or nothing in it. */
  String get(Table.Row row, String word) {
    var column = byWord.get(word);
    return column == null ? null : row.values().get(column);
  }

  /** Refuses a table in which nothing says where its rows are. */
  void needCoordinates(Table table) {
    boolean inGeometry = table.rows().stream().anyMatch(row -> row.geometry() != null);
    if (!inGeometry && !(byWord.containsKey("lon") && byWord.containsKey("lat"))) {
      throw new InvalidInput(Code.FILE_CONTENT, table.option(), table.file() + " has no coordinate columns; its columns are "
          + String.join(", ", table.columns()) + "; name them with --columns lon=…,lat=….");
    }
  }
}
