package org.commonground.plan.siting;

import static org.commonground.plan.form.Checked.refused;
import static org.commonground.plan.form.Checked.shown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Fields;

/**
 * Which spaces or drawn places should become shelters? What is null has its default; limits are those of {@link SitingChoice}.
 *
 * @param coverage     who walks, within what and under what; its k counts for the goal cover, its count is not used
 * @param goal         cover, fewest, mean-walk, worst-walk, room, worst-district or least-cost; null for cover
 * @param p            new shelters at most, of all shelters where those there are may move; null where the budget or the goal decides
 * @param budget       that their costs may reach; null for none
 * @param sharePercent of the people that fewest or least-cost must cover; null for everybody
 * @param backupPercent of a person's weight that only a second shelter earns; cover only; null for 0
 * @param candidates   spaces or suitable; null for suitable where a hazard is asked for and no list or place is given, else spaces
 * @param spaces       numbers of the spaces that are candidates instead
 * @param places       drawn places that are candidates too; of these, too, some may be chosen in any case
 * @param open         spaces that are chosen in any case
 * @param closed       spaces that are never chosen
 * @param existing     kept, closed or movable: what becomes of the shelters there are; null for kept
 * @param apartMetres  least distance between two chosen places; null for any
 * @param costs        of spaces, by number; 1 where nothing is said
 * @param stay         how long people stay, which says how much room a space has; null for the rules' shortest
 * @param seconds      after which the search stops; null for 60
 * @param gapPercent   that is good enough; null for none but the optimum
 * @param alternatives further sets within 1 percent to look for; null for none
 * @param curve        whether to say what fewer shelters cover, too
 * @param front        how many choices between most people in time and most everyday worth to list; cover only; null for none
 */
public record SitingQuery(CoverageQuery coverage, String goal, Integer p, Double budget, Double sharePercent, Double backupPercent,
    String candidates, List<Integer> spaces, List<DrawnPlace> places, List<Integer> open, List<Integer> closed, String existing,
    Double apartMetres, SortedMap<Integer, Double> costs, String stay, Double seconds, Double gapPercent, Integer alternatives,
    boolean curve, Integer front) {

  /**
   * A drawn place.
   *
   * @param name     null for its number
   * @param capacity persons; null where not known
   * @param cost     given as null where it is the usual 1
   * @param open     whether it is chosen in any case
   */
  public record DrawnPlace(double lon, double lat, String name, Integer capacity, Double cost, boolean open) {

    /** @throws org.commonground.city.InvalidInput where anything of it is out of its limits */
    public DrawnPlace {
      lon = Checked.lon(lon);
      lat = Checked.lat(lat);
      name = Checked.line("name", name, Checked.TITLE_CHARACTERS);
      capacity = Checked.capacity(capacity);
      cost = cost == null ? 1.0 : cost;
    }
  }

  public SitingQuery {
    Objects.requireNonNull(coverage, "coverage");
    spaces = spaces == null ? null : List.copyOf(spaces);
    places = List.copyOf(places);
    open = List.copyOf(open);
    closed = List.copyOf(closed);
    costs = Collections.unmodifiableSortedMap(new TreeMap<>(costs));
  }

  /**
   * As a caller gives it, beside the fields of the question of coverage.
   *
   * @throws org.commonground.city.InvalidInput where a field is not of its type
   */
  public static SitingQuery of(CoverageQuery coverage, Fields fields) {
    var costs = new TreeMap<Integer, Double>();
    var given = fields.object("costs");
    if (given != null) {
      given.forEach((space, cost) -> costs.put(number(space), cost(cost)));
    }
    boolean word = fields.has("candidates") && !fields.isList("candidates");
    return new SitingQuery(coverage, fields.text("goal"), fields.integer("p"), fields.number("budget"), fields.number("sharePercent"),
        fields.number("backupPercent"), word ? fields.text("candidates") : null, word ? null : numbers(fields, "candidates"),
        places(fields.list("places")), orNone(numbers(fields, "open")), orNone(numbers(fields, "closed")), fields.text("existing"),
        fields.number("apartMetres"), costs, fields.text("stay"), fields.number("seconds"), fields.number("gapPercent"),
        fields.integer("alternatives"), Boolean.TRUE.equals(fields.yesNo("curve")), fields.integer("front"));
  }

  private static int number(String space) {
    try {
      return Integer.parseInt(space);
    } catch (NumberFormatException mistake) {
      throw refused("costs", "costs has " + shown(space) + ", but its names must be numbers of spaces.");
    }
  }

  private static double cost(Object cost) {
    if (cost instanceof Number number) {
      return number.doubleValue();
    }
    throw refused("costs", "costs has " + shown(cost) + ", but each must be a number.");
  }

  private static List<Integer> orNone(List<Integer> numbers) {
    return numbers == null ? List.of() : numbers;
  }

  private static List<Integer> numbers(Fields fields, String name) {
    var list = fields.list(name);
    if (list == null) {
      return null;
    }
    var numbers = new ArrayList<Integer>();
    for (var entry : list) {
      if (!(entry instanceof Number number) || number.doubleValue() != number.intValue()) {
        throw refused(name, name + " has " + shown(entry) + ", but each must be the number of a space.");
      }
      numbers.add(((Number) entry).intValue());
    }
    return numbers;
  }

  @SuppressWarnings("unchecked")
  private static List<DrawnPlace> places(List<?> list) {
    var places = new ArrayList<DrawnPlace>();
    for (var entry : list == null ? List.of() : list) {
      if (!(entry instanceof Map<?, ?>)) {
        throw refused("places", "places has " + shown(entry) + ", but each must be an object with lon and lat.");
      }
      var fields = new Fields((Map<String, ?>) entry);
      places.add(new DrawnPlace(Fields.needed("lon", fields.number("lon")), Fields.needed("lat", fields.number("lat")),
          fields.text("name"), fields.integer("capacity"), fields.number("cost"), Boolean.TRUE.equals(fields.yesNo("open"))));
      fields.end();
    }
    return places;
  }
}
