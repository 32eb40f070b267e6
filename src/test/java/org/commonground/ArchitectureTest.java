package org.commonground;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the tables of packages and of the rooms of {@code plan} in README.md. */
class ArchitectureTest {

  private record Part(String name, Set<String> mayUse) {
  }

  /** Lowest first. A part names every part it may use, and may only name parts above it here. */
  private static final List<Part> PARTS = List.of(
      part("geo"),
      part("rules"),
      part("statement"),
      part("space", "geo", "rules", "statement"),
      part("people", "geo", "statement"),
      part("network", "geo"),
      part("city", "geo", "rules", "statement", "space", "people", "network"),
      part("coverage", "geo", "rules", "statement", "space", "people", "network"),
      part("judgement", "geo", "rules", "statement", "space", "people", "network", "city"),
      part("siting", "geo", "coverage"),
      part("evacuation", "geo", "rules", "space", "people", "network", "coverage"),
      part("plan", "geo", "rules", "statement", "space", "people", "network", "city", "coverage", "judgement", "siting", "evacuation"),
      part("ingest", "geo", "rules", "statement", "space", "people", "network", "city"),
      part("store", "geo", "rules", "statement", "space", "people", "network", "city", "coverage", "plan"),
      part("report", "geo", "statement", "space", "people", "network", "city", "coverage", "plan"),
      part("api", "space", "people", "network", "city", "coverage", "plan", "report"),
      part("cli", "rules", "statement", "space", "people", "network", "city", "coverage", "plan", "ingest", "store",
          "report", "siting"));

  /** The rooms of {@code plan} by the same rule; the one named {@code plan} is the package itself, without those beneath it. */
  private static final List<Part> ROOMS = List.of(
      part("form"),
      part("job", "form"),
      part("rules", "form"),
      part("city"),
      part("scenario", "form", "city"),
      part("fact", "form", "city"),
      part("plan", "form", "rules", "city", "scenario", "fact"),
      part("nearest", "form", "rules", "city", "scenario", "plan"),
      part("coverage", "form", "rules", "city", "scenario", "plan"),
      part("space", "form", "rules", "city", "scenario", "fact", "plan"),
      part("district", "form", "rules", "city", "scenario", "fact", "plan", "coverage"),
      part("siting", "form", "job", "rules", "city", "scenario", "plan", "space"),
      part("evacuation", "form", "job", "rules", "city", "scenario", "plan", "nearest", "coverage"),
      part("result", "form", "job", "city", "plan", "coverage", "space", "district", "siting", "evacuation"));

  private static final Set<String> ALGORITHMS = Set.of("geo", "rules", "statement", "space", "people", "network", "coverage", "siting",
      "evacuation");

  private static final String ROOT = ArchitectureTest.class.getPackageName();
  private static final String PLAN = ROOT + ".plan";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  /** README's tables and these lists are one. */
  @Test
  void readmeHasTheSameTables() throws IOException {
    assertEquals(PARTS, rows("`([a-z]+)`"));
    assertEquals(ROOMS, rows("`plan\\.([a-z]+)`|`(plan)` itself"));
  }

  /** @param name what the first cell of a row is; the one group in it that is there is the name */
  private static List<Part> rows(String name) throws IOException {
    var pattern = Pattern.compile(name);
    var rows = new ArrayList<Part>();
    for (var line : Files.readAllLines(Path.of("README.md"))) {
      var cells = line.split("\\|");
      var first = pattern.matcher(cells.length == 4 ? cells[1].strip() : "");
      if (first.matches()) {
        rows.add(part(first.group(1) == null ? first.group(2) : first.group(1),
            cells[3].strip().equals("–") ? new String[0] : cells[3].strip().split(" ")));
      }
    }
    return rows;
  }

  @Test
  void everyPackageIsListed() {
    assertEquals(names(PARTS), CLASSES.stream()
        .map(type -> type.getPackageName().substring(ROOT.length()))
        .filter(rest -> !rest.isEmpty())
        .map(rest -> rest.split("\\.")[1])
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyRoomIsListed() {
    assertEquals(names(ROOMS), CLASSES.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> (name + ".").startsWith(PLAN + "."))
        .map(name -> name.equals(PLAN) ? "plan" : name.substring(PLAN.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Set<String> names(List<Part> parts) {
    return parts.stream().map(Part::name).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void partsOnlyNameEarlierParts() {
    onlyEarlier(PARTS);
    onlyEarlier(ROOMS);
  }

  private static void onlyEarlier(List<Part> parts) {
    var earlier = new HashSet<String>();
    for (var part : parts) {
      assertTrue(earlier.containsAll(part.mayUse), () -> part + " names a part that is not before it");
      earlier.add(part.name);
    }
  }

  @Test
  void partsUseOnlyWhatTheyName() {
    for (var part : PARTS) {
      var allowed = Stream.concat(Stream.of(part.name), part.mayUse.stream())
          .map(name -> ROOT + "." + name + "..").toArray(String[]::new);
      noClasses().that().resideInAPackage(ROOT + "." + part.name + "..")
          .should().dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
          .check(CLASSES);
    }
  }

  @Test
  void roomsUseOnlyWhatTheyName() {
    for (var room : ROOMS) {
      var allowed = Stream.concat(Stream.of(room.name), room.mayUse.stream()).map(ArchitectureTest::packageOf).toArray(String[]::new);
      noClasses().that().resideInAPackage(packageOf(room.name))
          .should().dependOnClassesThat(resideInAPackage(PLAN + "..").and(not(resideInAnyPackage(allowed))))
          .check(CLASSES);
    }
  }

  private static String packageOf(String room) {
    return room.equals("plan") ? PLAN : PLAN + "." + room;
  }

  /** Algorithms run without Spring, HTTP or a database, so that they can be tested and timed alone. */
  @Test
  void algorithmsKnowNoFramework() {
    for (var name : ALGORITHMS) {
      noClasses().that().resideInAPackage(ROOT + "." + name + "..")
          .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..")
          .check(CLASSES);
    }
  }

  private static Part part(String name, String... mayUse) {
    return new Part(name, Set.of(mayUse));
  }
}
