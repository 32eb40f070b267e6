package org.commonground.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonground.network.Sweep;
import org.commonground.network.WalkGraph;
import org.commonground.store.PrivatePostgis;
import org.opentest4j.TestAbortedException;
import org.postgresql.PGConnection;

/**
 * pgRouting's driving distance on the same nodes, streets and whole milliseconds as a {@link WalkGraph}, in a database of its own. A
 * street costs what walking it the other way takes, since the search runs outwards from the shelters.
 */
final class PgRouting implements AutoCloseable {

  private static final String STREETS = "'select id, source, target, cost, reverse_cost from street'";

  private final Connection connection;

  private PgRouting(Connection connection) {
    this.connection = connection;
  }

  /** Empty, and says so, where it is not installed. */
  static Optional<PgRouting> start(WalkGraph graph) {
    try {
      var peer = new PgRouting(DriverManager.getConnection(PrivatePostgis.newDatabase()));
      peer.load(graph);
      return Optional.of(peer);
    } catch (TestAbortedException | SQLException missing) {
      System.out.println("pgRouting is left out: " + missing.getMessage().lines().findFirst().orElse(""));
      return Optional.empty();
    }
  }

  private void load(WalkGraph graph) throws SQLException {
    execute("create extension pgrouting cascade");
    execute("create table street (id bigint primary key, source bigint, target bigint, cost float8, reverse_cost float8)");
    try (Reader rows = new StringReader(graph.streets().streets().stream().filter(street -> graph.passable(street.id()))
        .map(street -> street.id() + "\t" + street.from() + "\t" + street.to() + "\t" + graph.millisToStart(street.id()) + "\t"
            + graph.millisToEnd(street.id()) + "\n").collect(Collectors.joining()))) {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy street from stdin", rows);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    execute("analyze street");
    execute("set jit = off; set max_parallel_workers_per_gather = 0; set work_mem = '1GB'");
  }

  String version() {
    return "pgRouting " + text("select pgr_version()") + " on PostgreSQL " + text("show server_version");
  }

  /** The nearest source of each node. Returns how many nodes are reached, and the sum of their times. */
  String nearest(int[] sources, int limitMillis) {
    return text("select count(*) || ' ' || sum(agg_cost)::bigint from " + reached(sources, limitMillis, true));
  }

  /** The three nearest sources of each node, from all sources that reach it. */
  String nearestThree(int[] sources, int limitMillis) {
    return text("select count(*) || ' ' || sum(agg_cost)::bigint from (select agg_cost, row_number() over (partition by node order by "
        + "agg_cost) as rank from " + reached(sources, limitMillis, false) + ") as ranked where rank <= 3");
  }

  /** How many pairs of a source and a node are within the limit. */
  long pairs(int[] sources, int limitMillis) {
    return Long.parseLong(text("select count(*) from " + reached(sources, limitMillis, false)));
  }

  /**
   * How many of every so many nodes have another time than the sweep gave them.
   *
   * @param equicost false for the least of all times, each source searched alone
   */
  int different(int[] sources, boolean equicost, Sweep sweep, int nodes, int every) {
    var millis = new double[nodes];
    Arrays.fill(millis, Sweep.UNREACHED);
    try (var statement = connection.createStatement(); var rows = statement.executeQuery("select node, min(agg_cost) from "
        + reached(sources, Sweep.UNREACHED, equicost) + " where node % " + every + " = 0 group by node")) {
      while (rows.next()) {
        millis[rows.getInt(1)] = rows.getDouble(2);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    int different = 0;
    for (int node = 0; node < nodes; node += every) {
      different += millis[node] == sweep.millis(node) ? 0 : 1;
    }
    return different;
  }

  private static String reached(int[] sources, int limitMillis, boolean nearest) {
    var numbers = Arrays.stream(sources).mapToObj(Integer::toString).collect(Collectors.joining(","));
    return "pgr_drivingDistance(" + STREETS + ", array[" + numbers + "]::bigint[], "
        + limitMillis + ", directed := true, equicost := " + nearest + ")";
  }

  /** The most memory that its process has held, in bytes; -1 where the system does not tell. */
  long peakBytes() {
    try {
      return Files.readAllLines(Path.of("/proc", text("select pg_backend_pid()"), "status")).stream()
          .filter(line -> line.startsWith("VmHWM")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).findFirst()
          .orElse(-1);
    } catch (IOException unknown) {
      return -1;
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String sql) {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
