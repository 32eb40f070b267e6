package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import org.commonground.space.CriteriaProblem.Life;
import org.commonground.space.CriteriaProblem.Value;
import org.commonground.statement.Statement;
import org.junit.jupiter.api.Test;

class CriteriaTest {

  private static final String RULES = """
      emergency.criteria.room.weight 3
      emergency.criteria.room.zero 100
      emergency.criteria.room.full 1100
      emergency.criteria.distanceFromDanger.weight 1
      emergency.criteria.distanceFromDanger.zero 50
      emergency.criteria.distanceFromDanger.full 10
      """;

  private final LinkedHashMap<String, Value> values = new LinkedHashMap<>();

  private CriteriaResult worth(String rules) {
    return CriteriaSolver.solve(new CriteriaProblem(Life.EMERGENCY, values, SpaceRules.pack(rules)));
  }

  /** (3 x 0.2 + 1 x 0.25) / 4 at worst, (3 x 1 + 1 x 0.25) / 4 at best; the scale of the second runs downwards. */
  @Test
  void opensDownToItsFacts() {
    values.put("room", new Value(new Range(300, 5000), List.of(Statement.verbatim("300 to 5,000 persons"))));
    values.put("helps", new Value(Range.exact(3), List.of()));
    values.put("distanceFromDanger", new Value(Range.exact(40), List.of(Statement.verbatim("node/7"))));
    var found = worth(RULES);
    assertEquals((3 * 0.2 + 0.25) / 4, found.score().pessimistic(), 1e-12);
    assertEquals((3 + 0.25) / 4, found.score().optimistic(), 1e-12);
    assertEquals(List.of("room", "distanceFromDanger"), found.criteria().stream().map(Criterion::name).toList());
    assertEquals(List.of("helps"), found.silent());
    assertEquals(List.of(Statement.verbatim("node/7")), found.criteria().get(1).facts());
    double opened = found.criteria().stream().mapToDouble(each -> each.weight() * each.score().pessimistic()).sum();
    assertEquals(found.score().pessimistic(), opened / 4, 1e-12);
  }

  @Test
  void unknownIsNotNothing() {
    values.put("room", new Value(null, List.of()));
    assertEquals(new Range(0, 1), worth(RULES).score());
    assertNull(worth("").score());
    assertEquals(List.of("room"), worth("").silent());
    assertThrows(IllegalArgumentException.class, () -> worth(RULES.replace("full 1100", "full 100")));
  }
}
