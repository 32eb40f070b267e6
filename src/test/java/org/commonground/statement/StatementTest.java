package org.commonground.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StatementTest {

  private enum Drawn implements Wording {
    DRAWN_WALK("{profile} walks {speed} m/s; {profile} has {steps} steps, in {hazards}.");

    private final String english;

    Drawn(String english) {
      this.english = english;
    }

    @Override
    public String english() {
      return english;
    }
  }

  @Test
  void carriesCodeValuesAndTheEnglishSentence() {
    var said = Drawn.DRAWN_WALK.with("$1 adult", 1.25, 12_345, List.of("fire", "flood"));
    assertEquals("$1 adult walks 1.25 m/s; $1 adult has 12,345 steps, in fire and flood.", said.sentence());
    assertEquals("drawn-walk", said.code());
    assertEquals(Map.of("profile", "$1 adult", "speed", 1.25, "steps", 12_345, "hazards", List.of("fire", "flood")), said.values());
    assertTrue(said.is(Drawn.DRAWN_WALK));
    assertTrue(Drawn.DRAWN_WALK.with("a", 2.0, 1, List.of()).sentence().startsWith("a walks 2 m/s"));
  }

  @Test
  void isTheSameWhenReadBack() {
    var said = Drawn.DRAWN_WALK.with("adult", 1.25, 3, List.of("fire"));
    var json = JsonMapper.builder().build();
    assertEquals(said, json.readValue(json.writeValueAsString(said), Statement.class));
  }

  @Test
  void refusesMoreOrFewerValuesThanBlanks() {
    assertThrows(IllegalArgumentException.class, () -> Drawn.DRAWN_WALK.with("adult", 1.2));
    assertThrows(IllegalArgumentException.class, () -> Drawn.DRAWN_WALK.with("adult", 1.2, 3, List.of(), 5));
    assertThrows(IllegalArgumentException.class, () -> Drawn.DRAWN_WALK.with("adult", null, 3, List.of()));
  }

  /** Whoever reads a code need not ask which package it comes from. */
  @Test
  void codesAreUnique() {
    var seen = new HashMap<String, String>();
    new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.commonground").stream()
        .filter(type -> type.isEnum() && type.isAssignableTo(Wording.class)).map(JavaClass::reflect).forEach(type -> {
          for (var constant : type.getEnumConstants()) {
            var before = seen.put(((Wording) constant).code(), type.getName());
            assertEquals(null, before, ((Wording) constant).code() + " of " + type.getName());
          }
        });
    assertTrue(seen.containsKey("outline-of"));
  }
}
