package org.commonground.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.result.KeptResult;
import org.commonground.plan.result.ResultStore;

/** Keeps answers beside the cities: each as one row with question and answer as JSON, its layers as rows of their tables. */
public final class JdbcResultStore implements ResultStore {

  private static final int BATCH = 1_000;
  /** Rows a result may have in one layer; keys are the result's number times this plus the row's. */
  private static final long ROWS = 1_000_000_000L;
  /** Columns whose words mean something else in SQL. */
  private static final Map<String, String> OTHER_WORDS =
      Map.of("unknown", "people_unknown", "unreachable", "people_unreachable");

  private final Transactions transactions;

  /** @param source a database that {@link Databases} has opened */
  public JdbcResultStore(DataSource source) {
    transactions = new Transactions(source);
  }

  @Override
  public KeptResult keep(Draft draft) {
    return transactions.run(() -> ResultStore.nameTaken(draft.area(), draft.name()), connection -> {
      var question = Json.answer(draft.question());
      int id = insert(connection, draft, question);
      for (var layer : draft.layers()) {
        insert(connection, id, layer);
      }
      return new KeptResult(String.valueOf(id), draft.area(), draft.name(), draft.kind(), Json.object(question), draft.createdAt(),
          draft.areaVersion());
    });
  }

  private static int insert(Connection connection, Draft draft, String question) throws SQLException {
    try (var insert = connection.prepareStatement("insert into result (area, name, kind, question, answer, created_at, "
        + "area_version) values (?, ?, ?, ?, ?, ?, ?)", new String[] {"id"})) {
      insert.setString(1, draft.area());
      insert.setString(2, draft.name());
      insert.setString(3, draft.kind());
      insert.setString(4, question);
      insert.setString(5, Json.answer(draft.answer()));
      insert.setObject(6, draft.createdAt().atOffset(ZoneOffset.UTC));
      insert.setLong(7, draft.areaVersion());
      insert.executeUpdate();
      try (var keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getInt(1);
      }
    }
  }

  /** The first column of a layer is the number of the row. */
  private static void insert(Connection connection, int result, FeatureLayer layer) throws SQLException {
    var columns = layer.columns().stream().skip(1).map(column -> column(column.name()) + ", ").collect(Collectors.joining());
    var marks = String.join(", ", Collections.nCopies(layer.columns().size() + 3, "?"));
    try (var insert = connection.prepareStatement("insert into " + layer.name() + " (id, result_id, no, " + columns
        + "geom) values (" + marks + ")")) {
      for (int no = 0; no < layer.rows().size(); no++) {
        var row = layer.rows().get(no);
        insert.setLong(1, result * ROWS + no);
        insert.setInt(2, result);
        insert.setInt(3, no);
        int at = 4;
        for (int column = 1; column < row.values().length; column++) {
          insert.setObject(at++, row.values()[column]);
        }
        LayerTable.bindGeometry(insert, at, row.geometry(), layer.name());
        insert.addBatch();
        if ((no + 1) % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /** {@code walkSeconds} is {@code walk_seconds}. */
  private static String column(String name) {
    return OTHER_WORDS.getOrDefault(name, name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }

  @Override
  public List<KeptResult> list(String area) {
    return transactions.run(JdbcResultStore::busy, connection -> {
      try (var select = connection.prepareStatement("select id, area, name, kind, question, created_at, area_version from result "
          + "where area = ? order by id")) {
        select.setString(1, area);
        var found = new ArrayList<KeptResult>();
        try (var rows = select.executeQuery()) {
          while (rows.next()) {
            found.add(new KeptResult(rows.getString("id"), rows.getString("area"), rows.getString("name"), rows.getString("kind"),
                Json.object(rows.getString("question")), rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                rows.getLong("area_version")));
          }
        }
        return found;
      }
    });
  }

  @Override
  public Optional<String> answer(String area, String id) {
    var number = JdbcPlanStore.number(id);
    return number.isEmpty() ? Optional.empty() : transactions.run(JdbcResultStore::busy, connection -> {
      try (var select = connection.prepareStatement("select answer from result where area = ? and id = ?")) {
        select.setString(1, area);
        select.setInt(2, number.getAsInt());
        try (var rows = select.executeQuery()) {
          return rows.next() ? Optional.of(rows.getString("answer")) : Optional.empty();
        }
      }
    });
  }

  @Override
  public boolean delete(String area, String id) {
    var number = JdbcPlanStore.number(id);
    return number.isPresent() && transactions.run(JdbcResultStore::busy, connection -> {
      try (var delete = connection.prepareStatement("delete from result where area = ? and id = ?")) {
        delete.setString(1, area);
        delete.setInt(2, number.getAsInt());
        return delete.executeUpdate() == 1;
      }
    });
  }

  private static InvalidInput busy() {
    return new InvalidInput(Code.STORE_BUSY, "area", "Somebody else is changing the results of this area: try again.");
  }
}
