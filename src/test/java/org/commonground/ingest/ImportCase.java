package org.commonground.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.commonground.city.City;
import org.commonground.city.ImportIssue;
import org.commonground.city.InvalidInput;
import org.junit.jupiter.api.function.Executable;

/** What the tests of the import share: short requests, and what to look for in the answer. */
final class ImportCase {

  private static final Progress SILENT = (what, done, all) -> {
  };

  private ImportCase() {
  }

  /** The map alone, with 1,000 people. */
  static ImportRequest ofMap(Path osm) {
    return of(osm, null, 1000, Map.of());
  }

  static ImportRequest of(Path osm, Path shelters, Integer people, Map<String, String> columns) {
    return new ImportRequest("test", null, null, osm, shelters, null, null, people, null, columns, null, null, null);
  }

  static City city(ImportRequest request) {
    return result(request).city();
  }

  static ImportResult result(ImportRequest request) {
    return Importer.importArea(request, SILENT);
  }

  static List<ImportIssue> issues(City city, String kind) {
    return city.issues().stream().filter(issue -> issue.kind().equals(kind)).toList();
  }

  static List<String> recordIds(City city, String kind) {
    return issues(city, kind).stream().map(ImportIssue::recordId).sorted(Comparator.naturalOrder()).toList();
  }

  /** Refused as the caller's mistake, in one sentence. */
  static String refused(InvalidInput.Code code, String field, Executable act) {
    var mistake = assertThrows(InvalidInput.class, act);
    var sentence = mistake.getMessage();
    assertEquals(code, mistake.code(), sentence);
    assertEquals(field, mistake.field(), sentence);
    assertTrue(sentence.endsWith("."), sentence);
    assertFalse(sentence.contains("\n") || sentence.matches(".*\\. \\p{Lu}.*"), "more than one sentence: " + sentence);
    return sentence;
  }
}
