package org.commonground.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.commonground.city.Area;
import org.commonground.city.City;
import org.commonground.city.CityStore;
import org.commonground.city.ImportIssue;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.network.Street;
import org.commonground.network.StreetNetwork;

/**
 * Keeps cities in the layers of a spatial database. A city is written in one transaction and read in one, so nobody ever sees
 * half of it, whatever happens to the process or the machine.
 */
public final class JdbcCityStore implements CityStore {

  private static final String AREA_COLUMNS = "name, title, titles, data_date, people, people_source, attribution, "
      + "shelter_note, assumptions, imported_at, counts, issues, hazards, elevation";

  private final Transactions transactions;

  /** @param source a database that {@link Databases} has opened */
  public JdbcCityStore(DataSource source) {
    transactions = new Transactions(source);
  }

  @Override
  public List<Entry> list() {
    return inTransaction(connection -> {
      try (var select = connection.prepareStatement(
          "select id, " + AREA_COLUMNS + ", st_asbinary(geom) as wkb from area order by name");
          var rows = select.executeQuery()) {
        var entries = new ArrayList<Entry>();
        while (rows.next()) {
          entries.add(entry(rows));
        }
        return entries;
      }
    });
  }

  @Override
  public Optional<Entry> findEntry(String area) {
    return inTransaction(connection -> find(connection, area).map(Found::entry));
  }

  @Override
  public Optional<City> find(String area) {
    return inTransaction(connection -> {
      var found = find(connection, area);
      return found.isEmpty() ? Optional.empty() : Optional.of(read(connection, found.get()));
    });
  }

  @Override
  public void save(City city, boolean replace) {
    inTransaction(connection -> {
      var name = city.area().name();
      var old = find(connection, name);
      if (old.isPresent() && !replace) {
        throw new InvalidInput(Code.AREA_EXISTS, "area",
            "There is an area named " + name + " already: choose another name, or --replace it.");
      }
      if (old.isPresent()) {
        try (var delete = connection.prepareStatement("delete from area where id = ?")) {
          delete.setInt(1, old.get().id());
          delete.executeUpdate();
        }
      }
      insert(connection, city);
      return null;
    });
  }

  private void insert(Connection connection, City city) throws SQLException {
    int id = insertArea(connection, city);
    Layers.DISTRICT.insert(connection, id, city.districts());
    Layers.STREET.insert(connection, id, city.streets().streets());
    Layers.BUILDING.insert(connection, id, city.buildings());
    Layers.SPACE.insert(connection, id, city.spaces());
    Layers.SHELTER.insert(connection, id, city.shelters());
    Layers.DEMAND.insert(connection, id, city.demand());
    Layers.BACKGROUND.insert(connection, id, city.background());
    Layers.HAZARD_ZONE.insert(connection, id, city.hazardZones());
    Layers.FACILITY.insert(connection, id, city.facilities());
    Layers.SLOPE.insert(connection, id, city.slopes());
    Layers.IMPORT_ISSUE.insert(connection, id, city.issues());
  }

  /** @return the key the database gave it */
  private static int insertArea(Connection connection, City city) throws SQLException {
    var area = city.area();
    try (var insert = connection.prepareStatement("insert into area (" + AREA_COLUMNS
        + ", geom) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", new String[] {"id"})) {
      insert.setString(1, area.name());
      insert.setString(2, area.title());
      insert.setString(3, Json.sorted(area.titles()));
      insert.setObject(4, area.dataDate());
      insert.setInt(5, area.people());
      insert.setString(6, area.peopleSource());
      insert.setString(7, area.attribution());
      insert.setString(8, area.shelterNote());
      insert.setString(9, Json.statements(area.assumptions()));
      insert.setObject(10, area.importedAt().atOffset(ZoneOffset.UTC));
      insert.setString(11, Json.inOrder(city.counts()));
      insert.setString(12, Json.inOrder(byKind(city.issues())));
      insert.setString(13, Json.hazards(city.hazards()));
      insert.setBoolean(14, city.hasHeights());
      LayerTable.bindGeometry(insert, 15, area.boundary(), "area");
      insert.executeUpdate();
      try (var keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getInt(1);
      }
    }
  }

  /** Issues by kind, most first, equal ones by name. */
  private static Map<String, Integer> byKind(List<ImportIssue> issues) {
    var counts = issues.stream().collect(Collectors.groupingBy(ImportIssue::kind, Collectors.summingInt(issue -> 1)));
    var sorted = new LinkedHashMap<String, Integer>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private record Found(int id, Entry entry) {
  }

  private static Optional<Found> find(Connection connection, String area) throws SQLException {
    try (var select = connection.prepareStatement(
        "select id, " + AREA_COLUMNS + ", st_asbinary(geom) as wkb from area where name = ?")) {
      select.setString(1, area);
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(new Found(rows.getInt("id"), entry(rows))) : Optional.empty();
      }
    }
  }

  private static Entry entry(ResultSet rows) throws SQLException {
    Instant importedAt = rows.getObject("imported_at", OffsetDateTime.class).toInstant();
    var area = new Area(rows.getString("name"), rows.getString("title"), Json.texts(rows.getString("titles")),
        rows.getObject("data_date", LocalDate.class), new LayerTable.Row(rows).geometry(), rows.getInt("people"),
        rows.getString("people_source"), rows.getString("attribution"), rows.getString("shelter_note"),
        Json.statements(rows.getString("assumptions")), importedAt);
    return new Entry(area, rows.getLong("id"), Json.numbers(rows.getString("counts")),
        Json.numbers(rows.getString("issues")), Json.hazards(rows.getString("hazards")), rows.getBoolean("elevation"));
  }

  private static City read(Connection connection, Found found) throws SQLException {
    int id = found.id();
    return new City(found.entry().area(), Layers.DISTRICT.select(connection, id),
        network(Layers.STREET.select(connection, id)), Layers.BUILDING.select(connection, id),
        Layers.SPACE.select(connection, id), Layers.SHELTER.select(connection, id), Layers.DEMAND.select(connection, id),
        Layers.BACKGROUND.select(connection, id), Layers.HAZARD_ZONE.select(connection, id),
        Layers.FACILITY.select(connection, id), Layers.SLOPE.select(connection, id), Layers.IMPORT_ISSUE.select(connection, id));
  }

  /** Every node is the end of a street, so the streets say where the nodes are. */
  private static StreetNetwork network(List<Street> streets) {
    int nodes = 1 + streets.stream().mapToInt(street -> Math.max(street.from(), street.to())).max().orElse(-1);
    var lon = new double[nodes];
    var lat = new double[nodes];
    for (var street : streets) {
      var first = street.line().getCoordinateN(0);
      var last = street.line().getCoordinateN(street.line().getNumPoints() - 1);
      lon[street.from()] = first.x;
      lat[street.from()] = first.y;
      lon[street.to()] = last.x;
      lat[street.to()] = last.y;
    }
    return new StreetNetwork(lon, lat, streets);
  }

  private <T> T inTransaction(Transactions.Work<T> work) {
    return transactions.run(() -> new InvalidInput(Code.STORE_BUSY, "area",
        "Somebody else is saving this area at the same time: try again."), work);
  }
}
