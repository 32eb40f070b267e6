package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.rules.RulesAnswer;
import org.commonground.plan.rules.RulesEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rule packs that a question may name. */
@RestController
@RequestMapping("/api/rules")
class RulesController {

  private final Rules rules;

  RulesController(Rules rules) {
    this.rules = rules;
  }

  record Listed(List<RulesEntry> rules) {
  }

  @Operation(summary = "Every rule pack, with the standards it cites")
  @GetMapping
  Listed list() {
    return new Listed(rules.list());
  }

  @Operation(summary = "One rule pack: each figure with its unit, clause and source, and whether it was compared with the primary text")
  @GetMapping("/{pack}")
  RulesAnswer pack(@PathVariable String pack) {
    return rules.answer(pack);
  }
}
