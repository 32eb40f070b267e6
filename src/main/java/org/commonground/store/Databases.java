package org.commonground.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.flywaydb.core.Flyway;

/**
 * Opens the database cities are kept in and brings its schema up to date. Without an address this is H2GIS in one file;
 * other processes on the same machine may open that file at the same time. On PostgreSQL everything lies in a schema of its own.
 */
public final class Databases {

  private static final String SCHEMA = "commonground";
  private static final int POOL = 8;
  private static final int CONNECT_MILLIS = 10_000;

  private Databases() {
  }

  /**
   * @param url      {@code jdbc:postgresql://…}; null or blank for the embedded one
   * @param user     null where the address says it or none is needed
   * @param password null where the address says it or none is needed
   * @param folder   where the embedded database keeps its file; made where missing
   * @throws InvalidInput where the address is of another kind, or nothing that we can use answers there
   */
  public static HikariDataSource open(String url, String user, String password, Path folder) {
    boolean embedded = url == null || url.isBlank();
    if (!embedded && !url.startsWith("jdbc:postgresql:")) {
      throw new InvalidInput(Code.OPTION, "--database",
          "--database is \"" + url + "\", but must begin with jdbc:postgresql: (or be left out for the embedded database).");
    }
    var config = new HikariConfig();
    config.setMaximumPoolSize(POOL);
    config.setPoolName("commonground");
    config.setConnectionTimeout(CONNECT_MILLIS);
    if (embedded) {
      config.setJdbcUrl(embeddedUrl(folder));
      config.setUsername("sa");
      config.setPassword("");
    } else {
      config.setJdbcUrl(url);
      config.setUsername(user);
      config.setPassword(password);
      config.addDataSourceProperty("currentSchema", SCHEMA + ",public");
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
    }
    return connect(config, embedded, folder);
  }

  private static HikariDataSource connect(HikariConfig config, boolean embedded, Path folder) {
    HikariDataSource source = null;
    try {
      source = new HikariDataSource(config);
      migrate(source, embedded);
      return source;
    } catch (HikariPool.PoolInitializationException failure) {
      throw refused(embedded, folder, config.getJdbcUrl(), failure);
    } catch (RuntimeException failure) {
      source.close();
      if (rootCause(failure) instanceof SQLException cause && !embedded) {
        throw refused(false, folder, config.getJdbcUrl(), cause);
      }
      throw failure;
    }
  }

  /** The file is opened through the first process that has it, so that commands work while the service runs. */
  private static String embeddedUrl(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(folder + " cannot be made", failure);
    }
    System.setProperty("h2.bindAddress", "localhost");
    return "jdbc:h2:file:" + folder.toAbsolutePath().normalize().resolve("commonground") + ";AUTO_SERVER=TRUE";
  }

  private static void migrate(HikariDataSource source, boolean embedded) {
    var flyway = Flyway.configure().dataSource(source)
        .locations("classpath:db/migration/common", "classpath:db/migration/" + (embedded ? "h2" : "postgresql"));
    (embedded ? flyway : flyway.schemas(SCHEMA)).load().migrate();
  }

  private static InvalidInput refused(boolean embedded, Path folder, String url, Throwable failure) {
    var reason = String.valueOf(rootCause(failure).getMessage()).lines().findFirst().orElse("");
    return embedded
        ? new InvalidInput(Code.STORE_BUSY, "var", "The database in " + folder + " cannot be opened: " + reason)
        : new InvalidInput(Code.OPTION, "--database", "The database " + url.replaceAll("[?].*", "") + " cannot be used: " + reason);
  }

  private static Throwable rootCause(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }
}
