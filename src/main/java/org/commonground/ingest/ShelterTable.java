package org.commonground.ingest;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonground.city.ImportIssue;
import org.commonground.space.Hazard;
import org.commonground.space.Shelter;
import org.commonground.space.Suitability;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Shelters from CSV or GeoJSON: our own columns, Taiwan's evacuation shelters, Japan's designated sites (GSI, and the recommended
 * data set of municipalities), or any other by a mapping of columns.
 *
 * <p>A hazard that a designation names is suitable. Where a schema has a column or a list for hazards and leaves one out, the
 * place is not designated for it; that is no judgement of the place, so it stays unknown unless the file says otherwise.
 */
final class ShelterTable {

  /** Japan's eight flags. The recommended data set puts a word in front of them. */
  private static final Map<String, Hazard> FLAGS = Map.of("洪水", Hazard.FLOOD, "崖崩れ、土石流及び地滑り", Hazard.LANDSLIDE,
      "高潮", Hazard.STORM_SURGE, "地震", Hazard.EARTHQUAKE, "津波", Hazard.TSUNAMI, "大規模な火事", Hazard.FIRE, "内水氾濫",
      Hazard.INLAND_FLOOD, "火山現象", Hazard.VOLCANO);
  private static final String FLAG_PREFIX = "災害種別_";
  /** Taiwan's list, and our own words. */
  private static final Map<String, Hazard> WORDS = words();
  private static final Set<String> YES = Set.of("是", "yes", "true", "1", "1.0", "y");
  private static final Set<String> NO = Set.of("否", "no", "false", "0", "0.0", "n");
  private static final Pattern PERSONS = Pattern.compile("(\\d[\\d,]*)\\s*人");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.0+)?");

  private final Columns columns;
  private final Places places;
  private final List<Shelter> shelters = new ArrayList<>();

  private ShelterTable(Columns columns, Places places) {
    this.columns = columns;
    this.places = places;
  }

  private static Map<String, Hazard> words() {
    var words = new HashMap<String, Hazard>(Map.of("水災", Hazard.FLOOD, "震災", Hazard.EARTHQUAKE, "土石流", Hazard.LANDSLIDE,
        "坡地災害", Hazard.LANDSLIDE, "海嘯", Hazard.TSUNAMI));
    for (var hazard : Hazard.values()) {
      words.put(hazard.word(), hazard);
    }
    return words;
  }

  /** @param area rows elsewhere are left out */
  static Rows<Shelter> read(Path file, Map<String, String> mapping, Envelope area) {
    var table = Table.read(file, "--shelters");
    var columns = Columns.of(table, mapping);
    Columns.check(List.of(table), mapping);
    columns.needCoordinates(table);
    var issues = new ArrayList<ImportIssue>();
    var reader = new ShelterTable(columns, new Places("shelter", table, columns, area, issues));
    table.rows().forEach(reader::add);
    return new Rows<>(reader.shelters, issues, table.notes());
  }

  private void add(Table.Row row) {
    var geometry = places.place(row);
    if (geometry == null) {
      return;
    }
    var name = columns.get(row, "name");
    if (name == null) {
      places.issue("name-missing", row, "It has no name; kept.", geometry);
    }
    if (places.isTwice(row, name, geometry)) {
      return;
    }
    var given = columns.get(row, "id");
    shelters.add(new Shelter(shelters.size(), given == null ? row.id() : given, name, Map.of(), columns.get(row, "address"),
        geometry, capacity(row, geometry), hazards(row, geometry), indoor(row),
        YES.contains(String.valueOf(columns.get(row, "illustrative"))), row.values()));
  }

  /** Persons; where the text names several numbers of persons (indoors, outdoors), their sum. Null, with an issue, where unreadable. */
  private Integer capacity(Table.Row row, Geometry at) {
    var value = columns.get(row, "capacity");
    if (value == null) {
      return null;
    }
    var text = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    long persons = -1;
    if (NUMBER.matcher(text).matches()) {
      persons = Long.parseLong(text.replaceAll("\\.0+$", "").replace(",", ""));
    } else {
      var parts = PERSONS.matcher(text);
      while (parts.find()) {
        persons = Math.max(0, persons) + Long.parseLong(parts.group(1).replace(",", ""));
      }
    }
    if (persons < 0 || persons > Integer.MAX_VALUE) {
      var kind = text.startsWith("-") ? "capacity-negative" : "capacity-unreadable";
      places.issue(kind, row, "Capacity \"" + value + "\" is no number of people; taken as not recorded.", at);
      return null;
    }
    if (persons == 0) {
      places.issue("capacity-zero", row, "Capacity 0 is taken as not recorded.", at);
      return null;
    }
    return (int) persons;
  }

  private Map<Hazard, Suitability> hazards(Table.Row row, Geometry at) {
    var hazards = new EnumMap<Hazard, Suitability>(Hazard.class);
    FLAGS.forEach((flag, hazard) -> {
      var value = row.values().getOrDefault(flag, row.values().get(FLAG_PREFIX + flag));
      if (value != null && YES.contains(value)) {
        hazards.put(hazard, Suitability.SUITABLE);
      }
    });
    var list = columns.get(row, "hazards");
    for (var entry : list == null ? new String[0] : list.split("[,;、，]")) {
      var parts = entry.strip().split("=");
      var hazard = WORDS.get(parts[0].strip());
      if (hazard != null) {
        hazards.put(hazard, parts.length > 1 && NO.contains(parts[1].strip()) ? Suitability.UNSUITABLE : Suitability.SUITABLE);
      } else if (!parts[0].isBlank()) {
        places.issue("hazard-unknown", row, "Hazard \"" + entry.strip() + "\" is none that is known here; kept as text only.", at);
      }
    }
    return hazards;
  }

  /** True indoors, false outdoors; null where not recorded, or where the place has both. */
  private Boolean indoor(Table.Row row) {
    var in = columns.get(row, "indoor");
    var out = columns.get(row, "outdoor");
    if (in == null || out != null && YES.contains(in) == YES.contains(out)) {
      return null;
    }
    return YES.contains(in) ? Boolean.TRUE : NO.contains(in) ? Boolean.FALSE : null;
  }
}
