package org.commonground;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.commonground.city.CityStore;
import org.commonground.city.InvalidInput;
import org.commonground.cli.Shell;
import org.commonground.geo.LocalProjection;
import org.commonground.plan.Planner;
import org.commonground.plan.evacuation.Evacuation;
import org.commonground.plan.fact.FactStore;
import org.commonground.plan.fact.Facts;
import org.commonground.plan.job.ImportState;
import org.commonground.plan.job.Jobs;
import org.commonground.plan.result.Results;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.scenario.PlanStore;
import org.commonground.plan.scenario.Scenarios;
import org.commonground.plan.siting.Siting;
import org.commonground.store.Databases;
import org.commonground.store.JdbcCityStore;
import org.commonground.store.JdbcFactStore;
import org.commonground.store.JdbcPlanStore;
import org.commonground.store.JdbcResultStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Bean;

/** Starts the service, or one command of the shell. Wires, and does nothing else. */
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
public class Application {

  public static void main(String[] arguments) {
    int exit = Shell.run(arguments, Application::serve);
    if (exit != Shell.SERVING) {
      System.exit(exit);
    }
  }

  private static void serve(Shell.Service service) {
    warmUp();
    var properties = new LinkedHashMap<String, Object>();
    properties.put("server.port", service.port());
    properties.put("server.address", service.address());
    if (service.database() != null) {
      properties.put("spring.datasource.url", service.database());
    }
    try {
      var application = new SpringApplication(Application.class);
      application.setDefaultProperties(Map.of());
      application.addInitializers(context -> context.getEnvironment().getPropertySources()
          .addFirst(new org.springframework.core.env.MapPropertySource("shell", properties)));
      application.run();
    } catch (RuntimeException failure) {
      throw translated(failure, service.port());
    }
  }

  /** The first projection takes a second or two to set up; meanwhile the framework starts. */
  private static void warmUp() {
    var thread = new Thread(() -> LocalProjection.around(0, 0), "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /** A caller's mistake that the framework has wrapped. */
  private static RuntimeException translated(RuntimeException failure, int port) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidInput mistake) {
        return mistake;
      }
      if (cause instanceof PortInUseException) {
        return new InvalidInput(InvalidInput.Code.OPTION, "--port",
            "--port is " + port + ", but another program uses that port: choose another.");
      }
    }
    return failure;
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(@Value("${spring.datasource.url:}") String url,
      @Value("${spring.datasource.username:#{null}}") String user,
      @Value("${spring.datasource.password:#{null}}") String password, @Value("${commonground.var:var}") Path folder) {
    return Databases.open(url, user, password, folder);
  }

  @Bean
  CityStore cityStore(DataSource source) {
    return new JdbcCityStore(source);
  }

  @Bean
  PlanStore planStore(DataSource source) {
    return new JdbcPlanStore(source);
  }

  @Bean
  Rules rules(@Value("${commonground.data:data}") Path data) {
    return Rules.load(data.resolve("rules"));
  }

  @Bean
  FactStore factStore(DataSource source) {
    return new JdbcFactStore(source);
  }

  @Bean
  Planner planner(CityStore store, PlanStore plans, FactStore facts, Rules rules) {
    return new Planner(store, plans, facts, rules);
  }

  @Bean
  Scenarios scenarios(Planner planner) {
    return planner.scenarios();
  }

  @Bean
  Results results(DataSource source, Planner planner) {
    return new Results(new JdbcResultStore(source), planner);
  }

  @Bean
  Facts facts(Planner planner) {
    return planner.facts();
  }

  @Bean
  Siting siting(Planner planner) {
    return new Siting(planner);
  }

  @Bean
  Evacuation evacuation(Planner planner) {
    return new Evacuation(planner);
  }

  @Bean(destroyMethod = "close")
  Jobs jobs() {
    return Jobs.ofMachine();
  }

  @Bean
  ImportState importState() {
    return new ImportState();
  }
}
