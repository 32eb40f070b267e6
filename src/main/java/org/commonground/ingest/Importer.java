package org.commonground.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.city.Area;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.geo.LocalProjection;
import org.commonground.network.Components;
import org.commonground.network.Profile;
import org.commonground.network.StreetNetwork;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;
import org.commonground.people.Building;
import org.commonground.people.DemandPoint;
import org.commonground.people.PeopleSpread;
import org.commonground.space.Facility;
import org.commonground.space.Shelter;
import org.commonground.space.Space;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Makes a city out of files.
 *
 * <ol>
 *   <li>Read the map data.
 *   <li>Find the boundary and the districts.
 *   <li>Connect the streets, report parts that nothing leads to, and lay them on the ground.
 *   <li>Build areas: buildings, spaces, water and green.
 *   <li>Read tables: shelters, more spaces, facilities, people; find out how steep the spaces are.
 *   <li>Put people into buildings.
 *   <li>Read hazards.
 * </ol>
 */
public final class Importer {

  private static final int STEPS = 7;
  private static final String OSM_ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0";
  /** Anybody who can walk and climb stairs: for finding parts of the network that nothing leads to. */
  private static final Profile ANYBODY = new Profile("anybody", 1, 1, false, 100);

  private final ImportRequest request;
  private final Progress progress;
  private final Issues issues = new Issues();
  private final List<Statement> notes = new ArrayList<>();
  private final Map<String, Table> tables = new TreeMap<>();
  private int step;

