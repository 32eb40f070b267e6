package org.commonground.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.commonground.city.InvalidInput;

/** Work on a database that happens whole or not at all; what is read is one state of it. */
final class Transactions {

  /** Not serializable, duplicate key, lock held by another, deadlock, row changed by another: somebody else writes the same. */
  private static final Set<String> CONFLICTS = Set.of("40001", "23505", "HYT00", "40P01", "90131");

  private final DataSource source;

  Transactions(DataSource source) {
    this.source = source;
  }

  @FunctionalInterface
  interface Work<T> {

    T with(Connection connection) throws SQLException;
  }

  /** @param conflict what the caller is told where somebody else writes the same at the same time */
  <T> T run(Supplier<InvalidInput> conflict, Work<T> work) {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        var result = work.with(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      }
    } catch (SQLException failure) {
      if (isConflict(failure)) {
        throw conflict.get();
      }
      throw new IllegalStateException("the database failed: " + failure.getMessage(), failure);
    }
  }

  /** A batch hides the conflict behind its own failure. */
  private static boolean isConflict(SQLException failure) {
    for (var cause = failure; cause != null; cause = cause.getNextException()) {
      if (CONFLICTS.contains(cause.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
