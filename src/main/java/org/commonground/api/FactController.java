package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.commonground.plan.fact.FactAnswer;
import org.commonground.plan.fact.Facts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What people have entered about an area, a district, a space or a shelter. */
@RestController
@RequestMapping("/api/areas/{area}/facts")
class FactController {

  private final Facts facts;

  FactController(Facts facts) {
    this.facts = facts;
  }

  record Listed(List<FactAnswer> facts) {
  }

  @Operation(summary = "Every fact about an area, in the order they were entered")
  @GetMapping
  Listed list(@PathVariable String area) {
    return new Listed(facts.list(area));
  }

  @Operation(summary = "Enters a fact: kind, value, source, date, and where wanted note and district, space or shelter")
  @PostMapping
  ResponseEntity<FactAnswer> add(@PathVariable String area, @RequestBody Map<String, Object> body) {
    var fact = facts.add(area, body);
    var address = UriComponentsBuilder.fromPath("/api/areas/{area}/facts/{id}").build(fact.area(), fact.id());
    return ResponseEntity.created(address).body(fact);
  }

  @Operation(summary = "Deletes a fact")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String area, @PathVariable String id) {
    facts.delete(area, id);
  }
}
