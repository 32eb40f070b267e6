package org.commonground.ingest;

import static org.commonground.ingest.ImportCase.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.commonground.city.InvalidInput.Code;
import org.commonground.geo.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Every format says the same of the same ground, and what is broken is refused. */
class RasterFileTest {

  private static final Envelope AREA = new Envelope(7.01, 7.29, 43.01, 43.19);
  private static final Path SHARED = Path.of("../shared/data");

  @TempDir
  private Path folder;

  private static RasterFile read(Path file, Envelope extent) {
    return RasterFile.read(file, RasterFile.formatOf(file, "--elevation"), "--elevation", extent);
  }

  private static Raster raster(Path file) {
    return read(file, AREA).raster();
  }

  private static void isRefused(String words, Path file) {
    var sentence = refused(Code.FILE_CONTENT, "--elevation", () -> read(file, AREA));
    assertTrue(sentence.contains(file.getFileName().toString().replaceAll("\\..*", "")) && sentence.contains(words), sentence);
  }

  /** Three columns from 7 to 7.3, two rows from 43.2 to 43. */
  private static void isTheDrawing(Raster raster) {
    assertEquals(1.5f, raster.nearest(7.05, 43.15));
    assertEquals(3, raster.nearest(7.25, 43.15));
    assertTrue(Float.isNaN(raster.nearest(7.15, 43.05)));
    assertEquals(-6, raster.nearest(7.25, 43.05));
  }

  @Test
  void arcGrid() throws IOException {
    var rows = new String[] {"1.5 2 3", "4e0 -9999 -6"};
    isTheDrawing(raster(RasterDraft.arcGrid(folder.resolve("a.asc"), "xllcorner 7 yllcorner 43 cellsize 0.1", rows)));
    isTheDrawing(raster(RasterDraft.arcGrid(folder.resolve("b.asc"), "xllcenter 7.05 yllcenter 43.05 dx 0.1 dy 0.1", rows)));
    var file = RasterDraft.arcGrid(folder.resolve("c.asc"), "XLLCORNER 7 YLLCORNER 43 CELLSIZE 0.1 NODATA_value -1",
        "1.5 2 3", "4 -1 -6");
    isTheDrawing(raster(file));
    assertTrue(read(file, AREA).notes().get(0).sentence().contains("taken as longitude and latitude"));
    Files.writeString(folder.resolve("c.prj"), "Projection    GEOGRAPHIC\nDatum         WGS84\nSpheroid      WGS84\n"
        + "Units         DD\n");
    isTheDrawing(raster(file));
    assertEquals(0, read(file, AREA).notes().size());
    isRefused("cut off: it ends in row 2 of 2", Files.writeString(folder.resolve("d.asc"),
        Files.readString(folder.resolve("a.asc")).replace(" -6", "")));
    isRefused("goes on after 2 rows", Files.writeString(folder.resolve("e.asc"), Files.readString(folder.resolve("a.asc")) + " 7"));
    isRefused("column 2 of row 1 is \"2;\"", Files.writeString(folder.resolve("f.asc"),
        Files.readString(folder.resolve("a.asc")).replace(" 2 ", " 2; ")));
    isRefused("gives no cellsize", Files.writeString(folder.resolve("g.asc"), "ncols 1\nnrows 1\nxllcorner 7\nyllcorner 43\n5\n"));
    isRefused("0 columns", Files.writeString(folder.resolve("h.asc"), "ncols 0\nnrows 1\nxllcorner 7\nyllcorner 43\ncellsize 1\n5\n"));
    isRefused("put a .prj", RasterDraft.arcGrid(folder.resolve("i.asc"), "xllcorner 370000 yllcorner 4850000 cellsize 90", rows));
    Files.writeString(folder.resolve("i.prj"), "Gauss and Krueger");
    isRefused("write it as WKT", folder.resolve("i.asc"));
    isRefused("covers nothing", RasterDraft.arcGrid(folder.resolve("j.asc"), "xllcorner 43 yllcorner 7 cellsize 0.1", rows));
  }

