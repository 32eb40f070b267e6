package org.commonground.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.commonground.people.PeopleSpread;
import org.commonground.statement.Statement;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void statementsAreReadBackAsTheyWere() {
    assertEquals(PeopleSpread.ASSUMPTIONS, Json.statements(Json.statements(PeopleSpread.ASSUMPTIONS)));
  }

  @Test
  void sentencesOfAnOlderStoreAreKeptAsTheyAre() {
    assertEquals(List.of(Statement.verbatim("Half of it is lived in."), PeopleSpread.ASSUMPTIONS.get(0)),
        Json.statements("[\"Half of it is lived in.\"," + Json.statements(List.of(PeopleSpread.ASSUMPTIONS.get(0))).substring(1)));
  }
}
