package org.commonground.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.city.Cities;
import org.commonground.plan.fact.FactAnswer;
import org.commonground.plan.fact.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people enter, whichever database is under it. Run on a real one of each kind by the two classes below. */
abstract class FactStoreTest {

  private static final City MONACO = CityStoreTest.MONACO;
  private static final String ODD = "消防队 \"O'Hara\"; drop table fact; -- 😀 %";
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00.123Z");

  @TempDir
  static Path folder;

  private HikariDataSource source;
  private JdbcCityStore cities;
  private Facts facts;

  /** Address of a database; null for the embedded one in {@link #folder}. The same one each time within a test class. */
  abstract String url();

  @BeforeEach
  void open() {
    source = Databases.open(url(), null, null, folder);
    cities = new JdbcCityStore(source);
    facts = new Facts(new JdbcFactStore(source), new Cities(cities), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    source.close();
  }

  private static Map<String, Object> asked(Object... namesAndValues) {
    var asked = new LinkedHashMap<String, Object>(Map.of("kind", "volunteers", "value", 40, "source", "Fire brigade", "date", "2026-01-31"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      asked.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return asked;
  }

  @Test
  void comesBackAsItWasEntered() throws SQLException {
    cities.save(CityStoreTest.named(MONACO, "back", "back"), true);
    var fact = facts.add("back", asked("kind", "supplies", "value", 0.5, "source", ODD, "note", ODD + "\nsecond line", "space", 3));
    var space = MONACO.spaces().get(3);
    assertEquals(new FactAnswer(fact.id(), "back", "space", 3, space.sourceId(), space.name(), "supplies", 0.5, "person-days", ODD,
        java.time.LocalDate.of(2026, 1, 31), ODD + "\nsecond line", NOW, true, false), fact);
    assertEquals(List.of(fact), facts.list("back"));
    try (var connection = source.getConnection(); var select = connection.createStatement();
        var rows = select.executeQuery("select st_srid(fact.geom), st_intersects(fact.geom, s.geom) from fact, space s, area a "
            + "where a.id = s.area_id and a.name = 'back' and s.no = 3 and fact.area = 'back'")) {
      assertTrue(rows.next());
      assertEquals(4326, rows.getInt(1));
      assertTrue(rows.getBoolean(2));
    }
    facts.delete("back", fact.id());
    assertEquals(List.of(), facts.list("back"));
    assertEquals(Code.FACT_UNKNOWN, assertThrows(InvalidInput.class, () -> facts.delete("back", fact.id())).code());
  }

  /** The newest by its date counts, whatever the order in which they were entered; of one date the last entered. */
  @Test
  void theNewestCounts() {
    cities.save(CityStoreTest.named(MONACO, "newest", "newest"), true);
    for (var date : List.of("2026-01-31", "2025-12-31", "2026-02-28", "2026-02-28")) {
      facts.add("newest", asked("date", date, "district", 0));
    }
    facts.add("newest", asked());
    assertEquals(List.of(false, false, false, true, true), facts.list("newest").stream().map(FactAnswer::current).toList());
    facts.delete("newest", facts.list("newest").get(3).id());
    assertEquals(List.of(false, false, true, true), facts.list("newest").stream().map(FactAnswer::current).toList());
  }

  /** Facts are about a space by its id in the source: its number may change, and the space may go. */
  @Test
  void outlivesANewImport() {
    cities.save(CityStoreTest.named(MONACO, "anew", "anew"), true);
    facts.add("anew", asked("space", 0));
    facts.add("anew", asked("space", 5));
    var fewer = MONACO.spaces().subList(1, MONACO.spaces().size()).stream().map(space -> new org.commonground.space.Space(space.id() - 1,
        space.sourceId(), space.kind(), space.name(), space.names(), space.tags(), space.geometry(), space.areaM2())).toList();
    cities.save(CityStoreTest.withSpaces(CityStoreTest.named(MONACO, "anew", "anew"), fewer), true);
    await().atMost(Duration.ofSeconds(2)).until(() -> facts.list("anew").get(0).gone());
    assertNull(facts.list("anew").get(0).subject());
    assertEquals(4, facts.list("anew").get(1).subject());
  }

  @Test
  void refusesWhatCannotBe() {
    cities.save(CityStoreTest.named(MONACO, "refused", "refused"), true);
    int spaces = MONACO.spaces().size();
    var wrong = new LinkedHashMap<String, Map<String, Object>>();
    wrong.put("value is -1, but must be 0 to 1,000,000 persons.", asked("value", -1));
    wrong.put("value is missing.", asked("value", null));
    wrong.put("There is no kind of fact named \"rumour\": choose one of volunteers, drills, supplies, agreements, opening, equipping, "
        + "staffing.", asked("kind", "rumour"));
    wrong.put("A fact of kind opening can only be about a space or a shelter.", asked("kind", "opening", "district", 0));
    wrong.put("date is \"31.1.2026\", but must be year-month-day, such as 2026-03-31.", asked("date", "31.1.2026"));
    wrong.put("space is " + spaces + ", but must be 0 to " + (spaces - 1) + ".", asked("space", spaces));
    wrong.put("A fact is about one thing: of district, space and shelter only one can be given.", asked("space", 0, "district", 0));
    wrong.put("source is missing: give 1 to 200 characters.", asked("source", " "));
    wrong.put("There is no field \"colour\" here: known are kind, value, source, date, note, district, space, shelter.", asked("colour", "red"));
    wrong.forEach((sentence, asked) ->
        assertEquals(sentence, assertThrows(InvalidInput.class, () -> facts.add("refused", asked)).getMessage()));
    assertEquals(List.of(), facts.list("refused"));
    assertEquals(Code.AREA_UNKNOWN, assertThrows(InvalidInput.class, () -> facts.add("atlantis", asked())).code());
  }
}
