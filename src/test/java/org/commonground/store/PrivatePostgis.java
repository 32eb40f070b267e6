package org.commonground.store;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostGIS of the tests' own: one cluster on a free port of this machine, stopped and removed when the tests end.
 * PostgreSQL refuses to run as root, so then it runs as the user {@code postgres}. Where it is not installed the tests that ask for it
 * are skipped, but fail when {@code CI=true}.
 */
public final class PrivatePostgis {

  private static PrivatePostgis running;

  private final AtomicInteger databases = new AtomicInteger();
  private final Path bin;
  private final Path folder;
  private final int port;

  private PrivatePostgis(Path bin) throws IOException {
    this.bin = bin;
    folder = Files.createTempDirectory("postgis", PosixFilePermissions.asFileAttribute(
        PosixFilePermissions.fromString("rwxr-xr-x")));
    if (root()) {
      Files.setOwner(folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
    }
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    var data = folder.resolve("data").toString();
    run("initdb", "-D", data, "-A", "trust", "--no-sync", "-E", "UTF8", "-U", "postgres");
    run("pg_ctl", "-D", data, "-w", "-l", folder.resolve("log").toString(), "-o",
        "-p " + port + " -c listen_addresses=localhost -c fsync=off -c unix_socket_directories=" + folder, "start");
  }

  /** Address of a new empty database. */
  public static synchronized String newDatabase() {
    try {
      if (running == null) {
        running = new PrivatePostgis(programs());
      }
      var name = "city" + running.databases.incrementAndGet();
      try (var connection = DriverManager.getConnection(running.url("postgres")); var create = connection.createStatement()) {
        create.execute("create database " + name);
      }
      return running.url(name);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres";
  }

  private static Path programs() throws IOException {
    var versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (var found = Files.list(versions)) {
        var bin = found.map(version -> version.resolve("bin")).filter(folder -> Files.exists(folder.resolve("initdb")))
            .max(Comparator.naturalOrder());
        if (bin.isPresent()) {
          return bin.get();
        }
      }
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("PostgreSQL with PostGIS is not installed, and CI=true allows no skip");
    }
    return abort("PostgreSQL with PostGIS is not installed");
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private void run(String program, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    if (root()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    var output = Files.createTempFile("postgis", ".log");
    var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(output.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(program + " failed: " + Files.readString(output));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      Files.delete(output);
    }
  }

  private void stop() {
    try {
      run("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
