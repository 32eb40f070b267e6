package org.commonground.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.commonground.plan.Planner;
import org.commonground.plan.fact.Facts;
import org.commonground.plan.result.Results;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.scenario.Scenarios;
import org.commonground.store.Databases;
import org.commonground.store.JdbcCityStore;
import org.commonground.store.JdbcFactStore;
import org.commonground.store.JdbcPlanStore;
import org.commonground.store.JdbcResultStore;
import picocli.CommandLine.Option;

/** Where the cities and the rules of a command are; the same places, under the same names, as for the service. */
final class Connection {

  static final String DATABASE = "jdbc:postgresql://… with PostGIS; else SPRING_DATASOURCE_URL from the environment, else a file "
      + "under var/";

  @Option(names = "--database", paramLabel = "URL", description = DATABASE)
  private String database;

  HikariDataSource open() {
    var url = database == null ? setting("spring.datasource.url", null) : database;
    return Databases.open(url, setting("spring.datasource.username", null), setting("spring.datasource.password", null),
        Path.of(setting("commonground.var", "var")));
  }

  static Rules rules() {
    return Rules.load(Path.of(setting("commonground.data", "data")).resolve("rules"));
  }

  static Planner planner(HikariDataSource source) {
    return new Planner(new JdbcCityStore(source), new JdbcPlanStore(source), new JdbcFactStore(source), rules());
  }

  static Scenarios scenarios(HikariDataSource source) {
    return planner(source).scenarios();
  }

  static Results results(HikariDataSource source) {
    return new Results(new JdbcResultStore(source), planner(source));
  }

  static Facts facts(HikariDataSource source) {
    return planner(source).facts();
  }

  /** A system property, or the environment variable of the same name in capitals with underscores. */
  private static String setting(String name, String otherwise) {
    var property = System.getProperty(name);
    if (property != null) {
      return property;
    }
    var variable = System.getenv(name.toUpperCase(java.util.Locale.ROOT).replace('.', '_'));
    return variable == null ? otherwise : variable;
  }
}
