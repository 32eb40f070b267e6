package org.commonground.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.space.Hazard;

/**
 * What lies under and over the streets: heights of the ground, and hazards.
 *
 * @param elevation rasters; the first that knows a place gives its height
 * @param hazards   in the order of the layers
 * @param depths    least metres of each class into which rasters of depths are cut, rising
 */
public record GroundFiles(List<Path> elevation, List<HazardFile> hazards, List<Double> depths) {

  /** Holds every depth at which a profile of the rule packs is slowed or stopped. */
  public static final List<Double> DEPTHS = List.of(0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0, 2.0, 3.0, 5.0);
  public static final GroundFiles NONE = new GroundFiles(List.of(), List.of(), DEPTHS);

  private static final int MOST_CLASSES = 50;
  private static final int LONGEST_NAME = 60;

  /** @throws InvalidInput where depths do not rise from above 0, or one name stands for two kinds of hazard */
  public GroundFiles {
    elevation = List.copyOf(elevation);
    hazards = List.copyOf(hazards);
    depths = List.copyOf(depths);
    double before = 0;
    for (double depth : depths) {
      if (!(depth > before) || depth > HazardDepths.MOST_METRES) {
        throw new InvalidInput(Code.OPTION, "--hazard-depths", "--hazard-depths are " + words(depths) + ", but must rise from "
            + "above 0 to at most " + Math.round(HazardDepths.MOST_METRES) + " m.");
      }
      before = depth;
    }
    if (depths.isEmpty() || depths.size() > MOST_CLASSES) {
      throw new InvalidInput(Code.OPTION, "--hazard-depths", "--hazard-depths are " + depths.size() + " numbers, but must be 1 to "
          + MOST_CLASSES + ".");
    }
    var kinds = new HashMap<String, Hazard>();
    for (var file : hazards) {
      var other = kinds.put(file.name(), file.hazard());
      if (other != null && other != file.hazard()) {
        throw new InvalidInput(Code.OPTION, "--hazard", "--hazard gives the name \"" + file.name() + "\" to both " + other.word()
            + " and " + file.hazard().word() + ": name them differently.");
      }
    }
  }

  private static String words(List<Double> depths) {
    return depths.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /**
   * A file of one hazard.
   *
   * @param name of the layer; files of one name make one layer
   */
  public record HazardFile(String name, Hazard hazard, Path file) {

    /**
     * @param layer {@code KIND}, or {@code KIND:NAME} for a layer of another name
     * @throws InvalidInput where there is no such kind, or the name cannot be one
     */
    public static HazardFile of(String layer, Path file) {
      int colon = layer.indexOf(':');
      var word = (colon < 0 ? layer : layer.substring(0, colon)).strip();
      var hazard = Arrays.stream(Hazard.values()).filter(kind -> kind.word().equals(word)).findFirst()
          .orElseThrow(() -> new InvalidInput(Code.OPTION, "--hazard", "--hazard is of kind \"" + word + "\", but must be one of "
              + Arrays.stream(Hazard.values()).map(Hazard::word).collect(Collectors.joining(", ")) + "."));
      var name = colon < 0 ? word : layer.substring(colon + 1).strip();
      if (name.isEmpty() || name.length() > LONGEST_NAME) {
        throw new InvalidInput(Code.OPTION, "--hazard", "--hazard names a layer \"" + name + "\", but a name has 1 to " + LONGEST_NAME
            + " characters.");
      }
      return new HazardFile(name, hazard, file);
    }

    /**
     * @param option {@code KIND=FILE} or {@code KIND:NAME=FILE}
     * @throws InvalidInput where it is neither
     */
    public static HazardFile of(String option) {
      int equals = option.indexOf('=');
      if (equals < 0 || option.substring(equals + 1).isBlank()) {
        throw new InvalidInput(Code.OPTION, "--hazard", "--hazard is \"" + option + "\", but must be KIND=FILE or KIND:NAME=FILE.");
      }
      return of(option.substring(0, equals), Path.of(option.substring(equals + 1).strip()));
    }
  }

  /** Numbers separated by commas; {@link #DEPTHS} for null. */
  public static List<Double> depths(String text) {
    if (text == null) {
      return DEPTHS;
    }
    var depths = new ArrayList<Double>();
    for (var part : text.split(",")) {
      try {
        depths.add(Double.valueOf(part.strip()));
      } catch (NumberFormatException wrong) {
        throw new InvalidInput(Code.OPTION, "--hazard-depths", "--hazard-depths holds \"" + part.strip() + "\", but must be metres "
            + "separated by commas, such as 0.1,0.3,1.");
      }
    }
    return depths;
  }
}
