package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonground.plan.evacuation.EvacuationSheet;
import org.commonground.plan.evacuation.EvacuationSheets;
import org.commonground.plan.job.Jobs;
import org.commonground.report.EvacuationSheetPage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ways of an evacuation, by district, to be printed and signed. */
@RestController
@RequestMapping("/api/jobs/{id}")
class SheetController {

  private final Jobs jobs;

  SheetController(Jobs jobs) {
    this.jobs = jobs;
  }

  record Sheets(List<EvacuationSheet> sheets) {
  }

  @Operation(summary = "Of an evacuation, the ways of each district with turns and places for signs; lang is en or zh")
  @GetMapping("/sheets")
  Sheets sheets(@PathVariable String id, @RequestParam(required = false) Integer district, @RequestParam(required = false) String lang) {
    return new Sheets(EvacuationSheets.of(jobs.find(id)).in(district, lang));
  }

  @Operation(summary = "The same as a page that prints, each district on paper of its own")
  @GetMapping("/sheets.html")
  ResponseEntity<byte[]> page(@PathVariable String id, @RequestParam(required = false) Integer district,
      @RequestParam(required = false) String lang) {
    return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(EvacuationSheetPage.of(EvacuationSheets.of(jobs.find(id)).in(district, lang), lang).getBytes(StandardCharsets.UTF_8));
  }
}
