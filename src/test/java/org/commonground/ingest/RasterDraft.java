package org.commonground.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.referencing.FactoryException;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;

/** Small raster files, drawn in code. */
final class RasterDraft {

  private RasterDraft() {
  }

  /** @param header such as {@code "xllcorner 7 yllcorner 43 cellsize 0.1"}, without the numbers of columns and rows */
  static Path arcGrid(Path file, String header, String... rows) throws IOException {
    int columns = rows[0].split(" ").length;
    return Files.writeString(file, "ncols " + columns + "\nnrows " + rows.length + "\n" + header.replaceAll("(\\S+ \\S+) ?", "$1\n")
        + String.join("\n", rows) + "\n");
  }

  /** A GeoTIFF of 32 bit floats. */
  static Path geoTiff(Path file, String crs, double west, double south, double east, double north, float[]... rows)
      throws IOException {
    try {
      var extent = new ReferencedEnvelope(west, east, south, north, CRS.decode(crs, true));
      var writer = new GeoTiffWriter(file.toFile());
      writer.write(new GridCoverageFactory().create("draft", rows, extent), (GeneralParameterValue[]) null);
      writer.dispose();
      return file;
    } catch (FactoryException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The bytes of an SRTM tile whose sample in a row and column is what the function gives. */
  static byte[] srtm(int side, IntBinaryOperator height) {
    var bytes = ByteBuffer.allocate(2 * side * side);
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        bytes.putShort((short) height.applyAsInt(row, column));
      }
    }
    return bytes.array();
  }

  static Path zipped(Path file, String entry, byte[] bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file); var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(bytes);
    }
    return file;
  }
}
