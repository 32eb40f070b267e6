package org.commonground.ingest;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.geo.CellGrid;
import org.commonground.geo.Raster;
import org.commonground.statement.Statement;
import org.geotools.api.data.DataSourceException;
import org.geotools.api.metadata.spatial.PixelOrientation;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Envelope;

/** The first band of a GeoTIFF, in any coordinate reference system that GeoTools knows. */
final class GeoTiffFile {

  /** These tell at length of what is refused here in a sentence; held, so that their level stays. */
  private static final List<Logger> CHATTER = List.of(Logger.getLogger("org.geotools.gce.geotiff"),
      Logger.getLogger("com.sun.media.jai"));

  private final Path file;
  private final String option;

  private GeoTiffFile(Path file, String option) {
    this.file = file;
    this.option = option;
  }

  static RasterFile read(Path file, String option, Envelope extent) {
    CHATTER.forEach(logger -> logger.setLevel(Level.OFF));
    var tiff = new GeoTiffFile(file, option);
    tiff.checkWhole();
    try {
      var reader = new GeoTiffReader(file.toFile());
      try {
        return tiff.read(reader, extent);
      } finally {
        reader.dispose();
      }
    } catch (DataSourceException unplaced) {
      throw tiff.broken("it does not say where it lies, neither in its own tags nor in a world file beside it");
    } catch (IOException | RuntimeException failure) {
      if (failure instanceof InvalidInput mistake) {
        throw mistake;
      }
      throw tiff.broken("it is damaged or of an unknown kind");
    }
  }

  private InvalidInput broken(String how) {
    return new InvalidInput(Code.FILE_CONTENT, option, file + " is no GeoTIFF that can be read: " + how + ".");
  }

  private void checkWhole() {
    long size = file.toFile().length();
    long needed;
    try {
      needed = TiffLayout.needed(file);
    } catch (IOException failure) {
      throw broken("its header is cut off or damaged");
    }
    if (size < needed) {
      throw broken("it is cut off after " + size + " of at least " + needed + " bytes");
    }
  }

  private RasterFile read(GeoTiffReader reader, Envelope extent) throws IOException {
    var map = CRS.getHorizontalCRS(reader.getCoordinateReferenceSystem());
    if (!(map instanceof GeographicCRS) && !(map instanceof ProjectedCRS)) {
      throw broken("it does not say in which coordinate reference system it lies");
    }
    var coverage = reader.read((GeneralParameterValue[]) null);
    try {
      var image = coverage.getRenderedImage();
      var toMap = new AffineTransform(
          (AffineTransform) coverage.getGridGeometry().getGridToCRS2D(PixelOrientation.UPPER_LEFT));
      toMap.translate(image.getMinX(), image.getMinY());
      var grid = CellGrid.of(image.getWidth(), image.getHeight(), toMap, map);
      var window = RasterFile.window(grid, extent, file, option);
      int left = image.getMinX() + window.x;
      int top = image.getMinY() + window.y;
      var values = image.getData(new Rectangle(left, top, window.width, window.height))
          .getSamples(left, top, window.width, window.height, 0, (float[]) null);
      dropNoData(coverage, values);
      var notes = new ArrayList<Statement>();
      int bands = image.getSampleModel().getNumBands();
      if (bands > 1) {
        notes.add(ImportWording.FIRST_BAND.with(bands, file.getFileName().toString()));
      }
      return RasterFile.of(file, RasterFile.Format.GEOTIFF, new Raster(grid.part(window), values), List.copyOf(notes));
    } finally {
      coverage.dispose(true);
    }
  }

  private static void dropNoData(GridCoverage2D coverage, float[] values) {
    var noData = CoverageUtilities.getNoDataProperty(coverage);
    if (noData == null) {
      return;
    }
    float none = (float) noData.getAsSingleValue();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == none) {
        values[i] = Float.NaN;
      }
    }
  }
}
