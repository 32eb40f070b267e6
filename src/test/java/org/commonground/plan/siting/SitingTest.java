package org.commonground.plan.siting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonground.city.InvalidInput;
import org.commonground.coverage.CoverageResult;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.plan.Asked;
import org.commonground.plan.CoverageQuery;
import org.commonground.plan.Planner;
import org.commonground.plan.form.People;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.result.Results;
import org.commonground.plan.rules.Rules;
import org.commonground.plan.scenario.EditJson;
import org.commonground.plan.scenario.Scenario.Heading;
import org.commonground.plan.scenario.Scenarios;
import org.commonground.plan.siting.SitingAnswer.SitePart;
import org.commonground.plan.space.Spaces;
import org.commonground.plan.space.SpacesQuery;
import org.commonground.statement.Statement;
import org.commonground.store.Databases;
import org.commonground.store.JdbcCityStore;
import org.commonground.store.JdbcFactStore;
import org.commonground.store.JdbcPlanStore;
import org.commonground.store.JdbcResultStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** New shelters for Monaco: every value is held against the city's coverage in a scenario made of the answer's own edits. */
class SitingTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir
  private static Path folder;

  private static HikariDataSource source;
  private static Planner planner;
  private static Siting siting;
  private static Scenarios scenarios;

  @BeforeAll
  static void open() {
    source = Databases.open(null, null, null, folder);
    var cities = new JdbcCityStore(source);
    cities.save(Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")), (step, done, all) -> { }).city(), false);
    var plans = new JdbcPlanStore(source);
    planner = new Planner(cities, plans, new JdbcFactStore(source), Rules.load(Path.of("data/rules")));
    siting = new Siting(planner);
    scenarios = planner.scenarios();
  }

  @AfterAll
  static void close() {
    source.close();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> fields(String json) {
    return JSON.readValue(json.replace('\'', '"'), Map.class);
  }

  private static SitingAnswer site(String json) {
    return siting.answer(Siting.query("monaco", fields(json)), JobWatch.NONE);
  }

  private static String scenario(List<Map<String, Object>> edits) {
    var made = scenarios.create("monaco", new Heading("Sites", null, null), edits.stream().map(EditJson::asked).toList());
    assertTrue(made.notApplied().isEmpty());
    return made.id();
  }

  private static Asked in(String scenario, String json) {
    var query = Siting.query("monaco", fields(json)).coverage().in(scenario);
    return planner.ask(json.contains("'room'") ? query.withRoom() : query);
  }

  /** Whatever is asked, the value and the people are those of the scenario that the edits make, by both readings. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{'p': 4, 'minutes': 5}", "{'p': 4, 'minutes': 5, 'k': 2}", "{'p': 3, 'minutes': 6, 'profile': 'wheelchair'}",
      "{'p': 3, 'minutes': 6, 'profile': 'wheelchair', 'hazard': 'illustrative surge', 'night': true}",
      "{'p': 3, 'minutes': 5, 'existing': 'closed', 'candidates': 'suitable'}", "{'p': 8, 'minutes': 5, 'existing': 'movable'}",
      "{'budget': 2.5, 'minutes': 5, 'costs': {'41': 0.5}, 'places': [{'lon': 7.4262, 'lat': 43.7395, 'cost': 0.4}], 'candidates': 'spaces'}",
      "{'p': 4, 'minutes': 5, 'apartMetres': 900}", "{'goal': 'mean-walk', 'p': 2}",
      "{'goal': 'mean-walk', 'p': 2, 'profile': 'wheelchair', 'existing': 'closed', 'candidates': [6, 16, 23, 41, 75]}",
      "{'goal': 'worst-walk', 'p': 2}", "{'goal': 'room', 'p': 2, 'minutes': 7}", "{'goal': 'worst-district', 'p': 2, 'minutes': 6}",
      "{'goal': 'fewest', 'minutes': 6, 'sharePercent': 85}",
      "{'goal': 'least-cost', 'minutes': 6, 'sharePercent': 85, 'costs': {'41': 2}}"})
  void theValueIsThatOfTheScenarioWithTheChosenSites(String json) {
    var answer = site(json);
    assertTrue(answer.proven(), json);
    assertEquals(answer.value(), answer.bound(), 1e-6 * Math.max(1, answer.value()));
    var asked = in(scenario(answer.edits()), json);
    var people = json.contains("'room'") ? People.of(asked.room().total()) : People.of(asked.coverage().total());
    assertEquals(people, answer.people());
    assertNotEquals(answer.before().covered(), people.covered());
    assertEquals(people.covered(), answer.districts().stream().mapToInt(district -> district.people().covered()).sum());
    switch (answer.objective()) {
      case "cover", "room" -> {
        assertEquals(people.covered(), answer.value(), 1e-6);
        assertEquals(people.covered() + people.unknown(), answer.optimisticValue(), 1e-6);
      }
      case "mean-walk" -> {
        assertEquals(mean(asked.coverage().millis(), asked), answer.value(), 1e-6);
        assertTrue(answer.optimisticValue() <= answer.value() + 1e-9);
      }
      case "worst-walk" -> assertEquals(worst(asked.coverage()), answer.value(), 1e-6);
      case "worst-district" -> assertEquals(asked.coverage().districts().stream().filter(tally -> tally.total() > 0)
          .mapToDouble(tally -> (double) tally.covered() / tally.total()).min().orElseThrow(), answer.value(), 1e-9);
      default -> {
        assertTrue(people.covered() >= 0.85 * people.total(), json);
        assertEquals(answer.chosen().stream().mapToDouble(SitePart::cost).sum(), answer.objective().equals("fewest")
            ? answer.chosen().size() : answer.value(), 1e-9);
        assertEquals(answer.objective().equals("fewest") ? answer.value() : 0, answer.objective().equals("fewest")
            ? answer.chosen().size() : 0);
      }
    }
    if (json.contains("'p'")) {
      assertTrue(answer.chosen().size() <= Siting.query("monaco", fields(json)).p());
    }
  }

  /** Seconds, over those with a way; on foot everybody here has one, on wheels the answer leaves the same people out. */
  private static double mean(int[] millis, Asked asked) {
    double sum = 0;
    long count = 0;
    for (int place = 0; place < millis.length; place++) {
      if (millis[place] != CoverageResult.NO_WAY) {
        sum += (double) asked.snapshot().places().people()[place] * millis[place];
        count += asked.snapshot().places().people()[place];
      }
    }
    return sum / count / 1000;
  }

  private static double worst(CoverageResult coverage) {
    return java.util.stream.IntStream.of(coverage.millis()).filter(millis -> millis != CoverageResult.NO_WAY).max().orElseThrow() / 1000.0;
  }

  /** In a scenario, the edits begin with those that are there, so that they make the whole of it. */
  @Test
  void editsOfAScenarioComeFirst() {
    var from = scenario(List.of(fields("{'type': 'add-shelter', 'lon': 7.4262, 'lat': 43.7395, 'name': 'Mine', 'capacity': 9}"),
        fields("{'type': 'close-shelter', 'shelter': 2}"), fields("{'type': 'close-shelter', 'shelter': 10}"),
        fields("{'type': 'add-shelter', 'lon': 7.4335, 'lat': 43.749, 'name': 'Yours', 'capacity': null}")));
    for (var existing : List.of("kept", "movable", "closed")) {
      var json = "{'p': 3, 'minutes': 5, 'existing': '" + existing + "', 'scenario': '" + from + "'}";
      var answer = site(json);
      var to = scenario(answer.edits());
      assertEquals(answer.people(), People.of(in(to, json).coverage().total()), existing);
      assertEquals(answer.value(), answer.people().covered(), 1e-6);
      assertEquals(scenarios.show("monaco", from).edits(), scenarios.show("monaco", to).edits().subList(0, 4));
      assertEquals(existing.equals("kept") ? 10 : 0, answer.kept());
    }
  }

  /** Every pair of a few candidates, each as a scenario: none is better, and what is said of each single site holds. */
  @Test
  void noOtherPairIsBetter() {
    var spaces = List.of(6, 16, 41, 75, 116, 138);
    var json = "{'p': 2, 'minutes': 5, 'candidates': " + spaces + ", 'curve': true, 'alternatives': 20}";
    var answer = site(json);
    var all = new LinkedHashMap<List<Integer>, Integer>();
    for (int i = 0; i < spaces.size(); i++) {
      all.put(List.of(spaces.get(i)), covered(List.of(spaces.get(i))));
      for (int j = i + 1; j < spaces.size(); j++) {
        all.put(List.of(spaces.get(i), spaces.get(j)), covered(List.of(spaces.get(i), spaces.get(j))));
      }
    }
    int best = all.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertEquals(best, answer.value(), 1e-6);
    var chosen = answer.chosen().stream().map(SitePart::space).toList();
    assertEquals(best, all.get(chosen));
    for (var site : answer.chosen()) {
      var other = List.of(chosen.get(0).equals(site.space()) ? chosen.get(1) : chosen.get(0));
      assertEquals(best - all.get(other), site.adds(), 1e-6);
    }
    assertEquals(spaces.size() - 2, answer.notChosen().size());
    for (var site : answer.notChosen()) {
      int with = chosen.stream().mapToInt(kept -> all.get(Stream.of(kept, site.space()).sorted().toList())).max().orElseThrow();
      assertEquals(best - with, site.loses(), 1e-6, "space " + site.space());
    }
    var near = all.entrySet().stream().filter(set -> set.getKey().size() == 2 && set.getValue() >= 0.99 * best
        && !set.getKey().equals(chosen)).map(Map.Entry::getKey).collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    assertTrue(answer.alternativesComplete());
    assertEquals(new TreeSet<>(near.stream().map(List::toString).toList()), new TreeSet<>(answer.alternatives().stream()
        .map(set -> set.chosen().stream().map(SitePart::space).toList().toString()).toList()));
    assertEquals(List.of(0.0 + answer.before().covered(), 0.0 + spaces.stream().mapToInt(space -> all.get(List.of(space))).max().orElseThrow(),
        0.0 + best), answer.curve().stream().map(SitingAnswer.StepPart::value).toList());
  }

  /** People in time against everyday worth: all pairs of a few spaces and a drawn place, of which none beats another. */
  @Test
  void theFrontHasEveryPairThatNoneBeats() {
    var spaces = List.of(6, 16, 41, 75, 116, 138);
    var json = "{'p': 2, 'minutes': 5, 'candidates': " + spaces + ", 'places': [{'lon': 7.4262, 'lat': 43.7395}], 'front': 50}";
    var answer = site(json);
    var judged = Spaces.all(planner, new SpacesQuery(new CoverageQuery("monaco", null, 5, null, null), null));
    var values = new ArrayList<int[]>();
    for (int i = 0; i < 7; i++) {
      for (int j = i; j < 7; j++) {
        var pair = Stream.of(i, j).distinct().filter(at -> at < 6).map(spaces::get).toList();
        var drawn = j == 6 ? "[{'lon': 7.4262, 'lat': 43.7395}]" : "[]";
        int p = pair.size() + (j == 6 ? 1 : 0);
        var edits = site("{'p': " + p + ", 'minutes': 5, 'candidates': " + pair + ", 'open': " + pair + ", 'places': " + drawn + "}").edits();
        int everyday = pair.stream().mapToInt(space -> (int) Math.round(100
            * judged.spaces().get(space).everyday().pessimistic())).sum();
        values.add(new int[] {in(scenario(edits), "{'minutes': 5}").coverage().total().covered(), everyday});
      }
    }
    values.removeIf(one -> values.stream().anyMatch(other -> other[0] >= one[0] && other[1] >= one[1]
        && (other[0] > one[0] || other[1] > one[1])));
    values.sort((a, b) -> b[0] - a[0]);
    assertTrue(answer.frontComplete() && values.size() > 2);
    assertEquals(values.stream().map(one -> one[0] + " and " + one[1]).distinct().toList(),
        answer.front().stream().map(point -> Math.round(point.value()) + " and " + point.everyday()).toList());
    for (var point : answer.front()) {
      assertTrue(point.proven() && point.everydayOptimistic() >= point.everyday() && point.bound() == point.value());
    }
    assertEquals(answer.value(), answer.front().get(0).value(), 1e-6);
    assertTrue(answer.about().assumptions().contains(SitingFront.ASSUMPTION));
    assertNull(site("{'p': 2, 'minutes': 5, 'candidates': " + spaces + ", 'front': 0}").front());
    var two = site(json.replace("50", "2"));
    assertEquals(2, two.front().size());
    assertFalse(two.frontComplete());
  }

  private static int covered(List<Integer> spaces) {
    var edits = site("{'p': " + spaces.size() + ", 'minutes': 5, 'candidates': " + spaces + ", 'open': " + spaces + "}").edits();
    assertEquals(spaces.size(), edits.size());
    return in(scenario(edits), "{'minutes': 5}").coverage().total().covered();
  }

  @Test
  void whatCannotBeDoneIsSaidWithTheLeastChange() {
    var answer = site("{'goal': 'fewest', 'p': 2, 'minutes': 4}");
    assertNull(answer.value());
    assertEquals("infeasible", answer.stopped());
    assertTrue(answer.chosen().isEmpty() && answer.edits().isEmpty());
    assertEquals(answer.before(), answer.people());
    assertTrue(answer.reasons().get(0).sentence().matches("[0-9,]+ of 35,881 people reach no candidate and no shelter within 4 minutes\\."),
        answer.reasons().toString());
    var walk = java.util.regex.Pattern.compile("If people may walk (\\d+) min (\\d+) s, 100 % can be in time, with shorter walks not\\.")
        .matcher(answer.leastChange().get(0).sentence());
    assertTrue(walk.matches(), answer.leastChange().toString());
    int seconds = 60 * Integer.parseInt(walk.group(1)) + Integer.parseInt(walk.group(2));
    assertEquals(Math.ceil(site("{'goal': 'worst-walk', 'p': 2}").value()), seconds);
    var most = site("{'p': 2, 'minutes': 4}");
    var share = answer.leastChange().get(1);
    assertTrue(share.is(SitingReasonWording.SMALLER_SHARE_PROVEN), share::sentence);
    assertEquals(Map.of("percent", Math.floor(1e4 * most.value() / 35_881) / 100), share.values());

    var poor = site("{'goal': 'fewest', 'budget': 1.5, 'minutes': 6, 'sharePercent': 90, 'costs': {'41': 1.5}, 'apartMetres': 100}");
    var rich = site("{'goal': 'least-cost', 'minutes': 6, 'sharePercent': 90, 'costs': {'41': 1.5}, 'apartMetres': 100}");
    assertEquals("With a budget of " + new java.math.BigDecimal(rich.value()).stripTrailingZeros().toPlainString()
        + " instead of 1.5 it can be done, with less it cannot.", poor.leastChange().get(0).sentence());

    var few = site("{'goal': 'fewest', 'p': 1, 'minutes': 6, 'sharePercent': 90}");
    var needed = site("{'goal': 'fewest', 'minutes': 6, 'sharePercent': 90}");
    assertTrue(needed.proven() && needed.value() > 1);
    assertEquals("With " + needed.chosen().size() + " new shelters instead of 1 it can be done, with fewer it cannot.",
        few.leastChange().get(0).sentence());
    assertEquals("No choice of at most 1 has 90 % of the people in time.", few.reasons().get(few.reasons().size() - 1).sentence());
  }

  /** Each sentence is held by asking again with just that changed. */
  @Test
  void whatIsForbiddenFixedOrTooFarApartIsNamed() {
    var json = "{'goal': 'fewest', 'p': 2, 'minutes': 5, 'candidates': [6, 16, 41, 75, 116, 138], 'sharePercent': %s%s}";
    var best = site("{'p': 2, 'minutes': 5, 'candidates': [6, 16, 41, 75, 116, 138]}");
    var share = Math.floor(1e4 * best.value() / 35_881) / 100;
    var chosen = best.chosen().stream().map(SitePart::space).toList();
    assertEquals("optimal", site(String.format(json, share, "")).stopped());
    var forbidden = site(String.format(json, share, ", 'closed': [" + chosen.get(0) + "]"));
    assertEquals("infeasible", forbidden.stopped());
    assertTrue(forbidden.leastChange().stream().anyMatch(change -> change.sentence().contains(" (" + chosen.get(0) + ") ")
        && change.sentence().endsWith("may be chosen it can be done.")), forbidden.leastChange().toString());
    int other = Stream.of(6, 16, 41, 75, 116, 138).filter(space -> !chosen.contains(space)).findFirst().orElseThrow();
    var fixed = site(String.format(json, share, ", 'open': [" + other + "]"));
    assertTrue(fixed.leastChange().stream().anyMatch(change -> change.sentence().contains(" (" + other + ") ")
        && change.sentence().endsWith("need not be chosen it can be done.")), fixed.leastChange().toString());
    var drawn = site(String.format(json, share, ", 'places': [{'lon': 7.4262, 'lat': 43.7395, 'open': true}]"));
    assertTrue(drawn.leastChange().stream().anyMatch(change -> change.sentence().equals("If Place 1 need not be chosen it can be done.")),
        drawn.leastChange().toString());
    var apart = site(String.format(json, share, ", 'apartMetres': 20000"));
    var metres = apart.leastChange().stream().map(Statement::sentence).map(java.util.regex.Pattern.compile(
        "If sites may be ([0-9,]+) m apart instead of 20,000 m it can be done, farther apart it cannot\\.")::matcher)
        .filter(java.util.regex.Matcher::matches).mapToInt(found -> Integer.parseInt(found.group(1).replace(",", ""))).findFirst().orElseThrow();
    assertEquals("optimal", site(String.format(json, share, ", 'apartMetres': " + metres)).stopped());
    assertEquals("infeasible", site(String.format(json, share, ", 'apartMetres': " + (metres + 1))).stopped());
    var poor = site("{'budget': 0.5, 'minutes': 5, 'candidates': [6, 16]}");
    assertEquals("Nothing can be chosen for 0.5: the cheapest candidate costs 1.", poor.reasons().get(poor.reasons().size() - 1).sentence());
  }

  /** However few walks are held, no bound is on the wrong side, the value is that of the choice, and what is proven is the best. */
  @Test
  void boundsHoldWhereNotAllWalksAreHeld() {
    int proven = 0;
    int open = 0;
    for (var json : List.of("{'goal': 'mean-walk', 'p': 12, 'existing': 'closed'}", "{'goal': 'mean-walk', 'p': 3, 'existing': 'closed'}",
        "{'goal': 'mean-walk', 'p': 2}", "{'goal': 'worst-walk', 'p': 12, 'existing': 'closed'}")) {
      var whole = site(json);
      assertTrue(whole.proven() && whole.about().assumptions().stream().noneMatch(told -> told.sentence().startsWith("There are too many walks")));
      for (long most : new long[] {60_000, 15_000}) {
        var question = SitingChoice.prepare(planner, Siting.query("monaco", fields(json))).get();
        SitingAnswer cut;
        try {
          cut = new SitingRun(question, JobWatch.NONE, most).find().answer();
        } catch (InvalidInput tooMany) {
          assertTrue(tooMany.getMessage().startsWith("The goal ") && json.contains("worst-walk"), tooMany.getMessage());
          continue;
        }
        assertTrue(cut.bound() <= whole.value() + 1e-6 && whole.value() <= cut.value() + 1e-6, json + " " + cut.bound() + " " + cut.value());
        assertEquals(cut.value(), json.contains("mean") ? mean(in(scenario(cut.edits()), json).coverage().millis(), in(null, json))
            : worst(in(scenario(cut.edits()), json).coverage()), 1e-6);
        assertTrue(!cut.proven() || Math.abs(cut.value() - whole.value()) < 1e-6, json);
        proven += cut.proven() ? 1 : 0;
        open += cut.proven() ? 0 : 1;
      }
    }
    assertTrue(proven > 1 && open > 0, proven + " proven, " + open + " open");
  }

  /** A search that is cut off says so, and its bound still holds. */
  @Test
  void aCancelledSearchGivesItsBestWithItsBound() {
    var query = Siting.query("monaco", fields("{'p': 12, 'minutes': 3}"));
    var cut = siting.answer(query, new JobWatch() {
      @Override
      public void at(double value, double bound) {
        assertTrue(value <= bound + 1e-6);
      }

      @Override
      public boolean cancelled() {
        return true;
      }
    });
    var whole = siting.answer(query, JobWatch.NONE);
    assertEquals("cancelled", cut.stopped());
    assertFalse(cut.proven());
    assertTrue(cut.value() <= whole.value() && whole.value() <= cut.bound() + 1e-6, cut.value() + " " + whole.value() + " " + cut.bound());
  }

  /** Two shelters of which one is a drawn place in any case do as much as one more where the place is a shelter already. */
  @Test
  void aDrawnPlaceCanBeChosenInAnyCase() {
    var place = "'lon': 7.4262, 'lat': 43.7395";
    var free = site("{'p': 2, 'minutes': 5, 'candidates': 'spaces', 'places': [{" + place + "}]}");
    assertTrue(free.chosen().stream().noneMatch(chosen -> chosen.place() != null));
    var forced = site("{'p': 2, 'minutes': 5, 'candidates': 'spaces', 'places': [{" + place + ", 'open': true}]}");
    assertEquals(1, forced.chosen().stream().filter(chosen -> Integer.valueOf(0).equals(chosen.place())).count());
    assertTrue(forced.proven() && forced.value() < free.value());
    var there = scenario(List.of(fields("{'type': 'add-shelter', 'name': 'Place 1', " + place + "}")));
    assertEquals(site("{'p': 1, 'minutes': 5, 'candidates': 'spaces', 'scenario': '" + there + "'}").value(), forced.value());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{'minutes': 5} | p is missing: say how many shelters may be new, or give a budget.",
      "{'p': 0} | p is 0, but must be 1 or more.",
      "{'p': 3, 'candidates': [6, 16]} | p is 3, but there are only 2 candidates.",
      "{'p': 1, 'candidates': []} | There are no candidates: no space of Monaco has room by the rules, is not a shelter yet and is one of those asked for.",
      "{'p': 1, 'candidates': [9999]} | candidates has space 9999, but Monaco has spaces 0 to ",
      "{'p': 1, 'candidates': ['park']} | candidates has \"park\", but each must be the number of a space.",
      "{'p': 1, 'candidates': 'parks'} | candidates is \"parks\", but must be spaces, suitable or a list of numbers of spaces.",
      "{'p': 1, 'candidates': [6], 'costs': {'6': -1}} | The cost of space 6 is -1.0, but must be 0 to 1.0E9.",
      "{'p': 1, 'costs': {'9999': 1}} | costs has space 9999, but Monaco has spaces 0 to ",
      "{'p': 1, 'seconds': 0} | seconds is 0.0, but must be above 0 to 3600.",
      "{'p': 1, 'gapPercent': 100} | gapPercent is 100.0, but must be 0 to 99.",
      "{'p': 1, 'open': [9999]} | open has space 9999, which is not a candidate.",
      "{'p': 1, 'candidates': [6, 16], 'open': [6, 16]} | open has 2 spaces, but at most 1 may be chosen.",
      "{'p': 1, 'candidates': [6, 16], 'open': [6], 'closed': [6]} | closed has space 6, which is in open, too.",
      "{'budget': 1, 'candidates': [6, 16], 'open': [6, 16]} | budget is 1.0, but what is open, 2 spaces, costs 2.0.",
      "{'p': 1, 'candidates': [6], 'open': [6], 'places': [{'lon': 7.4262, 'lat': 43.7395, 'open': true}]} | open has 1 space and 1 drawn place, but at most 1 may be chosen.",
      "{'budget': 1, 'places': [{'lon': 7.4262, 'lat': 43.7395, 'open': true, 'cost': 2}]} | budget is 1.0, but what is open, 0 spaces and 1 drawn place, costs 2.0.",
      "{'p': 2, 'candidates': [6], 'open': [6], 'places': [{'lon': 7.4262, 'lat': 43.7395, 'open': true}], 'apartMetres': 9000} | open has two places,",
      "{'p': 2, 'candidates': [6, 16], 'open': [6, 16], 'apartMetres': 9000} | open has two places,",
      "{'p': 1, 'goal': 'best'} | goal is \"best\", but must be one of cover, fewest, mean-walk, worst-walk, room, worst-district, least-cost.",
      "{'p': 1, 'goal': 'room', 'k': 2} | k is 2, but can be given only for the goal cover, not for room.",
      "{'p': 1, 'capacity': true} | capacity is true, but can be given only for the goal room, not for cover.",
      "{'p': 1, 'sharePercent': 90} | sharePercent is 90.0, but can be given only for the goals fewest and least-cost, not for cover.",
      "{'p': 1, 'front': 51} | front is 51, but must be 0 to 50.",
      "{'p': 1, 'front': 5, 'k': 2} | front is 5, but counts who is in time once: leave out k and backupPercent.",
      "{'p': 1, 'front': 5, 'goal': 'room'} | front is 5, but can be given only for the goal cover, not for room.",
      "{'goal': 'fewest', 'sharePercent': 0} | sharePercent is 0.0, but must be above 0 to 100.",
      "{'p': 1, 'existing': 'gone'} | existing is \"gone\", but must be kept, closed or movable.",
      "{'p': 1, 'places': [{'lon': 9, 'lat': 43}]} | places has 9.0, 43.0, which lies more than 500 m outside Monaco.",
      "{'p': 1, 'places': [{'lon': 7.42}]} | lat is missing.", "{'p': 1, 'stay': 'ever'} | stay is \"ever\", but rule pack ",
      "{'p': 1, 'sites': 3} | There is no field \"sites\" here: known are ", "{'p': 1, 'hazard': 'frogs'} | There is no hazard named \"frogs\": "})
  void aMistakeIsOneSentence(String json, String sentence) {
    var mistake = assertThrows(InvalidInput.class, () -> siting.prepare(Siting.query("monaco", fields(json))));
    assertTrue(mistake.getMessage().startsWith(sentence), mistake.getMessage());
    assertEquals(mistake.getMessage().length() - 1, mistake.getMessage().lastIndexOf('.'), mistake.getMessage());
  }

  /** Kept with its layer: every candidate once, the chosen with what they add; and a second run says the same, byte for byte. */
  @Test
  void anAnswerIsKeptWithItsCandidates() throws java.sql.SQLException {
    var json = "{'p': 3, 'minutes': 5, 'alternatives': 2}";
    var results = new Results(new JdbcResultStore(source), planner);
    var asked = new TreeMap<>(fields(json));
    asked.put("name", "Three more");
    asked.put("kind", "siting");
    var entry = results.keep("monaco", asked);
    var answer = site(json);
    assertEquals(steady(JSON.writeValueAsString(answer)), steady(results.answer("monaco", entry.id())));
    assertEquals(steady(JSON.writeValueAsString(answer)), steady(JSON.writeValueAsString(site(json))));
    try (var connection = source.getConnection(); var rows = connection.createStatement().executeQuery(
        "select count(*), sum(case when chosen then 1 else 0 end), sum(case when chosen then adds else 0 end) from siting_result")) {
      rows.next();
      assertEquals(answer.candidates(), rows.getInt(1));
      assertEquals(3, rows.getInt(2));
      assertEquals(answer.chosen().stream().mapToDouble(SitePart::adds).sum(), rows.getDouble(3), 1e-6);
    }
  }

  private static String steady(String answer) {
    var tree = (ObjectNode) JSON.readTree(answer);
    tree.remove("elapsedMillis");
    return tree.toString();
  }
}
