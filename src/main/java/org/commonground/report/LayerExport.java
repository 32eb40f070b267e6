package org.commonground.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.result.ResultKind;

/** Writes any layer of a city, or of an answer, in any of the formats. */
public final class LayerExport {

  private static final List<String> OF_CITY = List.of("area", "district", "street", "building", "space", "shelter", "demand",
      "background", "hazard_zone", "facility", "slope", "import_issue");
  /** What can be exported. */
  public static final List<String> LAYERS = Stream.concat(OF_CITY.stream(), ResultKind.layerNames().stream()).toList();

  /** How it can be exported. */
  public enum Format {
    GEOJSON("application/geo+json"), CSV("text/csv;charset=UTF-8"), GPKG("application/geopackage+sqlite3"),
    FGB("application/flatgeobuf");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }

    /** The word in requests, and the ending of the file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidInput where there is no such format */
    public static Format of(String word) {
      return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst()
          .orElseThrow(() -> new InvalidInput(Code.FORMAT_UNKNOWN, "format", "There is no format named \"" + word
              + "\": choose one of " + Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", ")) + "."));
    }
  }

  private LayerExport() {
  }

  /**
   * @param ofResult asked for only where the layer is one of a result, by its name
   * @throws InvalidInput where there is no such layer
   */
  public static FeatureLayer layer(String name, City city, Function<String, FeatureLayer> ofResult) {
    if (ResultKind.layerNames().contains(name)) {
      return ofResult.apply(name);
    }
    return switch (name == null ? "" : name) {
      case "area" -> CityLayers.area(city);
      case "district" -> CityLayers.district(city);
      case "street" -> CityLayers.street(city);
      case "building" -> CityLayers.building(city);
      case "space" -> CityLayers.space(city);
      case "shelter" -> CityLayers.shelter(city);
      case "demand" -> CityLayers.demand(city);
      case "background" -> CityLayers.background(city);
      case "hazard_zone" -> CityLayers.hazardZone(city);
      case "facility" -> CityLayers.facility(city);
      case "slope" -> CityLayers.slope(city);
      case "import_issue" -> CityLayers.issue(city);
      default -> throw new InvalidInput(Code.LAYER_UNKNOWN, "layer", "There is no layer named \"" + name
          + "\": choose one of " + String.join(", ", LAYERS) + ".");
    };
  }

  /** Writes a layer; the stream is not closed. */
  public static void write(FeatureLayer layer, City city, Format format, OutputStream out) throws IOException {
    switch (format) {
      case GEOJSON -> GeoJson.write(layer, city.area().attribution(), city.area().shelterNote(), out);
      case CSV -> Csv.write(layer, out);
      case GPKG -> GeoPackageFile.write(layer, city.area().attribution(), out);
      case FGB -> FlatGeobuf.write(layer, out);
    }
  }
}
