package org.commonground.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.siting.AllPairs;
import org.commonground.siting.CoverRows;
import org.commonground.siting.Discs;

/**
 * Files of the field: who weighs what, and how far it is to each candidate.
 *
 * @param points     names
 * @param weight     of each point
 * @param candidates names
 * @param distance   by point and candidate, infinite where none is given; null where x and y are given instead
 * @param x          of each point
 * @param y          of each point
 * @param candidateX of each candidate
 * @param candidateY of each candidate
 * @param most       number of sites that the file names; null where it names none
 * @param pointColumns     by name, every column of the points; empty where there is no table of points
 * @param candidateColumns the same of the candidates
 */
record SolveFile(List<String> points, double[] weight, List<String> candidates, double[][] distance, double[] x, double[] y,
    double[] candidateX, double[] candidateY, Integer most, Map<String, List<String>> pointColumns,
    Map<String, List<String>> candidateColumns) {

  private static final int MOST_PAIRS = 60_000_000;
  private static final List<String> COST = List.of("distance", "cost", "time");
  private static final List<String> CANDIDATE = List.of("candidate", "name", "facility", "site");
  private static final List<String> POINT = List.of("point", "destinationname", "id", "customer");
  private static final List<String> WEIGHT = List.of("weight", "demand", "people", "population");

  /** Nodes, edges and sites in the first line, then an edge a line; a later line for the same edge replaces the earlier one. */
  static SolveFile orlib(Path file) {
    var lines = new ArrayList<double[]>();
    try (var reader = open(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          var words = line.strip().split("\\s+");
          if (words.length != 3) {
            throw wrong(file, number, "has " + words.length + " numbers instead of 3");
          }
          int at = number;
          lines.add(Arrays.stream(words).mapToDouble(word -> number(file, at, "number", word, 0)).toArray());
          checkOrlib(file, number, lines);
        }
      }
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
    if (lines.isEmpty() || lines.size() - 1 != lines.get(0)[1]) {
      throw new InvalidInput(Code.FILE_CONTENT, "FILE", file + (lines.isEmpty() ? " is empty." : " names "
          + (int) lines.get(0)[1] + " edges in its first line, but has " + (lines.size() - 1) + "."));
    }
    int nodes = (int) lines.get(0)[0];
    var edges = new LinkedHashMap<Long, Double>();
    lines.subList(1, lines.size()).forEach(line ->
        edges.put((long) Math.min(line[0], line[1]) << 32 | (long) Math.max(line[0], line[1]), line[2]));
    var keys = edges.keySet().stream().mapToLong(key -> key).toArray();
    var distance = AllPairs.distances(nodes, Arrays.stream(keys).mapToInt(key -> (int) (key >>> 32) - 1).toArray(),
        Arrays.stream(keys).mapToInt(key -> (int) key - 1).toArray(),
        edges.values().stream().mapToDouble(length -> length).toArray());
    var names = IntStream.rangeClosed(1, nodes).mapToObj(Integer::toString).toList();
    var weight = new double[nodes];
    Arrays.fill(weight, 1);
    return new SolveFile(names, weight, names, distance, null, null, null, null, (int) lines.get(0)[2],
        Map.of(), Map.of());
  }

  private static void checkOrlib(Path file, int number, List<double[]> lines) {
    var line = lines.get(lines.size() - 1);
    int nodes = (int) lines.get(0)[0];
    for (int i = 0; i < (lines.size() == 1 ? 3 : 2); i++) {
      if (line[i] != Math.rint(line[i]) || line[i] < 1 || lines.size() > 1 && line[i] > nodes) {
        throw wrong(file, number, lines.size() == 1 ? "must hold nodes, edges and sites, whole numbers above 0"
            : "names node " + String.format(Locale.ROOT, "%.0f", line[i]) + ", but nodes are 1 to " + nodes);
      }
    }
  }

  /** A row for each pair (point, candidate, distance, weight), or one for each point with a column for each candidate. */
  static SolveFile costs(Path file) {
    var points = new LinkedHashMap<String, Integer>();
    var candidates = new LinkedHashMap<String, Integer>();
    var pairs = new ArrayList<double[]>();
    var weight = new HashMap<Integer, Double>();
    var columns = new HashMap<String, Integer>();
    rows(file, columns, record -> {
      int line = (int) record.getStartingLineNumber();
      if (column(columns, COST) >= 0) {
        int point = points.computeIfAbsent(field(file, record, columns, POINT), name -> points.size());
        int candidate = candidates.computeIfAbsent(field(file, record, columns, CANDIDATE), name -> candidates.size());
        pairs.add(new double[] {point, candidate, number(file, line, "distance", field(file, record, columns, COST), 0)});
        weight.put(point, weight(file, record, columns));
      } else {
        int point = points.size();
        points.put(record.getField(0), point);
        weight.put(point, weight(file, record, columns));
        columns.entrySet().stream().filter(column -> column.getValue() > 0 && !WEIGHT.contains(column.getKey()))
            .sorted(Map.Entry.comparingByValue()).forEach(column -> {
              int candidate = candidates.computeIfAbsent(column.getKey(), name -> candidates.size());
              if (!record.getField(column.getValue()).isBlank()) {
                pairs.add(new double[] {point, candidate,
                    number(file, line, column.getKey(), record.getField(column.getValue()), 0)});
              }
            });
      }
    });
    var distance = new double[points.size()][candidates.size()];
    Arrays.stream(distance).forEach(row -> Arrays.fill(row, Double.POSITIVE_INFINITY));
    pairs.forEach(pair -> distance[(int) pair[0]][(int) pair[1]] = pair[2]);
    return new SolveFile(List.copyOf(points.keySet()), IntStream.range(0, points.size()).mapToDouble(weight::get).toArray(),
        List.copyOf(candidates.keySet()), distance, null, null, null, null, null, Map.of(), Map.of());
  }

  /** Points {@code id,x,y,weight}; candidates from a file of their own, or all points. */
  static SolveFile points(Path file, Path candidateFile) {
    var own = new Places(file);
    var candidates = candidateFile == null ? own : new Places(candidateFile);
    return new SolveFile(own.names, array(own.weight), candidates.names, null, array(own.x), array(own.y), array(candidates.x),
        array(candidates.y), null, own.columns, candidates.columns);
  }

  /** Rows of {@code id,x,y[,weight]}. */
  private static final class Places {

    private final List<String> names = new ArrayList<>();
    private final List<Double> x = new ArrayList<>();
    private final List<Double> y = new ArrayList<>();
    private final List<Double> weight = new ArrayList<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    Places(Path file) {
      var columns = new HashMap<String, Integer>();
      rows(file, columns, record -> {
        int line = (int) record.getStartingLineNumber();
        names.add(field(file, record, columns, POINT));
        x.add(number(file, line, "x", field(file, record, columns, List.of("x")), Double.NEGATIVE_INFINITY));
        y.add(number(file, line, "y", field(file, record, columns, List.of("y")), Double.NEGATIVE_INFINITY));
        weight.add(weight(file, record, columns));
        columns.forEach((name, column) -> this.columns.computeIfAbsent(name, none -> new ArrayList<>())
            .add(record.getField(column).strip()));
      });
    }
  }

  /** Distances as they are given, or as the crow flies. */
  double[][] distances() {
    if (distance != null) {
      return distance;
    }
    if ((long) x.length * candidateX.length > MOST_PAIRS) {
      throw new InvalidInput(Code.FILE_CONTENT, "FILE", String.format(Locale.ROOT,
          "%,d points and %,d candidates are more than the %,d pairs that this objective can take.", x.length, candidateX.length,
          MOST_PAIRS));
    }
    return IntStream.range(0, x.length).mapToObj(point -> IntStream.range(0, candidateX.length)
        .mapToDouble(site -> Math.hypot(x[point] - candidateX[site], y[point] - candidateY[site])).toArray())
        .toArray(double[][]::new);
  }

  CoverRows within(double radius, double[] weights) {
    if (distance == null) {
      return Discs.rows(x, y, weights, candidateX, candidateY, radius);
    }
    var builder = new CoverRows.Builder(candidates.size());
    for (int point = 0; point < distance.length; point++) {
      var near = near(point, radius);
      builder.add(near, near.length, weights[point]);
    }
    return builder.build();
  }

  /** Candidates within a radius of a point, ascending. */
  int[] near(int point, double radius) {
    return IntStream.range(0, candidates.size()).filter(site -> (distance != null ? distance[point][site]
        : Math.hypot(x[point] - candidateX[site], y[point] - candidateY[site])) <= radius).toArray();
  }

  /** A column of numbers, 0 or more, of the candidates or of the points. */
  double[] numbers(boolean ofCandidates, String name) {
    var column = words(ofCandidates, name);
    var names = ofCandidates ? candidates : points;
    return IntStream.range(0, column.size()).mapToDouble(i -> {
      try {
        double value = Double.parseDouble(column.get(i));
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
          return value;
        }
      } catch (NumberFormatException none) {
        // said below
      }
      throw new InvalidInput(Code.FILE_CONTENT, "FILE", (ofCandidates ? "Candidate " : "Point ") + names.get(i) + " has \""
          + column.get(i) + "\" for " + name + ", but must have a number, 0 or more.");
    }).toArray();
  }

  List<String> words(boolean ofCandidates, String name) {
    var column = (ofCandidates ? candidateColumns : pointColumns).get(name);
    if (column == null) {
      throw new InvalidInput(Code.FILE_CONTENT, "FILE", "The table of " + (ofCandidates ? "candidates" : "points")
          + " has no column " + name + "; --format points-csv can have one.");
    }
    return column;
  }

  private static void rows(Path file, Map<String, Integer> columns, Consumer<CsvRecord> each) {
    try (var reader = CsvReader.builder().skipEmptyLines(true).ignoreDifferentFieldCount(false).ofCsvRecord(open(file))) {
      boolean any = false;
      for (var record : reader) {
        if (columns.isEmpty()) {
          for (int i = 0; i < record.getFieldCount(); i++) {
            columns.putIfAbsent(record.getField(i).strip().replace("\uFEFF", "").toLowerCase(Locale.ROOT), i);
          }
        } else {
          each.accept(record);
          any = true;
        }
      }
      if (!any) {
        throw new InvalidInput(Code.FILE_CONTENT, "FILE", file + " has no rows.");
      }
    } catch (CsvParseException failure) {
      throw new InvalidInput(Code.FILE_CONTENT, "FILE", file + " is no CSV that can be read: "
          + (failure.getCause() == null ? failure.getMessage() : failure.getCause().getMessage()));
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  private static double weight(Path file, CsvRecord record, Map<String, Integer> columns) {
    return column(columns, WEIGHT) < 0 ? 1
        : number(file, (int) record.getStartingLineNumber(), "weight", field(file, record, columns, WEIGHT), 0);
  }

  private static int column(Map<String, Integer> columns, List<String> names) {
    return names.stream().filter(columns::containsKey).mapToInt(columns::get).findFirst().orElse(-1);
  }

  private static String field(Path file, CsvRecord record, Map<String, Integer> columns, List<String> names) {
    int column = column(columns, names);
    if (column < 0) {
      throw new InvalidInput(Code.FILE_CONTENT, "FILE", file + " has no column " + names.get(0) + ".");
    }
    return record.getField(column).strip();
  }

  private static double number(Path file, int line, String what, String word, double least) {
    double value;
    try {
      value = Double.parseDouble(word);
    } catch (NumberFormatException none) {
      throw wrong(file, line, "has \"" + word + "\" for a " + what);
    }
    if (!(value >= least && Math.abs(value) < Double.POSITIVE_INFINITY)) {
      throw wrong(file, line, "has " + word + " for a " + what + (value < least ? ", below " + (int) least : ""));
    }
    return value;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  private static BufferedReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInput(Code.FILE_MISSING, "FILE", file + " is no file.");
    }
    return Files.newBufferedReader(file);
  }

  private static InvalidInput wrong(Path file, int line, String what) {
    return new InvalidInput(Code.FILE_CONTENT, "FILE", file + ", line " + line + ": it " + what + ".");
  }

  private static InvalidInput unreadable(Path file, IOException failure) {
    return new InvalidInput(Code.FILE_UNREADABLE, "FILE", file + " cannot be read: " + failure.getMessage() + ".");
  }
}
