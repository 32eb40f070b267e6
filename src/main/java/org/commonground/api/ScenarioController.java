package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.commonground.plan.form.Fields;
import org.commonground.plan.scenario.EditJson;
import org.commonground.plan.scenario.Scenario.Heading;
import org.commonground.plan.scenario.ScenarioAnswer;
import org.commonground.plan.scenario.Scenarios;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Scenarios: an area plus edits. {@code version} is the state a change is meant for; where there is a newer one, 409. */
@RestController
@RequestMapping("/api/areas/{area}/scenarios")
class ScenarioController {

  private final Scenarios scenarios;

  ScenarioController(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  record Listed(List<ScenarioAnswer> scenarios) {
  }

  @Operation(summary = "Every scenario of an area, in the order they were made")
  @GetMapping
  Listed list(@PathVariable String area) {
    return new Listed(scenarios.list(area));
  }

  @Operation(summary = "A new scenario: title, and where wanted author, reason and a list of edits")
  @PostMapping
  ResponseEntity<ScenarioAnswer> create(@PathVariable String area, @RequestBody Map<String, Object> body) {
    var fields = new Fields(body);
    var heading = new Heading(fields.text("title"), fields.text("author"), fields.text("reason"));
    var edits = EditJson.list(fields);
    fields.end();
    return created(scenarios.create(area, heading, edits));
  }

  @Operation(summary = "One scenario")
  @GetMapping("/{id}")
  ScenarioAnswer show(@PathVariable String area, @PathVariable String id) {
    return scenarios.show(area, id);
  }

  @Operation(summary = "Changes title, author or reason; what is not given stays")
  @PatchMapping("/{id}")
  ScenarioAnswer rename(@PathVariable String area, @PathVariable String id, @RequestParam(required = false) Integer version,
      @RequestBody Map<String, Object> body) {
    var fields = new Fields(body);
    boolean title = fields.has("title");
    boolean author = fields.has("author");
    boolean reason = fields.has("reason");
    var given = new Heading(fields.text("title"), fields.text("author"), fields.text("reason"));
    fields.end();
    return scenarios.rename(area, id, version, old -> new Heading(title ? given.title() : old.title(),
        author ? given.author() : old.author(), reason ? given.reason() : old.reason()));
  }

  @Operation(summary = "Deletes a scenario")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String area, @PathVariable String id, @RequestParam(required = false) Integer version) {
    scenarios.delete(area, id, version);
  }

  @Operation(summary = "A new scenario with the same edits; a title may be given")
  @PostMapping("/{id}/copy")
  ResponseEntity<ScenarioAnswer> copy(@PathVariable String area, @PathVariable String id,
      @RequestBody(required = false) Map<String, Object> body) {
    var fields = new Fields(body);
    var title = fields.text("title");
    fields.end();
    return created(scenarios.copy(area, id, title));
  }

  @Operation(summary = "Appends an edit: add-, close-, resize- or move-shelter, close-street, close-area or hazard")
  @PostMapping("/{id}/edits")
  ScenarioAnswer edit(@PathVariable String area, @PathVariable String id, @RequestParam(required = false) Integer version,
      @RequestBody Map<String, Object> body) {
    return scenarios.edit(area, id, version, EditJson.asked(body));
  }

  @Operation(summary = "Takes the last edit back")
  @DeleteMapping("/{id}/edits/last")
  ScenarioAnswer undo(@PathVariable String area, @PathVariable String id, @RequestParam(required = false) Integer version) {
    return scenarios.undo(area, id, version);
  }

  private static ResponseEntity<ScenarioAnswer> created(ScenarioAnswer scenario) {
    var address = UriComponentsBuilder.fromPath("/api/areas/{area}/scenarios/{id}").build(scenario.area(), scenario.id());
    return ResponseEntity.created(address).body(scenario);
  }
}
