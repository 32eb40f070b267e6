package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.commonground.city.ImportIssue;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.AreaAnswer;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.coverage.CoverageAnswer;
import org.commonground.plan.coverage.ExpectedQuery;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.job.ImportState;
import org.commonground.plan.nearest.Nearest;
import org.commonground.plan.nearest.NearestAnswer;
import org.commonground.plan.nearest.NearestQuery;
import org.commonground.plan.result.ResultKind;
import org.commonground.report.LayerExport;
import org.commonground.report.LayerExport.Format;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Areas and what can be asked of them. */
@RestController
@RequestMapping("/api/areas")
class AreaController {

  private final Planner planner;
  private final ImportState importState;

  AreaController(Planner planner, ImportState importState) {
    this.planner = planner;
    this.importState = importState;
  }

  /** @param importing what is being imported just now; null where nothing is */
  record Areas(List<AreaAnswer> areas, ImportState.Importing importing) {
  }

  @Operation(summary = "Every area there is")
  @GetMapping
  Areas areas() {
    var importing = importState.now();
    return new Areas(planner.areas(), importing);
  }

  @Operation(summary = "One area: its counts, profiles and limits")
  @GetMapping("/{area}")
  AreaAnswer area(@PathVariable String area) {
    return planner.area(area);
  }

  @Operation(summary = "Who reaches a shelter on foot in time, who does not, and where")
  @GetMapping("/{area}/coverage")
  CoverageAnswer coverage(@PathVariable String area, @ParameterObject QuestionParameters question) {
    return Coverage.answer(planner, question.of(area));
  }

  @Operation(summary = "Coverage as it would be with edits that nobody keeps: the fields of coverage, and edits as a scenario takes them")
  @PostMapping("/{area}/coverage")
  CoverageAnswer tried(@PathVariable String area, @RequestBody Map<String, Object> body) {
    return Coverage.tried(planner, area, body);
  }

  @Operation(summary = "The nearest shelters on foot from a place, with the way to each")
  @GetMapping("/{area}/nearest")
  NearestAnswer nearest(@PathVariable String area, @RequestParam double lon, @RequestParam double lat,
      @RequestParam(required = false) String lang, @ParameterObject QuestionParameters question) {
    return Nearest.answer(planner, new NearestQuery(area, lon, lat, question.profile(), question.minutes(), question.count(), lang,
        question.conditions()));
  }

  @Operation(summary = "Shelters as GeoJSON")
  @GetMapping("/{area}/shelters")
  void shelters(@PathVariable String area, HttpServletResponse response) throws IOException {
    write("shelter", Format.GEOJSON, new CoverageQuery(area, null, null, null, null), response);
  }

  @Operation(summary = "Districts as GeoJSON")
  @GetMapping("/{area}/districts")
  void districts(@PathVariable String area, HttpServletResponse response) throws IOException {
    write("district", Format.GEOJSON, new CoverageQuery(area, null, null, null, null), response);
  }

  @Operation(summary = "Gaps in coverage as GeoJSON, biggest first")
  @GetMapping("/{area}/gaps")
  void gaps(@PathVariable String area, @ParameterObject QuestionParameters question, HttpServletResponse response)
      throws IOException {
    write("gap", Format.GEOJSON, question.of(area), response);
  }

  @Operation(summary = "Public spaces and public buildings as GeoJSON")
  @GetMapping("/{area}/spaces")
  void spaces(@PathVariable String area, HttpServletResponse response) throws IOException {
    write("space", Format.GEOJSON, new CoverageQuery(area, null, null, null, null), response);
  }

  @Operation(summary = "One public space as a GeoJSON collection of one")
  @GetMapping("/{area}/spaces/{id}")
  void space(@PathVariable String area, @PathVariable int id, HttpServletResponse response) throws IOException {
    var city = planner.snapshot(area).city();
    if (id < 0 || id >= city.spaces().size()) {
      throw new InvalidInput(Code.LAYER_UNKNOWN, "id", "There is no space " + id + " in " + area + ": ids are 0 to "
          + (city.spaces().size() - 1) + ".");
    }
    var all = LayerExport.layer("space", city, name -> null);
    response.setContentType(Format.GEOJSON.mediaType());
    LayerExport.write(new FeatureLayer("space", all.columns(), List.of(all.rows().get(id))), city, Format.GEOJSON,
        response.getOutputStream());
  }

  /** @param total how many there are */
  record Issues(List<IssueAnswer> issues, int total) {
  }

  record IssueAnswer(String layer, String kind, String recordId, String message, Double lon, Double lat) {

    static IssueAnswer of(ImportIssue issue) {
      var at = issue.geometry() == null ? null : issue.geometry().getInteriorPoint();
      return new IssueAnswer(issue.layer(), issue.kind(), issue.recordId(), issue.message(),
          at == null ? null : at.getX(), at == null ? null : at.getY());
    }
  }

  @Operation(summary = "What was wrong in the source data")
  @GetMapping("/{area}/issues")
  Issues issues(@PathVariable String area) {
    var issues = planner.snapshot(area).city().issues();
    return new Issues(issues.stream().map(IssueAnswer::of).toList(), issues.size());
  }

  @Operation(summary = "Any layer as a file: geojson, csv, gpkg (GeoPackage) or fgb (FlatGeobuf)")
  @GetMapping("/{area}/export")
  void export(@PathVariable String area, @RequestParam String layer, @RequestParam(defaultValue = "geojson") String format,
      @ParameterObject QuestionParameters question, @RequestParam(required = false) Double damage,
      @RequestParam(required = false) Integer samples, @RequestParam(required = false) Long seed,
      @RequestParam(required = false) String model, HttpServletResponse response) throws IOException {
    var wanted = Format.of(format);
    if (!LayerExport.LAYERS.contains(layer)) {
      LayerExport.layer(layer, null, null);
    }
    planner.area(area);
    response.setHeader("Content-Disposition",
        "attachment; filename=\"" + area + "-" + layer + "." + wanted.word() + "\"");
    write(layer, wanted, new ExpectedQuery(question.of(area), damage, samples, seed, model), response);
  }

  private void write(String layer, Format format, CoverageQuery query, HttpServletResponse response) throws IOException {
    write(layer, format, ExpectedQuery.of(query), response);
  }

  private void write(String layer, Format format, ExpectedQuery query, HttpServletResponse response) throws IOException {
    var snapshot = planner.snapshot(query.coverage().area());
    var rows = LayerExport.layer(layer, snapshot.city(), name -> ResultKind.layer(name, planner, query));
    response.setContentType(format.mediaType());
    LayerExport.write(rows, snapshot.city(), format, response.getOutputStream());
  }
}
