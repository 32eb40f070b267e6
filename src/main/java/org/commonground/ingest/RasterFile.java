package org.commonground.ingest;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.geo.CellGrid;
import org.commonground.geo.Raster;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Envelope;

/**
 * The part of a raster file that lies over an area.
 *
 * @param source file, format and size of its cells
 * @param notes  what a reader of the result should know
 */
record RasterFile(Path file, Raster raster, String source, List<Statement> notes) {

  /** What a raster can be read from; told by its first bytes, SRTM by its name. */
  enum Format {
    GEOTIFF("GeoTIFF"), ARCGRID("ArcGrid"), SRTM("SRTM");

    private final String title;

    Format(String title) {
      this.title = title;
    }
  }

  /** Cells over one area that are held in memory: 10 km by 10 km of a square metre each. */
  private static final long MOST_CELLS = 100_000_000;
  private static final int FIRST_BYTES = 64;

  /** @return null where the file is none of these */
  static Format formatOf(Path file, String option) {
    var text = begin(file, option);
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (text.startsWith("II*\0") || text.startsWith("MM\0*") || text.startsWith("II+\0") || text.startsWith("MM\0+")) {
      return Format.GEOTIFF;
    }
    if (name.endsWith(".hgt") || name.endsWith(".hgt.zip") || text.startsWith("PK") && SrtmFile.namesATile(name)) {
      return Format.SRTM;
    }
    return ArcGridFile.begins(text) ? Format.ARCGRID : null;
  }

  /** The first bytes of a file, one character each. */
  static String begin(Path file, String option) {
    OsmFile.checkReadable(file, option);
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new InvalidInput(Code.FILE_UNREADABLE, option, file + " cannot be read: " + failure.getMessage() + ".");
    }
  }

  /**
   * @param extent degrees; the rest of the file is left out
   * @throws InvalidInput where the file is damaged, does not say where it lies, or covers nothing of the extent
   */
  static RasterFile read(Path file, Format format, String option, Envelope extent) {
    return switch (format) {
      case GEOTIFF -> GeoTiffFile.read(file, option, extent);
      case ARCGRID -> ArcGridFile.read(file, option, extent);
      case SRTM -> SrtmFile.read(file, option, extent);
    };
  }

  static RasterFile of(Path file, Format format, Raster raster, List<Statement> notes) {
    var size = raster.grid().cellMetres();
    return new RasterFile(file, raster, String.format(Locale.ROOT, "%s (%s, %s m)", file.getFileName(), format.title,
        metres(size.x) + " x " + metres(size.y)), notes);
  }

  private static String metres(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }

  /** @throws InvalidInput where the extent has no cells, or more than memory should hold */
  static Rectangle window(CellGrid grid, Envelope extent, Path file, String option) {
    var window = grid.window(extent);
    if (window == null) {
      throw coversNothing(file, option, "");
    }
    if ((long) window.width * window.height > MOST_CELLS) {
      throw new InvalidInput(Code.FILE_CONTENT, option, String.format(Locale.ROOT, "%s has %,d cells over the area, but at most "
          + "%,d can be read: make them coarser.", file, (long) window.width * window.height, MOST_CELLS));
    }
    return window;
  }

  /** @param hint ends the sentence before its stop; may be empty */
  static InvalidInput coversNothing(Path file, String option, String hint) {
    return new InvalidInput(Code.FILE_CONTENT, option, file + " covers nothing of the area" + hint + ".");
  }
}
