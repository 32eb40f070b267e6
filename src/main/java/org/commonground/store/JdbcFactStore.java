package org.commonground.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.fact.Fact;
import org.commonground.plan.fact.Fact.Kind;
import org.commonground.plan.fact.Fact.On;
import org.commonground.plan.fact.Fact.Subject;
import org.commonground.plan.fact.FactStore;
import org.locationtech.jts.geom.Geometry;

/** Keeps facts beside the cities: each as one row with the place of its subject. */
public final class JdbcFactStore implements FactStore {

  private static final String COLUMNS = "area, subject, source_id, name, kind, amount, source, fact_date, note, created_at";

  private final Transactions transactions;

  /** @param source a database that {@link Databases} has opened */
  public JdbcFactStore(DataSource source) {
    transactions = new Transactions(source);
  }

  @Override
  public List<Fact> list(String area) {
    return transactions.run(JdbcFactStore::busy, connection -> {
      try (var select = connection.prepareStatement("select id, " + COLUMNS + " from fact where area = ? order by id")) {
        select.setString(1, area);
        var found = new ArrayList<Fact>();
        try (var rows = select.executeQuery()) {
          while (rows.next()) {
            found.add(fact(rows));
          }
        }
        return found;
      }
    });
  }

  private static Fact fact(ResultSet rows) throws SQLException {
    var subject = new Subject(On.valueOf(rows.getString("subject").toUpperCase(Locale.ROOT)), rows.getString("source_id"),
        rows.getString("name"));
    return new Fact(rows.getString("id"), rows.getString("area"), subject,
        Kind.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)), rows.getDouble("amount"), rows.getString("source"),
        rows.getObject("fact_date", LocalDate.class), rows.getString("note"),
        rows.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public Fact add(Fact fact, Geometry place) {
    return transactions.run(JdbcFactStore::busy, connection -> {
      try (var insert = connection.prepareStatement("insert into fact (" + COLUMNS + ", geom) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          new String[] {"id"})) {
        insert.setString(1, fact.area());
        insert.setString(2, fact.subject().on().word());
        insert.setString(3, fact.subject().sourceId());
        insert.setString(4, fact.subject().name());
        insert.setString(5, fact.kind().word());
        insert.setDouble(6, fact.value());
        insert.setString(7, fact.source());
        insert.setObject(8, fact.date());
        insert.setString(9, fact.note());
        insert.setObject(10, fact.createdAt().atOffset(ZoneOffset.UTC));
        LayerTable.bindGeometry(insert, 11, place, "fact");
        insert.executeUpdate();
        try (var keys = insert.getGeneratedKeys()) {
          keys.next();
          return fact.kept(String.valueOf(keys.getInt(1)));
        }
      }
    });
  }

  @Override
  public boolean delete(String area, String id) {
    var number = JdbcPlanStore.number(id);
    return number.isPresent() && transactions.run(JdbcFactStore::busy, connection -> {
      try (var delete = connection.prepareStatement("delete from fact where area = ? and id = ?")) {
        delete.setString(1, area);
        delete.setInt(2, number.getAsInt());
        return delete.executeUpdate() == 1;
      }
    });
  }

  private static InvalidInput busy() {
    return new InvalidInput(Code.STORE_BUSY, "area", "Somebody else is changing the facts of this area: try again.");
  }
}
