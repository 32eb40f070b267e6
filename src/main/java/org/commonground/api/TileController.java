package org.commonground.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.commonground.city.HazardLayer;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.Planner;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.coverage.Coverage;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Vector tiles of the base map and of a coverage result. A tile is revalidated by the area's version, so it is never stale. */
@RestController
@RequestMapping("/api/areas/{area}/tiles")
class TileController {

  private static final MediaType MVT = MediaType.parseMediaType("application/vnd.mapbox-vector-tile");
  private static final int MAX_ZOOM = 22;

  private final Planner planner;
  private final Map<Snapshot, TileLayers> layers = Collections.synchronizedMap(new WeakHashMap<>());

  TileController(Planner planner) {
    this.planner = planner;
  }

  @Operation(summary = "Base map: water, green, space, street, building, district")
  @GetMapping("/base/{z}/{x}/{y}.mvt")
  ResponseEntity<byte[]> base(@PathVariable String area, @PathVariable int z, @PathVariable int x, @PathVariable int y,
      WebRequest request) {
    var tile = tile(z, x, y);
    var snapshot = planner.snapshot(area);
    if (request.checkNotModified(area + "-" + snapshot.version())) {
      return null;
    }
    return answer(of(snapshot).base(tile));
  }

  @Operation(summary = "Every place with people or a building, with its walking time to the nearest shelter")
  @GetMapping("/coverage/{z}/{x}/{y}.mvt")
  ResponseEntity<byte[]> coverage(@PathVariable String area, @PathVariable int z, @PathVariable int x, @PathVariable int y,
      @ParameterObject QuestionParameters question, WebRequest request) {
    var tile = tile(z, x, y);
    var snapshot = planner.snapshot(area);
    var query = question.of(area);
    if (request.checkNotModified(area + "-" + planner.versionOf(snapshot, query) + "-" + Integer.toHexString(query.hashCode()))) {
      return null;
    }
    return answer(of(snapshot).coverage(tile, Coverage.result(planner, snapshot, query)));
  }

  @Operation(summary = "Every place with people or a building, in two states of the area: its walking times and what has changed")
  @GetMapping("/difference/{z}/{x}/{y}.mvt")
  ResponseEntity<byte[]> difference(@PathVariable String area, @PathVariable int z, @PathVariable int x, @PathVariable int y,
      @ParameterObject QuestionParameters question, @RequestParam(required = false) String from,
      @RequestParam(required = false) String to, WebRequest request) {
    var tile = tile(z, x, y);
    var snapshot = planner.snapshot(area);
    var before = question.of(area).in(from);
    var after = question.of(area).in(to);
    if (request.checkNotModified(area + "-" + planner.versionOf(snapshot, before) + "-" + planner.versionOf(snapshot, after) + "-"
        + Integer.toHexString(31 * before.hashCode() + after.hashCode()))) {
      return null;
    }
    return answer(of(snapshot).difference(tile, Coverage.result(planner, snapshot, before), Coverage.result(planner, snapshot, after)));
  }

  @Operation(summary = "Zones of one hazard layer, with their least depth in metres where it is known")
  @GetMapping("/hazard/{z}/{x}/{y}.mvt")
  ResponseEntity<byte[]> hazard(@PathVariable String area, @PathVariable int z, @PathVariable int x, @PathVariable int y,
      @RequestParam String hazard, WebRequest request) {
    var tile = tile(z, x, y);
    var snapshot = planner.snapshot(area);
    var names = snapshot.city().hazards().stream().map(HazardLayer::name).toList();
    if (!names.contains(hazard)) {
      throw new InvalidInput(Code.LAYER_UNKNOWN, "hazard", "There is no hazard layer named \"" + hazard + "\" in " + area
          + (names.isEmpty() ? ": it was imported without hazards." : ": choose one of " + String.join(", ", names) + "."));
    }
    if (request.checkNotModified(area + "-" + snapshot.version())) {
      return null;
    }
    return answer(of(snapshot).hazard(tile, hazard));
  }

  private TileLayers of(Snapshot snapshot) {
    synchronized (layers) {
      return layers.computeIfAbsent(snapshot, wanted -> new TileLayers(wanted.city()));
    }
  }

  private static Tile tile(int z, int x, int y) {
    if (z < 0 || z > MAX_ZOOM) {
      throw new InvalidInput(Code.OPTION, "z", "z is " + z + ", but must be 0 to " + MAX_ZOOM + ".");
    }
    int last = (1 << z) - 1;
    if (x < 0 || x > last || y < 0 || y > last) {
      throw new InvalidInput(Code.OPTION, x < 0 || x > last ? "x" : "y",
          "There is no tile " + x + "/" + y + " at zoom " + z + ": both must be 0 to " + last + ".");
    }
    return new Tile(z, x, y);
  }

  private static ResponseEntity<byte[]> answer(byte[] tile) {
    return ResponseEntity.ok().contentType(MVT).cacheControl(CacheControl.noCache()).body(tile);
  }
}
