package org.commonground;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the package table in README.md. */
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

  private static final Set<String> ALGORITHMS = Set.of("geo", "rules", "statement", "space", "people", "network", "coverage", "siting",
      "evacuation");

  private static final String ROOT = ArchitectureTest.class.getPackageName();
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  /** README's table and this list are one. */
  @Test
  void readmeHasTheSameTable() throws IOException {
    var rows = Files.readAllLines(Path.of("README.md")).stream().map(line -> line.split("\\|"))
        .filter(cells -> cells.length == 4 && cells[1].strip().matches("`[a-z]+`"))
        .map(cells -> part(cells[1].strip().replace("`", ""),
            cells[3].strip().equals("–") ? new String[0] : cells[3].strip().split(" "))).toList();
    assertEquals(PARTS, rows);
  }

  @Test
  void everyPackageIsListed() {
    var present = CLASSES.stream()
        .map(type -> type.getPackageName().substring(ROOT.length()))
        .filter(rest -> !rest.isEmpty())
        .map(rest -> rest.split("\\.")[1])
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(PARTS.stream().map(Part::name).collect(Collectors.toCollection(TreeSet::new)), present);
  }

  @Test
  void partsOnlyNameEarlierParts() {
    var earlier = new HashSet<String>();
    for (var part : PARTS) {
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