  /** The same heights on a map in metres, with a map's words as Esri writes them, and as a GeoTIFF. */
  @Test
  void mapsInMetres() throws IOException {
    var esri = "PROJCS[\"WGS_1984_UTM_Zone_32N\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,"
        + "298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.017453292519943295]],PROJECTION[\"Transverse_Mercator\"],"
        + "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",9],PARAMETER[\"scale_factor\",0.9996],"
        + "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT[\"Meter\",1]]";
    Files.writeString(folder.resolve("utm.prj"), esri);
    var text = raster(RasterDraft.arcGrid(folder.resolve("utm.asc"), "xllcorner 336000 yllcorner 4762000 cellsize 10000",
        "1 2 3", "4 5 6"));
    var tiff = raster(RasterDraft.geoTiff(folder.resolve("utm.tif"), "EPSG:32632", 336_000, 4_762_000, 366_000, 4_782_000,
        new float[] {1, 2, 3}, new float[] {4, 5, 6}));
    for (double lon = 7.02; lon < 7.3; lon += 0.03) {
      for (double lat = 43.02; lat < 43.18; lat += 0.03) {
        assertEquals(text.bilinear(lon, lat), tiff.bilinear(lon, lat), 1e-4);
      }
    }
    assertEquals(5, tiff.nearest(7.1658, 43.0496), "351 km east, 4767 km north");
    assertEquals("utm.tif (GeoTIFF, 9975 x 10010 m)", read(folder.resolve("utm.tif"), AREA).source(), "10 km, to a percent");
  }

  @Test
  void geoTiff() throws IOException {
    var none = Float.NaN;
    var file = RasterDraft.geoTiff(folder.resolve("a.tif"), "EPSG:4326", 7, 43, 7.3, 43.2,
        new float[] {1.5f, 2, 3}, new float[] {4, none, -6});
    isTheDrawing(raster(file));
    isRefused("covers nothing", RasterDraft.geoTiff(folder.resolve("far.tif"), "EPSG:4326", 43, 7, 43.2, 7.3, new float[] {1, 2}));
    var bytes = Files.readAllBytes(file);
    for (int length = 8; length < bytes.length; length += 16) {
      isRefused("", Files.write(folder.resolve("cut.tif"), Arrays.copyOf(bytes, length)));
    }
  }