  private Importer(ImportRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * @param progress told before each step
   * @throws InvalidInput where a file or option cannot be used; nothing has been changed
   */
  public static ImportResult importArea(ImportRequest request, Progress progress) {
    var city = new Importer(request, progress).run();
    return new ImportResult(city, ImportSummary.of(city));
  }

  private City run() {
    OsmFile.checkReadable(request.osm(), "--osm");
    begin("reading " + request.osm().getFileName());
    var file = OsmFile.read(request.osm());
    issues.addAll(file.issues().list());
    var shapes = new OsmShapes(file);
    var projection = LocalProjection.around(file.bounds());
    begin("finding boundary and districts");
    var boundaries = OsmBoundaries.read(file, shapes, request.districtLevel(), issues);
    begin("connecting streets");
    var streets = OsmStreets.read(file, shapes, projection, issues);
    if (streets.streets().isEmpty()) {
      throw new InvalidInput(Code.FILE_CONTENT, "--osm", request.osm() + " holds no street that can be walked on.");
    }
    reportIslands(streets);
    var heights = heights(streets, boundaries.boundary());
    streets = heights.isEmpty() ? streets : StreetHeights.on(streets, heights, projection, issues, notes);
    begin("building areas");
    var within = PreparedGeometryFactory.prepare(boundaries.ground());
    var areas = OsmAreas.read(file, shapes, issues);
    var buildings = OsmBuildings.read(areas, projection, within, issues);
    var spaces = new ArrayList<>(OsmSpaces.read(file, areas, projection, within, issues));
    var background = OsmBackground.read(file, shapes, areas, within);
    begin("reading tables");
    readTables();
    var shelters = shelters(boundaries.boundary());
    addSpaces(spaces, boundaries.boundary());
    var facilities = facilities(file, shapes, areas, projection, boundaries, spaces);
    var slopes = SpaceSlopes.read(heights, spaces, projection, issues, notes);
    begin("putting people into buildings");
    var demand = demand(boundaries, buildings);
    begin("reading hazards");
    var hazards = HazardLayers.read(request.ground(), streets, boundaries.boundary(), issues, notes);
    var area = area(file, boundaries, demand);
    return new City(area, boundaries.districts(), streets, buildings, spaces, shelters, demand, background, hazards, facilities,
        slopes, issues.list());
  }

  private void begin(String what) {
    progress.at(what, step++, STEPS);
  }

  private void reportIslands(StreetNetwork streets) {
    var islands = Components.of(WalkGraph.of(streets, ANYBODY, Unknowns.OPTIMISTIC)).islands();
    for (var island : islands) {
      var street = streets.street(island.firstStreet());
      issues.add("street", "island", "way/" + street.osmId(), island.streets() + " street section"
          + (island.streets() == 1 ? "" : "s") + " of " + Math.round(island.metres()) + " m together that no way leads to.",
          street.line());
    }
  }

  private List<RasterFile> heights(StreetNetwork streets, Geometry area) {
    var extent = request.ground().elevation().isEmpty() ? null : HazardLayers.surroundings(streets, area);
    var files = new ArrayList<RasterFile>();
    for (var file : request.ground().elevation()) {
      var format = RasterFile.formatOf(file, "--elevation");
      if (format == null) {
        throw new InvalidInput(Code.FILE_CONTENT, "--elevation", file + " is none of GeoTIFF, ArcGrid and SRTM (.hgt, .hgt.zip).");
      }
      files.add(RasterFile.read(file, format, "--elevation", extent));
    }
    return files;
  }

  private void readTables() {
    readTable("--shelters", request.shelters());
    readTable("--spaces", request.spaces());
    readTable("--facilities", request.facilities());
    readTable("--population", request.population());
    Columns.check(List.copyOf(tables.values()), request.columns());
  }

  private void readTable(String option, Path file) {
    if (file != null) {
      tables.put(option, Table.read(file, option));
    }
  }

  private List<Shelter> shelters(Geometry ground) {
    if (request.shelters() == null) {
      return List.of();
    }
    var table = ShelterTable.read(tables.get("--shelters"), request.columns(), ground);
    issues.addAll(table.issues());
    notes.addAll(table.notes());
    return table.rows();
  }

  private void addSpaces(List<Space> spaces, Geometry ground) {
    if (request.spaces() != null) {
      var table = SpaceTable.read(tables.get("--spaces"), request.columns(), ground, spaces.size());
      issues.addAll(table.issues());
      notes.addAll(table.notes());
      spaces.addAll(table.rows());
    }
  }

  private List<Facility> facilities(OsmFile file, OsmShapes shapes, List<OsmAreas.Shape> areas, LocalProjection projection,
      OsmBoundaries.Boundaries boundaries, List<Space> spaces) {
    var facilities = new ArrayList<>(OsmFacilities.read(file, shapes, areas, projection, boundaries.ground(), spaces, issues));
    if (request.facilities() != null) {
      var table = FacilityTable.read(tables.get("--facilities"), request.columns(), boundaries.boundary(), facilities.size());
      issues.addAll(table.issues());
      notes.addAll(table.notes());
      facilities.addAll(table.rows());
    }
    return facilities;
  }

  private List<DemandPoint> demand(OsmBoundaries.Boundaries boundaries, List<Building> buildings) {
    var layer = new PeopleLayer(boundaries, buildings, issues, notes);
    if (request.population() != null) {
      var table = DemandTable.read(tables.get("--population"), request.columns(), boundaries.boundary(),
          request.populationTotal());
      issues.addAll(table.issues());
      notes.addAll(table.notes());
      notes.add(ImportWording.PEOPLE_PLACED.with(request.population().getFileName().toString()));
      return layer.fromFile(table.rows());
    }
    notes.addAll(PeopleSpread.ASSUMPTIONS);
    boolean all = boundaries.districts().stream().allMatch(district -> district.peopleRecorded() != null);
    boolean districtsRule = all && !boundaries.districts().isEmpty();
    var total = request.populationTotal() != null || districtsRule ? request.populationTotal() : boundaries.people();
    return layer.spread(total);
  }

  private Area area(OsmFile file, OsmBoundaries.Boundaries boundaries, List<DemandPoint> demand) {
    if (boundaries.fromExtent()) {
      notes.add(ImportWording.BOUNDARY_MISSING.with());
    }
    int people = demand.stream().mapToInt(DemandPoint::people).sum();
    var date = request.dataDate() == null ? file.date() : request.dataDate();
    var name = boundaries.tags().getOrDefault("name", request.area());
    var title = request.title() == null ? name : request.title();
    var titles = request.title() == null ? OsmTags.names(boundaries.tags()) : request.titles();
    return new Area(request.area(), title, titles, date, boundaries.boundary(), people, peopleSource(boundaries),
        OSM_ATTRIBUTION, request.shelterNote(), List.copyOf(notes), Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private String peopleSource(OsmBoundaries.Boundaries boundaries) {
    if (request.populationSource() != null) {
      return request.populationSource();
    }
    if (request.population() != null) {
      return request.population().getFileName().toString();
    }
    if (request.populationTotal() != null) {
      return "total given at import";
    }
    boolean recorded = boundaries.districts().stream().anyMatch(district -> district.peopleRecorded() != null);
    return recorded ? "population tags of the districts in OpenStreetMap"
        : "population tag of " + boundaries.source() + " in OpenStreetMap";
  }
}
