package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.city.City;
import org.commonground.city.District;
import org.commonground.coverage.RoomProblem.Walkers;
import org.commonground.geo.LocalProjection;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.network.Components;
import org.commonground.network.Profile;
import org.commonground.network.Snapper;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;
import org.commonground.people.DemandPoint;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Everyday walks of all of Monaco's people to its spaces, some of them against {@link TextbookWalks}. */
class MonacoEverydayTest {

  private static final City MONACO = Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")),
      (step, done, all) -> { }).city();
  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  private static final Profile ELDERLY = new Profile("elderly", 0.8, 0.3, false, 100);
  private static final Profile WHEELS = new Profile("wheelchair", 0.7, 0, true, 8);
  private static final int[] LIMITS = {300_000, 600_000, 900_000};
  private static final List<EverydaySpace> SPACES = MONACO.spaces().stream()
      .map(space -> new EverydaySpace(space.geometry(), space.isPublicGreen())).toList();

  /** Every fifth of the homes beside the main part of the network: islands go by another rule, tested where that rule is. */
  private static List<DemandPoint> homes() {
    var graph = WalkGraph.of(MONACO.streets(), ADULT, Unknowns.PESSIMISTIC);
    var components = Components.of(graph);
    var snapper = new Snapper(graph, new TextbookWalks(MONACO.streets(), ADULT).plane);
    return MONACO.demand().stream().filter(home -> home.people() > 0 && home.id() % 5 == 0).filter(home -> {
      var snap = snapper.snap(home.lon(), home.lat(), Reach.ACCESS_LIMIT_METRES).orElseThrow();
      return !components.onIsland(MONACO.streets().street(snap.street()).from());
    }).toList();
  }

  /** @param share of the people of each kind, by profile */
  private static EverydayProblem problem(List<DemandPoint> homes, List<Profile> profiles, int share) {
    var places = new DemandPlaces(homes.stream().mapToDouble(DemandPoint::lon).toArray(),
        homes.stream().mapToDouble(DemandPoint::lat).toArray(), homes.stream().mapToInt(DemandPoint::people).toArray(),
        homes.stream().mapToInt(DemandPoint::district).toArray(), Map.of());
    var sites = SPACES.stream().map(space -> new ShelterSite(space.geometry(), null)).toList();
    return new EverydayProblem(IntStream.range(0, profiles.size()).mapToObj(kind -> new Walkers(
        Reach.of(new CoverageProblem(MONACO.streets(), profiles.get(kind), places, MONACO.districts().size(), sites)),
        people(homes, kind, share))).toList(), SPACES, MONACO.districts().stream().map(District::geometry).toList(), LIMITS);
  }

  private static int[] people(List<DemandPoint> homes, int kind, int share) {
    return homes.stream().mapToInt(home -> kind == 0 ? home.people() - home.people() / share : home.people() / share).toArray();
  }

  /** Twelve spaces, each from every home: who is nearer to a limit than the textbook's rounding may be on either side of it. */
  @Test
  void twelveSpacesByTheTextbook() {
    var homes = homes();
    var profiles = List.of(ADULT, ELDERLY);
    var result = EverydaySolver.solve(problem(homes, profiles, 4));
    long counted = 0;
    for (int kind = 0; kind < 2; kind++) {
      var textbook = new TextbookWalks(MONACO.streets(), profiles.get(kind));
      var on = homes.stream().map(home -> textbook.on(home.lon(), home.lat())).toList();
      var times = on.stream().map(textbook::times).toList();
      var persons = people(homes, kind, 4);
      for (int space = 3; space < SPACES.size(); space += SPACES.size() / 12) {
        var stretches = textbook.stretches(SPACES.get(space).geometry());
        for (int limit = 0; limit < LIMITS.length; limit++) {
          long least = 0;
          long most = 0;
          for (int home = 0; home < homes.size(); home++) {
            var at = new GeometryFactory().createPoint(new Coordinate(homes.get(home).lon(), homes.get(home).lat()));
            int millis = SPACES.get(space).geometry().covers(at) ? 0 : textbook.walk(on.get(home), times.get(home), stretches);
            least += millis <= LIMITS[limit] - 2 ? persons[home] : 0;
            most += millis <= LIMITS[limit] + 2 ? persons[home] : 0;
          }
          long found = result.spaces().get(space).byKind()[kind].sure()[limit];
          assertTrue(least <= found && found <= most, MONACO.spaces().get(space).sourceId() + ": " + found + " of " + least + " to " + most);
          assertTrue(most - least < 100, "too close to tell");
          counted += found;
        }
      }
    }
    assertTrue(counted > 20_000, counted + " walks");
  }

  /** Everybody, a tenth of them on wheels: districts add up to the area, and the green is what it is as one shape. */
  @Test
  void districtsAddUp() {
    var result = EverydaySolver.solve(problem(MONACO.demand(), List.of(ADULT, WHEELS), 10));
    var parts = Stream.concat(result.districts().stream(), Stream.of(result.outside())).toList();
    assertEquals(35_881, result.total().people());
    assertEquals(35_881, parts.stream().mapToLong(GreenSupply::people).sum());
    assertEquals(result.total().greenM2(), parts.stream().mapToDouble(GreenSupply::greenM2).sum(), 1e-6);
    assertEquals(result.total().greenM2(), Arrays.stream(result.ownGreenM2()).sum(), 0.01);
    var plane = LocalProjection.around(MONACO.area().boundary().getEnvelopeInternal());
    double union = UnaryUnionOp.union(MONACO.spaces().stream().filter(space -> space.isPublicGreen() && space.areaM2() > 0)
        .map(space -> plane.toMetres(space.geometry())).toList()).getArea();
    assertEquals(union, result.total().greenM2(), 1e-4 * union);
    for (int limit = 0; limit < LIMITS.length; limit++) {
      int at = limit;
      var all = result.total().within().get(limit);
      assertEquals(all.sure(), parts.stream().mapToLong(part -> part.within().get(at).sure()).sum());
      assertEquals(all.unknown(), parts.stream().mapToLong(part -> part.within().get(at).unknown()).sum());
      assertTrue(parts.stream().mapToDouble(part -> part.within().get(at).leastM2()).sum() <= all.mostM2() + 1e-6);
      assertTrue(parts.stream().mapToDouble(part -> part.within().get(at).mostM2()).sum() >= all.leastM2() - 1e-6);
    }
    assertTrue(result.total().within().get(0).unknown() > 100, "wheels in doubt");
    for (var space : result.spaces()) {
      for (int limit = 0; limit < LIMITS.length; limit++) {
        assertTrue(space.sure()[limit] <= space.hoped()[limit] && space.hoped()[limit] <= 35_881);
        assertTrue(limit == 0 || space.sure()[limit] >= space.sure()[limit - 1]);
      }
    }
  }
}
