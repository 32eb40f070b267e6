package org.commonground.ingest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
  /** From some number to another. */
  private static final Pattern RANGE = Pattern.compile("\\d\\D*[-~\\u2013\\u301c]\\s*\\d");
  private static final Pattern MINUS = Pattern.compile("[-\\u2212]\\s*\\d.*");
  /** More digits than any number of people has. */
  private static final int MOST_DIGITS = 15;

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
  static Rows<Shelter> read(Table table, Map<String, String> mapping, Envelope area) {
    var columns = Columns.of(table, mapping);
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
        isYes(columns.get(row, "illustrative")), row.values()));
  }

  /** Persons; where the text names several numbers of persons (indoors, outdoors), their sum. Null, with an issue, where unreadable. */
  private Integer capacity(Table.Row row, Geometry at) {
    var value = columns.get(row, "capacity");
    if (value == null) {
      return null;
    }
    var text = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    boolean negative = MINUS.matcher(text).matches();
    long persons = negative || RANGE.matcher(text).find() ? -1 : persons(text);
    if (persons < 0 || persons > Integer.MAX_VALUE) {
      places.issue(negative ? "capacity-negative" : "capacity-unreadable", row,
          "Capacity \"" + value + "\" is no number of people; taken as not recorded.", at);
      return null;
    }
    if (persons == 0) {
      places.issue("capacity-zero", row, "Capacity 0 is taken as not recorded.", at);
      return null;
    }
    return (int) persons;
  }

  /** -1 where the text names no number of persons. */
  private static long persons(String text) {
    if (NUMBER.matcher(text).matches()) {
      return digits(text.replaceAll("\\.0+$", ""));
    }
    long persons = -1;
    var parts = PERSONS.matcher(text);
    while (parts.find()) {
      persons = Math.max(0, persons) + digits(parts.group(1));
    }
    return persons;
  }

  private static long digits(String text) {
    var digits = text.replace(",", "");
    return digits.length() > MOST_DIGITS ? Integer.MAX_VALUE + 1L : Long.parseLong(digits);
  }

  private static boolean isYes(String value) {
    return value != null && YES.contains(value.toLowerCase(Locale.ROOT));
  }

  private static boolean isNo(String value) {
    return value != null && NO.contains(value.toLowerCase(Locale.ROOT));
  }

  private Map<Hazard, Suitability> hazards(Table.Row row, Geometry at) {
    var hazards = new EnumMap<Hazard, Suitability>(Hazard.class);
    FLAGS.forEach((flag, hazard) -> {
      var value = row.values().getOrDefault(flag, row.values().get(FLAG_PREFIX + flag));
      if (isYes(value)) {
        hazards.put(hazard, Suitability.SUITABLE);
      } else if (value != null && !isNo(value)) {
        places.issue("hazard-unreadable", row, flag + " is \"" + value + "\", neither yes nor no; taken as not recorded.", at);
      }
    });
    var list = columns.get(row, "hazards");
    for (var entry : list == null ? new String[0] : list.split("[,;、，]")) {
      var parts = entry.strip().split("=");
      var hazard = WORDS.get(parts[0].strip().toLowerCase(Locale.ROOT));
      if (hazard != null) {
        hazards.put(hazard, parts.length > 1 && isNo(parts[1].strip()) ? Suitability.UNSUITABLE : Suitability.SUITABLE);
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
    if (in == null || out != null && isYes(in) == isYes(out)) {
      return null;
    }
    return isYes(in) ? Boolean.TRUE : isNo(in) ? Boolean.FALSE : null;
  }
}