  /** Two by two cells of 0.1 degrees, byte by byte: TIFF 6.0 with the tags of GeoTIFF 1.1, or without them. */
  private static byte[] tiff(byte[] data, int compression, boolean placed) {
    int[][] tags = {{256, 3, 1, 2}, {257, 3, 1, 2}, {258, 3, 1, 32}, {259, 3, 1, compression}, {262, 3, 1, 1}, {273, 4, 1, 8},
        {277, 3, 1, 1}, {278, 3, 1, 2}, {279, 4, 1, data.length}, {339, 3, 1, 3}, {33_550, 12, 3, 8 + data.length},
        {33_922, 12, 6, 32 + data.length}, {34_735, 3, 16, 80 + data.length}};
    int entries = placed ? tags.length : tags.length - 3;
    var tiff = ByteBuffer.allocate(8 + data.length + 104 + 2 + 12 * entries + 4).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8 + data.length + 104).put(data);
    DoubleStream.of(0.1, 0.1, 0, 0, 0, 0, 7, 43.2, 0).forEach(tiff::putDouble);
    IntStream.of(1, 1, 0, 3, 1_024, 0, 1, 2, 1_025, 0, 1, 1, 2_048, 0, 1, 4_326).forEach(key -> tiff.putShort((short) key));
    tiff.putShort((short) entries);
    Arrays.stream(tags).limit(entries)
        .forEach(tag -> tiff.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]).putInt(tag[3]));
    return tiff.array();
  }

  @Test
  void damagedGeoTiff() throws IOException {
    var cells = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putFloat(1).putFloat(2).putFloat(3).putFloat(4).array();
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed)) {
      out.write(cells);
    }
    assertEquals(3, raster(Files.write(folder.resolve("a.tif"), tiff(cells, 1, true))).nearest(7.05, 43.05));
    assertEquals(3, raster(Files.write(folder.resolve("b.tif"), tiff(packed.toByteArray(), 8, true))).nearest(7.05, 43.05));
    isRefused("damaged", Files.write(folder.resolve("c.tif"), tiff(cells, 8, true)));
    isRefused("does not say where it lies", Files.write(folder.resolve("d.tif"), tiff(cells, 1, false)));
  }

  @Test
  void srtm() throws IOException {
    var bytes = RasterDraft.srtm(1_201, (row, column) -> row == 600 && column == 600 ? -32_768 : row - column);
    for (var file : new Path[] {Files.write(folder.resolve("N43E007.hgt"), bytes),
        RasterDraft.zipped(folder.resolve("n43e007.SRTMGL3.hgt.zip"), "N43E007.hgt", bytes)}) {
      var raster = read(file, new Envelope(7, 8, 43, 44)).raster();
      assertEquals(0, raster.bilinear(7, 44), 1e-9, "the first sample stands on the corner");
      assertEquals(1_200, raster.bilinear(7, 43), 1e-9);
      assertEquals(-1_200, raster.bilinear(8, 44), 1e-9);
      assertEquals(300 - 900.5, raster.bilinear(7 + 900.5 / 1_200, 44 - 300 / 1_200.0), 1e-6);
      assertTrue(Double.isNaN(raster.bilinear(7.5, 43.5)), "a void");
    }
    var fine = RasterDraft.srtm(3_601, (row, column) -> row);
    assertEquals(7, read(Files.write(folder.resolve("S01W001.hgt"), fine), new Envelope(-1, 0, -1, 0)).raster()
        .bilinear(-0.5, -7 / 3_600.0), 1e-9);
    isRefused("cut off or no SRTM tile", Files.write(folder.resolve("N43E007.hgt"), Arrays.copyOf(bytes, bytes.length - 1)));
    isRefused("cut off or damaged", Files.write(folder.resolve("N43E007.hgt.zip"),
        Arrays.copyOf(Files.readAllBytes(folder.resolve("n43e007.SRTMGL3.hgt.zip")), 3_000)));
    isRefused("holds no .hgt", RasterDraft.zipped(folder.resolve("N43E007.hgt.zip"), "readme.txt", bytes));
    isRefused("covers nothing", Files.write(folder.resolve("N44E007.hgt"), bytes));
    isRefused("does not say where it lies", Files.write(folder.resolve("heights.hgt"), bytes));
  }

  @Test
  void realFiles() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "shared data is not here");
    var jakarta = new Envelope(106.7, 106.9, -6.3, -6.1);
    var flood = read(SHARED.resolve("jakarta/Flood_Current_Depth_Jakarta_geographic.asc"), jakarta);
    assertTrue(flood.notes().isEmpty() && flood.source().contains("50 x 50 m"), flood.source());
    int wet = 0;
    var grid = flood.raster().grid();
    for (int cell = 0; cell < grid.columns() * grid.rows(); cell++) {
      float depth = flood.raster().at(cell % grid.columns(), cell / grid.columns());
      assertTrue(depth >= 0 && depth < 20);
      wet += depth > 0 ? 1 : 0;
    }
    assertTrue(wet > 1_000, wet + " wet cells");
    var porto = read(SHARED.resolve("porto-alegre/poa_elevation.tif"), new Envelope(-51.26, -51.15, -30.1, -29.9)).raster();
    assertEquals(5, porto.nearest(-51.254861111 + 14.5 / 3_600, -29.997638889 - 10.5 / 3_600), "column 14, row 10");
  }
}
