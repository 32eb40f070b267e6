package org.commonground.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.city.ImportIssue;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.people.PeopleSpread;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * People at places from CSV or GeoJSON. Fractions of persons, as grids have them, are rounded so that the total stays the rounded
 * total. A given total scales them all. Columns named adult, elderly, child or wheelchair are groups.
 */
final class DemandTable {

  private static final List<String> GROUPS = List.of("adult", "elderly", "child", "wheelchair");

  private DemandTable() {
  }

  /** @param groups persons by group where the file has columns for them */
  record Row(double lon, double lat, int people, Map<String, Integer> groups) {
  }

  private record Read(Point point, double people, Map<String, Double> groups) {
  }

  /**
   * @param area  rows elsewhere are left out
   * @param total persons in all; null to take the sum of the file
   * @throws InvalidInput where no column says how many people there are
   */
  static Rows<Row> read(Table table, Map<String, String> mapping, Geometry area, Integer total) {
    var file = table.file();
    var columns = Columns.of(table, mapping);
    columns.needCoordinates(table);
    if (!columns.byWord().containsKey("people")) {
      throw new InvalidInput(Code.FILE_CONTENT, "--population", file + " has no column of people; its columns are "
          + String.join(", ", table.columns()) + "; name it with --columns people=….");
    }
    var issues = new ArrayList<ImportIssue>();
    var places = new Places("demand", table, columns, area, issues);
    var read = new ArrayList<Read>();
    for (var row : table.rows()) {
      var geometry = places.place(row);
      if (geometry != null) {
        var people = number(columns.get(row, "people"));
        if (people == null) {
          places.issue("people-unreadable", row, "People \"" + columns.get(row, "people")
              + "\" is no number of people; left out.", geometry);
        } else {
          read.add(new Read(geometry.getInteriorPoint(), people, groups(row)));
        }
      }
    }
    double sum = read.stream().mapToDouble(Read::people).sum();
    if (total == null && sum > Integer.MAX_VALUE || total != null && total > 0 && sum == 0) {
      throw new InvalidInput(Code.FILE_CONTENT, "--population", file + " holds " + sum + " people in the area"
          + (total == null ? ", more than can be." : ", which cannot be scaled to " + total + "."));
    }
    int target = total == null ? (int) Math.round(sum) : total;
    var notes = new ArrayList<>(table.notes());
    if (total != null && Math.round(sum) != total) {
      notes.add(ImportWording.PEOPLE_SCALED.with(Math.round(sum), file.getFileName().toString(), total));
    }
    var whole = PeopleSpread.spread(target, read.stream().mapToDouble(Read::people).toArray());
    double scale = sum == 0 ? 0 : target / sum;
    var rows = IntStream.range(0, read.size()).mapToObj(i -> new Row(read.get(i).point().getX(), read.get(i).point().getY(),
        whole[i], scaled(read.get(i).groups(), scale))).toList();
    return new Rows<>(rows, issues, notes);
  }

  /** Groups grow with the people they are part of. */
  private static Map<String, Integer> scaled(Map<String, Double> groups, double scale) {
    var scaled = new TreeMap<String, Integer>();
    groups.forEach((group, people) -> scaled.put(group, (int) Math.round(people * scale)));
    return scaled;
  }

  private static Map<String, Double> groups(Table.Row row) {
    var groups = new TreeMap<String, Double>();
    for (var group : GROUPS) {
      var people = number(row.values().get(group));
      if (people != null) {
        groups.put(group, people);
      }
    }
    return groups;
  }

  /** Null where it is no number, negative or not finite. */
  private static Double number(String text) {
    try {
      boolean thousands = text != null && text.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
      double number = text == null ? Double.NaN : Double.parseDouble(thousands ? text.replace(",", "") : text);
      return number >= 0 && !Double.isInfinite(number) ? number : null;
    } catch (NumberFormatException unreadable) {
      return null;
    }
  }
}
