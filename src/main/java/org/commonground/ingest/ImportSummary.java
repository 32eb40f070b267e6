package org.commonground.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.city.City;
import org.commonground.city.ImportIssue;
import org.commonground.statement.Statement;

/**
 * What came in and what was wrong with it.
 *
 * @param area      name
 * @param title     for people
 * @param people    persons
 * @param counts    rows by layer
 * @param districts people by district, in order
 * @param outside   people outside every district
 * @param issues    by layer and kind, most first
 * @param notes     what the import assumed or chose
 */
public record ImportSummary(String area, String title, int people, Map<String, Integer> counts, List<DistrictPeople> districts,
    int outside, List<IssueKind> issues, List<Statement> notes) {

  private static final int EXAMPLES = 3;

  /** @param recorded the population its tags give; null where none */
  public record DistrictPeople(String name, int people, Integer recorded) {
  }

  /** @param examples ids of the first few records */
  public record IssueKind(String layer, String kind, int count, List<String> examples, String message) {
  }

  static ImportSummary of(City city) {
    var counts = city.counts();
    var people = new int[city.districts().size()];
    int outside = 0;
    for (var point : city.demand()) {
      if (point.district() >= 0) {
        people[point.district()] += point.people();
      } else {
        outside += point.people();
      }
    }
    var districts = city.districts().stream()
        .map(district -> new DistrictPeople(district.name(), people[district.id()], district.peopleRecorded())).toList();
    return new ImportSummary(city.area().name(), city.area().title(), city.area().people(), counts, districts, outside,
        kinds(city.issues()), city.area().assumptions());
  }

  private static List<IssueKind> kinds(List<ImportIssue> issues) {
    var byKind = new TreeMap<String, List<ImportIssue>>();
    issues.forEach(issue -> byKind.computeIfAbsent(issue.layer() + " " + issue.kind(), none -> new ArrayList<>()).add(issue));
    return byKind.values().stream().map(same -> new IssueKind(same.get(0).layer(), same.get(0).kind(), same.size(),
        same.stream().limit(EXAMPLES).map(ImportIssue::recordId).toList(), same.get(0).message()))
        .sorted(Comparator.comparingInt(IssueKind::count).reversed()).toList();
  }

  /** As a table for a terminal. */
  public String text() {
    var text = new StringBuilder(title).append(" (").append(area).append("): ").append(people).append(" people\n\n");
    new LinkedHashMap<>(counts).forEach((layer, count) -> text.append(String.format(Locale.ROOT, "  %-14s %,10d%n", layer, count)));
    if (counts.get("shelter") == 0) {
      text.append("\n  No shelter came in: until they come from a list (--shelters) or a scenario, nobody can say who reaches one.\n");
    }
    if (!districts.isEmpty()) {
      text.append(String.format(Locale.ROOT, "%n  %-40s %10s %10s%n", "district", "people", "recorded"));
      for (var district : districts) {
        text.append(String.format(Locale.ROOT, "  %-40s %,10d %10s%n", district.name(), district.people(),
            district.recorded() == null ? "-" : String.format(Locale.ROOT, "%,d", district.recorded())));
      }
      if (outside > 0) {
        text.append(String.format(Locale.ROOT, "  %-40s %,10d%n", "(outside every district)", outside));
      }
    }
    text.append(issues.isEmpty() ? "\n  nothing wrong found in the sources\n" : "\n  issues in the sources\n");
    for (var issue : issues) {
      text.append(String.format(Locale.ROOT, "  %,8d  %-9s %-22s e.g. %s: %s%n", issue.count(), issue.layer(), issue.kind(),
          issue.examples().get(0), issue.message()));
    }
    text.append('\n');
    notes.forEach(note -> text.append("  ").append(note).append('\n'));
    return text.toString();
  }
}
