package org.commonground.plan.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.coverage.Circumstances;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.ShelterSite;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.plan.Conditions;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.city.ShelterSpaces;
import org.commonground.plan.coverage.Coverage;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.space.SpaceListsAnswer.TestPart;
import org.commonground.space.Space;
import org.commonground.space.SpaceKind;
import org.commonground.store.Databases;
import org.commonground.store.JdbcCityStore;
import org.commonground.store.JdbcFactStore;
import org.commonground.store.JdbcPlanStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Monaco's spaces judged in both of their lives: each figure held against the facts or against the same asked in another way. */
class SpacesTest {

  private static final int GARDEN = 19;
  private static final String SURGE = "illustrative surge";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir
  private static Path folder;

  private static HikariDataSource source;
  private static City city;
  private static Planner planner;

  @BeforeAll
  static void open() throws IOException {
    var rules = Files.createDirectory(folder.resolve("rules"));
    Files.copy(Path.of("data/rules/default.yaml"), rules.resolve("default.yaml"));
    Files.copy(Path.of("data/rules/china.yaml"), rules.resolve("china.yaml"));
    pack(rules, "strict", "suitability.earthquake.distanceMetres.gas: {value: 400, unit: m, source: drawn, verified: true, fails: unsuitable}");
    pack(rules, "roomy", "stay.emergency.m2PerPerson: {value: 2, unit: m2/person, source: drawn, verified: true}");
    pack(rules, "heavy", "everyday.criteria.hours.weight: {value: 0.9, unit: share, source: drawn, verified: true}");
    source = Databases.open(null, null, null, folder);
    var cities = new JdbcCityStore(source);
    city = Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")), (step, done, all) -> { }).city();
    city = withAnOutline(city);
    cities.save(city, false);
    var plans = new JdbcPlanStore(source);
    planner = new Planner(cities, plans, new JdbcFactStore(source), Rules.load(rules));
  }

  /** The same with one space more, where Jardin Exotique is, of which nothing is recorded but its outline. */
  private static City withAnOutline(City city) {
    var all = new ArrayList<>(city.spaces());
    var garden = all.get(GARDEN);
    all.add(new Space(all.size(), "test/outline", SpaceKind.OTHER, null, Map.of(), Map.of(), garden.geometry(), garden.areaM2()));
    return new City(city.area(), city.districts(), city.streets(), city.buildings(), all, city.shelters(), city.demand(), city.background(),
        city.hazardZones(), city.facilities(), city.slopes(), city.issues());
  }

  private static void pack(Path rules, String name, String figure) throws IOException {
    Files.writeString(rules.resolve(name + ".yaml"),
        "name: " + name + "\nversion: \"1\"\ntitle: Drawn\nfamily: Test\nextends: default\nfigures:\n  " + figure + "\n");
  }

  @AfterAll
  static void close() {
    source.close();
  }

  private static SpacesQuery query(String rules, String hazard, String stay) {
    return new SpacesQuery(new CoverageQuery("monaco", "adult", 5, 1000, null, new Conditions(hazard, false, false, null, rules)), stay);
  }

  /** The outline is what can be used and all that is taken off, in both readings; what is drawn is what was measured. */
  @Test
  void groundAddsUp() {
    for (int id = 0; id < city.spaces().size(); id += 7) {
      var card = Spaces.one(planner, query(null, null, null), id);
      var space = city.spaces().get(id);
      assertEquals(space.geometry().getDimension() == 2, card.ground() != null, space.sourceId());
      if (card.ground() != null) {
        double pessimistic = card.ground().effectiveM2().pessimistic();
        double optimistic = card.ground().effectiveM2().optimistic();
        for (var part : card.ground().takenOff()) {
          pessimistic += part.pessimisticM2();
          optimistic += part.optimisticM2();
        }
        assertEquals(card.ground().outlineM2(), pessimistic, 0.5, space.sourceId());
        assertEquals(card.ground().outlineM2(), optimistic, 0.5, space.sourceId());
        assertTrue(card.ground().effectiveM2().pessimistic() <= card.ground().effectiveM2().optimistic() + 0.01);
        assertEquals(card.ground().effectiveM2().optimistic() > 0, card.ground().optimistic() != null);
      }
    }
  }

