package org.commonground.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.geo.CellGrid;
import org.commonground.geo.Raster;
import org.locationtech.jts.geom.Envelope;

/**
 * A tile of the Shuttle Radar Topography Mission, plain or in a zip: a square of big-endian 16 bit metres, row by row from the
 * north, whose samples stand on the lines of the degree grid; its name gives the south-western corner (SRTM topography, NASA JPL
 * 2003, 2.1.3).
 */
final class SrtmFile {

  private static final Pattern TILE = Pattern.compile("([ns])(\\d\\d)([ew])(\\d{3})\\D.*");
  private static final short VOID = -32_768;
  /** Samples along a side, at three and at one arc second. */
  private static final int[] SIDES = {1_201, 3_601};
  private static final int MOST_BYTES = 2 * 3_601 * 3_601;

  private SrtmFile() {
  }

  static boolean namesATile(String name) {
    return TILE.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  static RasterFile read(Path file, String option, Envelope extent) {
    var corner = TILE.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT));
    if (!corner.matches()) {
      throw new InvalidInput(Code.FILE_CONTENT, option, file + " does not say where it lies: an SRTM tile is named after its "
          + "south-western corner, such as N43E007.hgt.");
    }
    int south = Integer.parseInt(corner.group(2)) * (corner.group(1).equals("s") ? -1 : 1);
    int west = Integer.parseInt(corner.group(4)) * (corner.group(3).equals("w") ? -1 : 1);
    var bytes = bytes(file, option);
    int side = side(bytes.length, file, option);
    double step = 1.0 / (side - 1);
    var grid = CellGrid.ofDegrees(side, side, west - step / 2, south + 1 + step / 2, step, step);
    var window = RasterFile.window(grid, extent, file, option);
    var heights = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN).asShortBuffer();
    var values = new float[window.width * window.height];
    for (int i = 0; i < values.length; i++) {
      short height = heights.get((window.y + i / window.width) * side + window.x + i % window.width);
      values[i] = height == VOID ? Float.NaN : height;
    }
    return RasterFile.of(file, RasterFile.Format.SRTM, new Raster(grid.part(window), values),
        List.of(ImportWording.SRTM_SURFACE.with()));
  }

  private static int side(int bytes, Path file, String option) {
    for (int side : SIDES) {
      if (bytes == 2 * side * side) {
        return side;
      }
    }
    throw new InvalidInput(Code.FILE_CONTENT, option, String.format(Locale.ROOT, "%s is cut off or no SRTM tile: it holds %,d%s "
        + "bytes, but a tile has 2,884,802 or 25,934,402.", file, bytes, bytes > MOST_BYTES ? " or more" : ""));
  }

  private static byte[] bytes(Path file, String option) {
    try (var in = Files.newInputStream(file)) {
      if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
        return in.readNBytes(MOST_BYTES + 1);
      }
      var zip = new ZipInputStream(in);
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".hgt")) {
          return zip.readNBytes(MOST_BYTES + 1);
        }
      }
    } catch (IOException failure) {
      throw new InvalidInput(Code.FILE_CONTENT, option, file + " is cut off or damaged.");
    }
    throw new InvalidInput(Code.FILE_CONTENT, option, file + " holds no .hgt file.");
  }
}
