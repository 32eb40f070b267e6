package org.commonground.ingest;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.geo.CellGrid;
import org.commonground.geo.Raster;
import org.commonground.statement.Statement;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Envelope;

/**
 * ArcGrid (Esri ASCII raster): a header of words and numbers, then the values row by row from the north. Its map is that of a
 * {@code .prj} beside it, else longitude and latitude if its corner can be that, and a note says so.
 */
final class ArcGridFile {

  private static final List<String> WORDS = List.of("ncols", "nrows", "xllcorner", "xllcenter", "yllcorner", "yllcenter", "cellsize",
      "dx", "dy", "nodata_value");
  /** What stands for no data where the header does not say. */
  private static final double USUAL_NO_DATA = -9_999;

  private final Path file;
  private final String option;
  private final Map<String, Double> header = new HashMap<>();
  private final List<Statement> notes = new ArrayList<>();
  private StringTokenizer line = new StringTokenizer("");

  private ArcGridFile(Path file, String option) {
    this.file = file;
    this.option = option;
  }

  /** Whether a text begins as such a file does. */
  static boolean begins(String text) {
    var first = new StringTokenizer(text.toLowerCase(Locale.ROOT));
    return first.hasMoreTokens() && WORDS.contains(first.nextToken()) && first.hasMoreTokens();
  }

  static RasterFile read(Path file, String option, Envelope extent) {
    return new ArcGridFile(file, option).read(extent);
  }

  private RasterFile read(Envelope extent) {
    try (var in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      var first = readHeader(in);
      var grid = grid();
      var window = RasterFile.window(grid, extent, file, option);
      var values = values(in, first, grid, window);
      return RasterFile.of(file, RasterFile.Format.ARCGRID, new Raster(grid.part(window), values), notes);
    } catch (IOException failure) {
      throw new InvalidInput(Code.FILE_UNREADABLE, option, file + " cannot be read: " + failure.getMessage() + ".");
    }
  }

  /** @return the first value */
  private String readHeader(BufferedReader in) throws IOException {
    var word = next(in);
    while (word != null && WORDS.contains(word.toLowerCase(Locale.ROOT))) {
      var value = next(in);
      header.put(word.toLowerCase(Locale.ROOT), number(value, word));
      word = next(in);
    }
    return word;
  }

  /** Null at the end of the file. */
  private String next(BufferedReader in) throws IOException {
    while (!line.hasMoreTokens()) {
      var text = in.readLine();
      if (text == null) {
        return null;
      }
      line = new StringTokenizer(text);
    }
    return line.nextToken();
  }

  private double number(String text, String where) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException | NullPointerException wrong) {
      throw broken(where + " is \"" + text + "\", which is no number");
    }
  }

  private InvalidInput broken(String how) {
    return new InvalidInput(Code.FILE_CONTENT, option, file + " is no ArcGrid that can be read: " + how + ".");
  }

  private double needed(String word, String other) {
    var value = header.getOrDefault(word, header.get(other));
    if (value == null) {
      throw broken("its header gives no " + word);
    }
    return value;
  }

  private CellGrid grid() throws IOException {
    double columns = needed("ncols", "ncols");
    double rows = needed("nrows", "nrows");
    double width = needed("cellsize", "dx");
    double height = needed("cellsize", "dy");
    if (!(columns >= 1 && rows >= 1 && columns * rows <= Integer.MAX_VALUE) || !(width > 0) || !(height > 0)) {
      throw broken("its header gives " + text(columns) + " columns and " + text(rows) + " rows of cells " + width + " by " + height);
    }
    double west = needed("xllcorner", "xllcenter") - (header.containsKey("xllcorner") ? 0 : width / 2);
    double south = needed("yllcorner", "yllcenter") - (header.containsKey("yllcorner") ? 0 : height / 2);
    var toMap = new AffineTransform(width, 0, 0, -height, west, south + rows * height);
    try {
      return CellGrid.of((int) columns, (int) rows, toMap, map(west, south));
    } catch (IllegalArgumentException unrelated) {
      throw broken(unrelated.getMessage());
    }
  }

  private static String text(double whole) {
    return String.format(Locale.ROOT, "%.0f", whole);
  }

  private CoordinateReferenceSystem map(double west, double south) throws IOException {
    var prj = file.resolveSibling(file.getFileName().toString().replaceAll("\\.[^.]*$", "") + ".prj");
    if (!Files.isReadable(prj)) {
      if (Math.abs(west) > 180 || Math.abs(south) > 90) {
        throw new InvalidInput(Code.FILE_CONTENT, option, file + " does not say on which map its corner " + west + ", " + south
            + " lies: put a .prj file beside it.");
      }
      notes.add(ImportWording.PRJ_MISSING.with(file.getFileName().toString()));
      return DefaultGeographicCRS.WGS84;
    }
    var text = Files.readString(prj, StandardCharsets.ISO_8859_1).strip();
    if (text.toUpperCase(Locale.ROOT).matches("(?s)PROJECTION\\s+GEOGRAPHIC\\s+DATUM\\s+(WGS_?84|WGE)\\s.*")) {
      return DefaultGeographicCRS.WGS84;
    }
    try {
      return CRS.parseWKT(text);
    } catch (FactoryException unknown) {
      throw new InvalidInput(Code.FILE_CONTENT, option, prj + " names no coordinate reference system that is known here: "
          + "write it as WKT.");
    }
  }

  private float[] values(BufferedReader in, String first, CellGrid grid, Rectangle window) throws IOException {
    double noData = header.getOrDefault("nodata_value", USUAL_NO_DATA);
    var values = new float[window.width * window.height];
    var word = first;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        if (word == null) {
          throw new InvalidInput(Code.FILE_CONTENT, option, file + " is cut off: it ends in row " + (row + 1) + " of " + grid.rows()
              + ".");
        }
        if (window.contains(column, row)) {
          double value = number(word, "the value in column " + (column + 1) + " of row " + (row + 1));
          values[(row - window.y) * window.width + column - window.x] = value == noData ? Float.NaN : (float) value;
        }
        word = next(in);
      }
    }
    if (word != null) {
      throw broken("it goes on after " + grid.rows() + " rows of " + grid.columns() + " values");
    }
    return values;
  }
}
