package org.commonground.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonground.city.InvalidInput;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.plan.Planner;
import org.commonground.plan.evacuation.Evacuation;
import org.commonground.plan.evacuation.EvacuationAnswer;
import org.commonground.plan.evacuation.EvacuationSheet;
import org.commonground.plan.evacuation.EvacuationSheet.Sign;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.nearest.NearestAnswer.Step;
import org.commonground.plan.rules.Rules;
import org.commonground.store.Databases;
import org.commonground.store.JdbcCityStore;
import org.commonground.store.JdbcFactStore;
import org.commonground.store.JdbcPlanStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheets of a plan for all of Monaco: everybody is on one, every way can be walked, and the page says what the sheets hold. */
class EvacuationSheetPageTest {

  @TempDir
  private static Path folder;

  private static HikariDataSource source;
  private static EvacuationAnswer answer;
  private static List<EvacuationSheet> sheets;

  @BeforeAll
  static void plan() {
    source = Databases.open(null, null, null, folder);
    var cities = new JdbcCityStore(source);
    cities.save(Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")), (step, done, all) -> { }).city(), true);
    var planner = new Planner(cities, new JdbcPlanStore(source), new JdbcFactStore(source), Rules.load(Path.of("data/rules")));
    answer = new Evacuation(planner).answer(Evacuation.query("monaco", Map.of("seconds", 8.0, "stepSeconds", 20)), JobWatch.NONE);
    sheets = answer.detail().sheets().in(null, null);
  }

  @AfterAll
  static void close() {
    source.close();
  }

  @Test
  void everybodyWhoHasAPlaceIsOnOneSheet() {
    assertTrue(answer.placed() > 1_000);
    assertEquals(answer.placed(), sheets.stream().mapToInt(EvacuationSheet::placed).sum());
    for (var sheet : sheets) {
      var part = answer.districts().stream().filter(district -> district.district().equals(sheet.district())).findFirst().orElseThrow();
      assertEquals(part.people().total(), sheet.people());
      assertEquals(sheet.people(), sheet.placed() + sheet.notPlaced());
      assertEquals(part.shelters().stream().map(to -> to.shelter() + " " + to.people()).collect(Collectors.toSet()),
          sheet.shelters().stream().map(to -> to.id() + " " + to.people()).collect(Collectors.toSet()));
      for (var shelter : sheet.shelters()) {
        assertEquals(shelter.people(), shelter.beside() + shelter.otherwise()
            + shelter.ways().stream().mapToInt(EvacuationSheet.WayPart::people).sum(), sheet.district().name());
      }
    }
  }

  @Test
  void waysAreWhatTheirStepsSayAndSignsStandOnThem() {
    int signs = 0;
    for (var way : sheets.stream().flatMap(sheet -> sheet.shelters().stream()).flatMap(shelter -> shelter.ways().stream()).toList()) {
      assertEquals(way.metres(), way.steps().stream().mapToDouble(Step::metres).sum(), 1);
      assertEquals("start", way.steps().get(0).turn());
      assertEquals("arrive", way.steps().get(way.steps().size() - 1).turn());
      double before = Double.POSITIVE_INFINITY;
      for (var sign : way.signs()) {
        assertTrue(sign.metresToGo() >= 100 && sign.metresToGo() <= 1000 && sign.metresToGo() <= before, sign::toString);
        assertTrue(sign.joining() > 0 || !sign.turn().equals("straight"), sign::toString);
        assertTrue(sign.people() <= way.people() && sign.joining() <= sign.people(), sign::toString);
        assertEquals(0, off(way.line(), sign), 1e-6, "a sign stands at a point of its way");
        before = sign.metresToGo();
        signs++;
      }
    }
    assertTrue(signs > 10);
  }

  private static double off(double[][] line, Sign sign) {
    return Arrays.stream(line)
        .mapToDouble(point -> Math.max(Math.abs(point[0] - sign.lon()), Math.abs(point[1] - sign.lat()))).min().orElseThrow();
  }

  @Test
  void thePageNamesEveryDistrictAndIsWhole() {
    var page = EvacuationSheetPage.of(sheets, "en");
    assertEquals(sheets.size(), count(page, "<section"));
    assertEquals(sheets.stream().flatMap(sheet -> sheet.shelters().stream()).flatMap(shelter -> shelter.ways().stream())
        .mapToInt(way -> way.signs().size()).sum(), count(page, "class=\"sign\""));
    sheets.forEach(sheet -> assertTrue(page.contains(EvacuationSheetPage.escaped(sheet.district().name())), sheet.district().name()));
    for (var element : List.of("section", "table", "tr", "td", "ol", "li", "svg", "p", "h2", "h3")) {
      assertEquals(count(page, "<" + element + "[ >]"), count(page, "</" + element + ">"), element);
    }
    assertTrue(page.contains("© OpenStreetMap contributors"));
    assertFalse(Pattern.compile("(src|href)=|https?://[^\\s<]*\\.(js|css|png)").matcher(page).find(), "nothing is fetched");
    var chinese = EvacuationSheetPage.of(answer.detail().sheets().in(sheets.get(0).district().id(), "zh"), "zh");
    assertTrue(chinese.contains("疏散路线单") && chinese.contains("签字") && !chinese.contains("Way for"));
    assertEquals(1, count(chinese, "<section"));
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void aDistrictThatIsNotThereIsRefused() {
    var refused = assertThrows(InvalidInput.class, () -> answer.detail().sheets().in(99, null));
    assertEquals("district is 99, but monaco has 9 districts, from 0.", refused.getMessage());
  }

  @Test
  void namesAreText() {
    assertEquals("&lt;b&gt; &amp; &quot;c&quot;", EvacuationSheetPage.escaped("<b> & \"c\""));
  }
}
