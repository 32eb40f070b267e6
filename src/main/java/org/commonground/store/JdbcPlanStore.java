package org.commonground.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.scenario.Edit;
import org.commonground.plan.scenario.EditJson;
import org.commonground.plan.scenario.PlanStore;
import org.commonground.plan.scenario.Scenario;

/** Keeps scenarios beside the cities: each as one row with its edits as JSON, and each edit as a row of a layer besides. */
public final class JdbcPlanStore implements PlanStore {

  private static final String COLUMNS = "area, title, author, reason, created_at, changed_at, version, edits";
  /** Edits a scenario may have; keys are the scenario's number times this plus the edit's. */
  private static final long EDITS = 1_000_000L;

  private final Transactions transactions;

  /** @param source a database that {@link Databases} has opened */
  public JdbcPlanStore(DataSource source) {
    transactions = new Transactions(source);
  }

  @Override
  public List<Scenario> list(String area) {
    return transactions.run(JdbcPlanStore::changed, connection -> {
      try (var select = connection.prepareStatement("select id, " + COLUMNS + " from scenario where area = ? order by id")) {
        select.setString(1, area);
        return read(select);
      }
    });
  }

  @Override
  public Optional<Scenario> find(String area, String id) {
    var number = number(id);
    return number.isEmpty() ? Optional.empty() : transactions.run(JdbcPlanStore::changed, connection -> {
      try (var select = connection.prepareStatement("select id, " + COLUMNS + " from scenario where area = ? and id = ?")) {
        select.setString(1, area);
        select.setInt(2, number.getAsInt());
        return read(select).stream().findFirst();
      }
    });
  }

  @Override
  public Scenario create(Scenario scenario) {
    return transactions.run(JdbcPlanStore::changed, connection -> {
      try (var insert = connection.prepareStatement("insert into scenario (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
          new String[] {"id"})) {
        bind(insert, scenario, 1);
        insert.executeUpdate();
        try (var keys = insert.getGeneratedKeys()) {
          keys.next();
          int id = keys.getInt(1);
          insertEdits(connection, id, scenario.edits());
          return scenario.kept(String.valueOf(id), 1);
        }
      }
    });
  }

  @Override
  public Scenario save(Scenario scenario) {
    return transactions.run(JdbcPlanStore::changed, connection -> {
      int id = number(scenario.id()).orElseThrow(() -> unknown(scenario));
      int version = scenario.version() + 1;
      try (var update = connection.prepareStatement("update scenario set area = ?, title = ?, author = ?, reason = ?, "
          + "created_at = ?, changed_at = ?, version = ?, edits = ? where id = ? and version = ?")) {
        bind(update, scenario, version);
        update.setInt(9, id);
        update.setInt(10, scenario.version());
        onlyOne(connection, update, scenario, id);
      }
      try (var delete = connection.prepareStatement("delete from scenario_edit where scenario_id = ?")) {
        delete.setInt(1, id);
        delete.executeUpdate();
      }
      insertEdits(connection, id, scenario.edits());
      return scenario.kept(scenario.id(), version);
    });
  }

  @Override
  public void delete(Scenario scenario) {
    transactions.run(JdbcPlanStore::changed, connection -> {
      int id = number(scenario.id()).orElseThrow(() -> unknown(scenario));
      try (var delete = connection.prepareStatement("delete from scenario where id = ? and version = ?")) {
        delete.setInt(1, id);
        delete.setInt(2, scenario.version());
        onlyOne(connection, delete, scenario, id);
      }
      return null;
    });
  }

  private static void bind(PreparedStatement statement, Scenario scenario, int version) throws SQLException {
    statement.setString(1, scenario.area());
    statement.setString(2, scenario.title());
    statement.setString(3, scenario.author());
    statement.setString(4, scenario.reason());
    statement.setObject(5, scenario.createdAt().atOffset(ZoneOffset.UTC));
    statement.setObject(6, scenario.changedAt().atOffset(ZoneOffset.UTC));
    statement.setInt(7, version);
    statement.setString(8, Json.objects(scenario.edits().stream().map(EditJson::kept).toList()));
  }

  /** Where the row is not there at its version, says whether it is there at all. */
  private static void onlyOne(Connection connection, PreparedStatement change, Scenario scenario, int id) throws SQLException {
    if (change.executeUpdate() == 1) {
      return;
    }
    try (var select = connection.prepareStatement("select version from scenario where id = ?")) {
      select.setInt(1, id);
      try (var rows = select.executeQuery()) {
        throw rows.next() ? changed() : unknown(scenario);
      }
    }
  }

  private static void insertEdits(Connection connection, int scenario, List<Edit> edits) throws SQLException {
    try (var insert = connection.prepareStatement("insert into scenario_edit (id, scenario_id, no, type, name, capacity, active, "
        + "reason, geom) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int no = 0; no < edits.size(); no++) {
        var edit = edits.get(no);
        insert.setLong(1, scenario * EDITS + no);
        insert.setInt(2, scenario);
        insert.setInt(3, no);
        insert.setString(4, edit.type());
        insert.setString(5, name(edit));
        insert.setObject(6, capacity(edit), java.sql.Types.INTEGER);
        insert.setObject(7, edit instanceof Edit.HazardSwitch hazard ? hazard.active() : null, java.sql.Types.BOOLEAN);
        insert.setString(8, edit.reason());
        LayerTable.bindGeometry(insert, 9, edit.place(), "scenario_edit");
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static String name(Edit edit) {
    return edit instanceof Edit.AddShelter add ? add.name() : edit instanceof Edit.OfShelter of ? of.shelter().name()
        : edit instanceof Edit.HazardSwitch hazard ? hazard.name() : null;
  }

  private static Integer capacity(Edit edit) {
    return edit instanceof Edit.AddShelter add ? add.capacity()
        : edit instanceof Edit.ResizeShelter resize ? resize.capacity() : null;
  }

  private static List<Scenario> read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Scenario>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        var edits = Json.objects(rows.getString("edits")).stream().map(EditJson::kept).toList();
        found.add(new Scenario(rows.getString("id"), rows.getString("area"), rows.getString("title"), rows.getString("author"),
            rows.getString("reason"), instant(rows, "created_at"), instant(rows, "changed_at"), rows.getInt("version"), edits));
      }
    }
    return found;
  }

  private static Instant instant(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Ids are numbers that the database counts; any other text is the id of nothing. */
  static OptionalInt number(String id) {
    return id.matches("[1-9][0-9]{0,8}") ? OptionalInt.of(Integer.parseInt(id)) : OptionalInt.empty();
  }

  private static InvalidInput changed() {
    return new InvalidInput(Code.SCENARIO_CHANGED, "scenario",
        "Somebody else has changed this scenario at the same time: look at it again and repeat what is still wanted.");
  }

  private static InvalidInput unknown(Scenario scenario) {
    return new InvalidInput(Code.SCENARIO_UNKNOWN, "scenario", "There is no scenario " + scenario.id() + " any more in "
        + scenario.area() + ".");
  }
}
