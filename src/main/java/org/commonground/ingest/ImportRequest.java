package org.commonground.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.ingest.GroundFiles.HazardFile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What to import. Everything but the name and the map data may be null.
 *
 * @param area            word that names the area: lower case letters, digits and hyphens, at most 40
 * @param title           for people; the area's recorded name where null
 * @param titles          title by language code
 * @param osm             OpenStreetMap PBF
 * @param shelters        CSV or GeoJSON
 * @param spaces          CSV or GeoJSON, added to those of the map
 * @param population      CSV or GeoJSON of people at places, instead of spreading a total over buildings
 * @param populationTotal persons in the whole area
 * @param populationSource where that total comes from
 * @param columns         columns of the tables by our word: name, lon, lat, capacity, people …
 * @param districtLevel   admin_level of the districts
 * @param dataDate        day the map data is from
 * @param shelterNote     what a reader must know about the shelters
 * @param ground          elevation and hazards
 * @param facilities      CSV or GeoJSON, added to those of the map
 */
public record ImportRequest(String area, String title, Map<String, String> titles, Path osm, Path shelters, Path spaces,
    Path population, Integer populationTotal, String populationSource, Map<String, String> columns, Integer districtLevel,
    LocalDate dataDate, String shelterNote, GroundFiles ground, Path facilities) {

  /** Without elevation, hazards and facilities. */
  public ImportRequest(String area, String title, Map<String, String> titles, Path osm, Path shelters, Path spaces,
      Path population, Integer populationTotal, String populationSource, Map<String, String> columns, Integer districtLevel,
      LocalDate dataDate, String shelterNote) {
    this(area, title, titles, osm, shelters, spaces, population, populationTotal, populationSource, columns, districtLevel,
        dataDate, shelterNote, GroundFiles.NONE, null);
  }

  /** @throws InvalidInput where the name or a number is outside its limits */
  public ImportRequest {
    if (area == null || !area.matches("[a-z0-9]+(-[a-z0-9]+)*") || area.length() > 40) {
      throw new InvalidInput(Code.AREA_NAME, "area", "\"" + area
          + "\" is no area name: use at most 40 lower case letters, digits and single hyphens.");
    }
    if (osm == null) {
      throw new InvalidInput(Code.OPTION, "--osm", "--osm is missing: name an OpenStreetMap PBF file.");
    }
    if (populationTotal != null && populationTotal < 0) {
      throw new InvalidInput(Code.OPTION, "--population-total", "--population-total is " + populationTotal
          + ", but must be 0 or more.");
    }
    if (districtLevel != null && (districtLevel < 2 || districtLevel > 12)) {
      throw new InvalidInput(Code.OPTION, "--district-level", "--district-level is " + districtLevel
          + ", but must be 2 to 12.");
    }
    titles = titles == null ? Map.of() : Map.copyOf(titles);
    columns = columns == null ? Map.of() : Map.copyOf(columns);
    ground = ground == null ? GroundFiles.NONE : ground;
  }

  /**
   * Reads a manifest: a YAML file with these words as keys; file names count from its own folder.
   *
   * @throws InvalidInput where it is missing or cannot be read
   */
  public static ImportRequest ofManifest(Path manifest) {
    OsmFile.checkReadable(manifest, "manifest");
    try (var in = Files.newBufferedReader(manifest)) {
      Map<String, Object> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      if (entries == null) {
        throw new InvalidInput(Code.FILE_CONTENT, "manifest", manifest + " has no entries.");
      }
      var folder = manifest.toAbsolutePath().getParent();
      var titles = new TreeMap<String, String>();
      if (entries.get("titles") instanceof Map<?, ?> found) {
        found.forEach((language, title) -> titles.put(language.toString(), title.toString()));
      }
      return new ImportRequest(text(entries, "name"), text(entries, "title"), titles, path(folder, entries, "osm"),
          path(folder, entries, "shelters"), path(folder, entries, "spaces"), path(folder, entries, "population"),
          number(entries, "populationTotal"), text(entries, "populationSource"), Map.of(),
          number(entries, "districtLevel"), date(entries.get("dataDate")), text(entries, "shelterNote"), ground(folder, entries),
          path(folder, entries, "facilities"));
    } catch (IOException | YAMLException | ClassCastException | DateTimeException failure) {
      throw new InvalidInput(Code.FILE_CONTENT, "manifest", manifest + " cannot be read: "
          + String.valueOf(failure.getMessage()).lines().findFirst().orElse("").replaceAll("\\.$", "") + ".");
    }
  }

  /** {@code elevation} is a file or a list of files; {@code hazards} has files by {@code KIND} or {@code KIND:NAME}. */
  private static GroundFiles ground(Path folder, Map<String, Object> entries) {
    var elevation = new ArrayList<Path>();
    if (entries.get("elevation") instanceof List<?> several) {
      several.forEach(file -> elevation.add(folder.resolve(file.toString())));
    } else if (entries.get("elevation") != null) {
      elevation.add(path(folder, entries, "elevation"));
    }
    var hazards = new ArrayList<HazardFile>();
    if (entries.get("hazards") instanceof Map<?, ?> files) {
      files.forEach((layer, file) -> hazards.add(HazardFile.of(layer.toString(), folder.resolve(file.toString()))));
    }
    var depths = entries.get("hazardDepths") instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(",")) : text(entries, "hazardDepths");
    return new GroundFiles(elevation, hazards, GroundFiles.depths(depths));
  }

  private static String text(Map<String, Object> entries, String key) {
    var value = entries.get(key);
    return value == null ? null : value.toString().strip();
  }

  private static Integer number(Map<String, Object> entries, String key) {
    if (entries.get(key) == null || entries.get(key) instanceof Integer) {
      return (Integer) entries.get(key);
    }
    throw new InvalidInput(Code.FILE_CONTENT, "manifest", key + " is \"" + entries.get(key)
        + "\" in the manifest, but must be a whole number up to " + Integer.MAX_VALUE + ".");
  }

  private static Path path(Path folder, Map<String, Object> entries, String key) {
    var value = text(entries, key);
    return value == null ? null : folder.resolve(value);
  }

  /** YAML reads a plain date as a moment at midnight UTC. */
  private static LocalDate date(Object value) {
    if (value instanceof Date moment) {
      return moment.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }
    return value == null ? null : LocalDate.parse(value.toString());
  }
}