  /** A score is the sum of its criteria by share; and each figure that a card rests on is there with its source. */
  @Test
  void worthCanBeOpenedDownToItsFacts() {
    var card = Spaces.one(planner, query(null, SURGE, "short"), 19);
    for (var worth : List.of(card.everyday().worth(), card.emergency())) {
      assertEquals(worth.score().pessimistic(), worth.criteria().stream().mapToDouble(one -> one.share() * one.score().pessimistic()).sum(), 0.02);
      assertEquals(worth.score().optimistic(), worth.criteria().stream().mapToDouble(one -> one.share() * one.score().optimistic()).sum(), 0.02);
      worth.criteria().forEach(one -> assertTrue(!one.facts().isEmpty() || one.name().equals("amenities"), one.name()));
    }
    var figures = card.figures().stream().collect(Collectors.toMap(SpaceAnswer.FigurePart::key, Function.identity()));
    card.hazards().forEach(hazard -> hazard.tests().forEach(test -> assertEquals(test.required(), figures.get(test.key()).value(), test.key())));
    card.emergency().criteria().forEach(one -> assertTrue(figures.containsKey("emergency.criteria." + one.name() + ".weight"), one.name()));
    card.figures().forEach(figure -> assertNotNull(figure.source(), figure.key()));
    assertEquals(2.0, figures.get("stay.short.m2PerPerson").value());
  }

  /** One figure changed in a pack: what cites it changes, and nothing else does. */
  @Test
  void oneFigureChangesWhatCitesIt() {
    var changed = Map.of("strict", Set.of("hazards", "emergency"), "roomy", Set.of("rooms", "emergency", "entrances"),
        "heavy", Set.of("everyday"));
    changed.forEach((pack, parts) -> {
      var differ = new TreeSet<String>();
      for (int id : List.of(19, 41, 82, 103)) {
        differ.addAll(difference(Spaces.one(planner, query(null, null, null), id), Spaces.one(planner, query(pack, null, null), id)));
      }
      differ.removeAll(Set.of("rules", "assumptions", "elapsedMillis", "figures", "summary"));
      assertEquals(new TreeSet<>(parts), differ, pack);
    });
  }

  private static Set<String> difference(SpaceAnswer one, SpaceAnswer other) {
    JsonNode left = JSON.valueToTree(one);
    JsonNode right = JSON.valueToTree(other);
    return left.propertyNames().stream().filter(name -> !left.get(name).equals(right.get(name))).collect(Collectors.toSet());
  }

  /** Whoever a passing space newly covers, is covered where a scenario adds it as a shelter; its room is not exceeded. */
  @Test
  void passingSpacesCoverWhomTheySay() {
    var lists = Spaces.lists(planner, query(null, null, null));
    var now = Coverage.answer(planner, query(null, null, null).coverage()).people();
    assertTrue(lists.passingCount() > 3);
    var seen = new HashSet<Integer>();
    for (var passing : lists.passing()) {
      assertNull(passing.space().shelter());
      assertEquals("suitable", passing.space().worst());
      assertTrue(passing.newlyCovered().pessimistic() <= Math.min(passing.newlyInReach().pessimistic(), passing.space().persons().pessimistic()));
      assertTrue(seen.add(passing.space().space()));
    }
    var ranked = lists.passing().stream().map(one -> one.newlyCovered().pessimistic()).toList();
    assertEquals(ranked.stream().sorted((a, b) -> Double.compare(b, a)).toList(), ranked);
    var points = lists.passing().stream().filter(one -> city.spaces().get(one.space().space()).geometry().getDimension() == 0).toList();
    assertTrue(points.isEmpty(), "a point has no ground to hold anybody");
    assertEquals(now.notCovered() + now.unreachable() >= lists.peopleMissing(), true);
  }

  /** Those that fail are the shelters whose own card fails the same tests; the surge takes one of the sample's. */
  @Test
  void failingSheltersFailOnTheirOwnCards() {
    for (var hazard : new String[] {null, SURGE}) {
      var lists = Spaces.lists(planner, query(null, hazard, null));
      var failing = new TreeSet<Integer>();
      for (var one : lists.failing()) {
        failing.add(one.shelter());
        var card = Spaces.one(planner, query(null, hazard, null), one.space().space());
        var tests = card.hazards().stream().filter(part -> part.hazard().equals(lists.judgedFor())).findFirst().orElseThrow().tests();
        assertEquals(tests.stream().filter(test -> test.state().equals("failed")).toList(), one.failed());
      }
      var expected = new TreeSet<Integer>();
      for (var shelter : city.shelters()) {
        var space = ShelterSpaces.spaceOf(shelter, city.spaces());
        boolean fails = Spaces.one(planner, query(null, hazard, null), space.id()).hazards().stream()
            .filter(part -> part.hazard().equals(lists.judgedFor())).flatMap(part -> part.tests().stream())
            .anyMatch(test -> test.state().equals("failed"));
        if (fails) {
          expected.add(shelter.id());
        }
      }
      assertEquals(expected, failing);
      assertTrue(!failing.isEmpty());
    }
  }

