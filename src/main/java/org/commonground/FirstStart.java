package org.commonground;

import java.nio.file.Files;
import java.nio.file.Path;
import org.commonground.city.CityStore;
import org.commonground.city.InvalidInput;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.job.ImportState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What happens once the service answers: its address is printed, the sample city is imported where the store holds no city yet,
 * and what people ask first has been answered before anybody asks.
 */
@Component
class FirstStart {

  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

  private final CityStore store;
  private final Planner planner;
  private final ImportState state;
  private final Environment environment;
  private final Path sample;

  FirstStart(CityStore store, Planner planner, ImportState state, Environment environment,
      @Value("${commonground.data:data}") Path data) {
    this.store = store;
    this.planner = planner;
    this.state = state;
    this.environment = environment;
    sample = data.resolve("monaco").resolve("manifest.yaml");
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    var host = environment.getProperty("server.address", "localhost");
    var address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + environment.getProperty("local.server.port");
    System.out.println("Commonground is at " + address + "/");
    var thread = new Thread(() -> {
      prepare();
      rehearse(new Rehearsal(planner, address));
    }, "first-start");
    thread.setDaemon(true);
    thread.start();
  }

  private void prepare() {
    try {
      if (store.list().isEmpty() && Files.exists(sample)) {
        importSample();
      }
      for (var entry : store.list().stream().limit(1).toList()) {
        Coverage.answer(planner, new CoverageQuery(entry.area().name(), null, null, null, null));
      }
    } catch (InvalidInput mistake) {
      LOG.error("the sample city was not imported: {}", mistake.getMessage());
    } catch (RuntimeException failure) {
      LOG.error("the sample city was not imported", failure);
    } finally {
      state.over();
    }
  }

  private void rehearse(Rehearsal rehearsal) {
    try {
      store.list().stream().limit(1).forEach(entry -> rehearsal.of(entry.area().name()));
    } catch (RuntimeException failure) {
      LOG.error("the rehearsal after the start failed; the service answers all the same", failure);
    }
  }

  private void importSample() {
    var request = ImportRequest.ofManifest(sample);
    var result = Importer.importArea(request,
        (step, done, all) -> state.at(new ImportState.Importing(request.area(), step, done, all)));
    store.save(result.city(), false);
    System.out.println("Imported the sample city: " + result.summary().title() + ", " + result.summary().people() + " people.");
  }
}
