package org.commonground.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonground.city.City;
import org.commonground.people.DemandPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole real cities. All but the sample need {@code ../shared/data} and are skipped where it is missing. */
class CityImportTest {

  private static City read(Path osm, Integer total) {
    return Importer.importArea(new ImportRequest("test", null, null, osm, null, null, null, total, null, null, null, null, null),
        (step, done, all) -> { }).city();
  }

  private static Path osm(String place) throws IOException {
    var folder = Path.of("../shared/data").resolve(place.split("/")[0]);
    assumeTrue(Files.isDirectory(folder), "shared data is not here");
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(place.split("/")[1])).findFirst().orElseThrow();
    }
  }

  private static Map<Integer, Integer> peopleByDistrict(City city) {
    return city.demand().stream().collect(Collectors.groupingBy(DemandPoint::district, Collectors.summingInt(DemandPoint::people)));
  }

  private static City sample() {
    return Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")), (step, done, all) -> { }).city();
  }

  @Test
  void theSampleIsExactAndTheSameEachTime() {
    var monaco = sample();
    assertEquals("{district=9, street=4155, building=1207, space=187, shelter=10, demand=1207}", monaco.counts().entrySet().stream()
        .limit(6).map(Object::toString).collect(Collectors.joining(", ", "{", "}")));
    assertEquals(35_881, monaco.area().people());
    assertEquals(35_881, monaco.demand().stream().mapToInt(DemandPoint::people).sum());
    assertTrue(monaco.shelters().stream().allMatch(shelter -> shelter.illustrative() && shelter.capacity() > 0));
    var again = sample();
    assertTrue(monaco.streets().streets().equals(again.streets().streets()), "streets differ");
    assertTrue(monaco.buildings().equals(again.buildings()), "buildings differ");
    assertTrue(monaco.spaces().equals(again.spaces()), "spaces differ");
    assertTrue(monaco.demand().equals(again.demand()), "people differ");
    assertTrue(monaco.background().equals(again.background()), "background differs");
    assertTrue(monaco.facilities().equals(again.facilities()), "facilities differ");
    assertTrue(monaco.issues().equals(again.issues()), "issues differ");
  }

  @Test
  void liechtensteinFillsEachCommuneToItsRecordedPopulation() throws IOException {
    var city = read(osm("liechtenstein/liechtenstein"), null);
    assertEquals(11, city.districts().size());
    var people = peopleByDistrict(city);
    for (var commune : city.districts()) {
      assertEquals(commune.peopleRecorded(), people.get(commune.id()), commune.name());
    }
    assertEquals(0, people.getOrDefault(-1, 0));
    assertEquals(city.districts().stream().mapToInt(commune -> commune.peopleRecorded()).sum(), city.area().people());
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"andorra/andorra, -, 7, 83888, 8483", "malta/malta, 423282, 3, 423282, 43487",
      "porto/porto-core, -, 5, 16809, 11302", "porto/porto-metro, 1300000, 0, 1300000, 102423"})
  void othersToo(String file, Integer total, int districts, int people, int streets) throws IOException {
    var osm = osm(file);
    var city = read(osm, total);
    assertEquals(districts, city.districts().size());
    assertEquals(people, city.demand().stream().mapToInt(DemandPoint::people).sum());
    assertEquals(streets, city.streets().streets().size());
    assertEquals(file.endsWith("metro"), city.issues().stream().anyMatch(issue -> issue.kind().equals("homes-missing")),
        "eleven buildings cannot hold a metropolis");
    assertEquals(file.endsWith("core") ? List.of("relation/5936093", "relation/5936095") : List.of(), ImportCase.recordIds(city, "district-cut"),
        "parishes on the edge of the clip");
  }
}