  /** One test stands between the space and the shelter, and it is named with what would change it. */
  @Test
  void oneFixIsTheOnlyTestNotPassed() {
    for (var one : Spaces.lists(planner, query(null, null, null)).oneFix()) {
      var open = Spaces.one(planner, query(null, null, null), one.space().space()).hazards().stream().filter(part -> part.hazard().equals("earthquake"))
          .flatMap(part -> part.tests().stream()).filter(test -> !test.state().equals("passed")).toList();
      assertEquals(List.of(one.fix()), open);
      assertEquals(one.known(), one.fix().state().equals("failed"));
      assertTrue(!one.fix().facts().isEmpty(), one.fix()::toString);
    }
  }

  /** Of an outline alone nearly nothing is known: the verdict is open, with both bounds. */
  @Test
  void anOutlineAloneIsMostlyUnknown() {
    var card = Spaces.one(planner, query("china", null, null), city.spaces().size() - 1);
    var tests = earthquake(card);
    assertEquals("unknown", tests.verdict());
    assertEquals("unsuitable suitable", tests.worst() + " " + tests.best());
    assertTrue(tests.tests().stream().filter(test -> test.state().equals("unknown")).map(TestPart::test).count() >= 2);
    var open = card.everyday().worth().criteria().stream().filter(one -> !one.score().pessimistic().equals(one.score().optimistic()))
        .map(SpaceAnswer.CriterionPart::name).toList();
    assertTrue(open.containsAll(List.of("amenities", "participation", "access", "hours")), open::toString);
  }

  private static SpaceAnswer.HazardPart earthquake(SpaceAnswer card) {
    return card.hazards().stream().filter(part -> part.hazard().equals("earthquake")).findFirst().orElseThrow();
  }

  /** Greens add up over the districts, and people by whether they have any. */
  @Test
  void greenAddsUp() {
    var green = Spaces.green(planner, query(null, null, null));
    assertEquals(green.all().people(), green.districts().stream().mapToLong(GreenAnswer.Part::people).sum());
    assertEquals(green.all().greenM2(), green.districts().stream().mapToDouble(GreenAnswer.Part::greenM2).sum(), 1);
    for (int limit = 0; limit < green.minutes().size(); limit++) {
      int at = limit;
      assertEquals(green.all().within().get(at).without(), green.districts().stream().mapToLong(part -> part.within().get(at).without()).sum());
    }
    assertEquals(city.area().people(), green.all().people());
  }

  @Test
  void refusesWhatCannotBeAsked() {
    assertEquals("stay is \"forever\", but rule pack default has emergency, short, long.",
        assertThrows(InvalidInput.class, () -> Spaces.all(planner, query(null, null, "forever"))).getMessage());
    int last = city.spaces().size() - 1;
    assertEquals("There is no space " + (last + 1) + " in monaco: they are 0 to " + last + ".",
        assertThrows(InvalidInput.class, () -> Spaces.one(planner, query(null, null, null), last + 1)).getMessage());
    assertEquals("hazard", assertThrows(InvalidInput.class, () -> Spaces.lists(planner, query(null, "rain", null))).field());
  }

  /** Each of the first spaces, added to the shelters as it lies there, covers just those who are said to be in reach. */
  @Test
  void whoIsInReachIsCoveredThen() {
    var asked = planner.ask(query(null, null, null).coverage());
    int now = asked.coverage(1).total().covered();
    for (var passing : Spaces.lists(planner, query(null, null, null)).passing().subList(0, 6)) {
      var sites = new ArrayList<>(asked.reach().problem().shelters());
      sites.add(new ShelterSite(city.spaces().get(passing.space().space()).geometry(), null));
      var then = CoverageSolver.solve(asked.reach().changed(sites, Circumstances.NONE), asked.limitMillis(), 1);
      assertEquals(passing.newlyInReach().pessimistic(), then.total().covered() - now, passing.space().sourceId());
    }
  }
}
