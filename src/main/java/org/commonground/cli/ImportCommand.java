package org.commonground.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.ingest.GroundFiles;
import org.commonground.ingest.GroundFiles.HazardFile;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.ImportSummary;
import org.commonground.ingest.Importer;
import org.commonground.store.JdbcCityStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files into the store, whole or not at all. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Imports an area: all of it, or nothing is changed.")
final class ImportCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "AREA", description = "name for it: lower case letters, digits and hyphens")
  private String area;

  @Option(names = "--osm", required = true, paramLabel = "FILE", description = "OpenStreetMap data (.osm.pbf)")
  private Path osm;

  @Option(names = "--title", description = "name for people")
  private String title;

  @Option(names = "--shelters", paramLabel = "FILE", description = "shelters, CSV or GeoJSON")
  private Path shelters;

  @Option(names = "--spaces", paramLabel = "FILE", description = "more public spaces, CSV or GeoJSON")
  private Path spaces;

  @Option(names = "--facilities", paramLabel = "FILE", description = "toilets, drinking water, fuel stations and other facilities, "
      + "CSV or GeoJSON with kind and name")
  private Path facilities;

  @Option(names = "--population", paramLabel = "FILE", description = "people at places, CSV or GeoJSON")
  private Path population;

  @Option(names = "--population-total", paramLabel = "N", description = "people in the whole area")
  private Integer populationTotal;

  @Option(names = "--elevation", paramLabel = "FILE", description = "heights of the ground: GeoTIFF, ArcGrid or SRTM (.hgt, "
      + ".hgt.zip); of several files the first that knows a place counts")
  private List<Path> elevation = List.of();

  @Option(names = "--hazard", paramLabel = "KIND[:NAME]=FILE", description = "ground that a hazard takes: GeoJSON polygons, or "
      + "depths as GeoTIFF or ArcGrid; KIND is earthquake, flood, inland-flood, storm-surge, tsunami, landslide, fire, volcano, "
      + "epidemic or chemical, NAME the layer's where it is another word; may be given several times")
  private List<String> hazards = List.of();

  @Option(names = "--hazard-depths", paramLabel = "M,M…", description = "least metres of each class of depths; default "
      + "0.05,0.1,0.15,0.2,0.3,0.5,1,2,3,5")
  private String hazardDepths;

  @Option(names = "--district-level", paramLabel = "N", description = "admin_level of the districts, 2 to 12")
  private Integer districtLevel;

  @Option(names = "--data-date", paramLabel = "DAY", description = "day the map data is from (2026-01-31)")
  private LocalDate dataDate;

  @Option(names = "--columns", split = ",", paramLabel = "WORD=COLUMN",
      description = "columns of the tables: name=…,lon=…,lat=…,capacity=…,people=…")
  private Map<String, String> columns;

  @Option(names = "--shelter-note", description = "what a reader must know about the shelters")
  private String shelterNote;

  @Option(names = "--replace", description = "swap an area of this name for the new one")
  private boolean replace;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  @Override
  public void run() {
    var ground = new GroundFiles(elevation, hazards.stream().map(HazardFile::of).toList(), GroundFiles.depths(hazardDepths));
    var request = new ImportRequest(area, title, null, osm, shelters, spaces, population, populationTotal, null, columns,
        districtLevel, dataDate, shelterNote, ground, facilities);
    try (var source = connection.open()) {
      var store = new JdbcCityStore(source);
      if (!replace && store.findEntry(area).isPresent()) {
        throw new InvalidInput(Code.AREA_EXISTS, "area",
            "There is an area named " + area + " already: choose another name, or --replace it.");
      }
      var progress = new ProgressLine(spec.commandLine().getErr());
      var result = Importer.importArea(request, progress::at);
      progress.at("saving", 1, 1);
      store.save(result.city(), replace);
      progress.end();
      answer.print(spec, result.summary(), ImportSummary::text);
    }
  }
}
