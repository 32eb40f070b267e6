package org.commonground.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.commonground.city.InvalidInput;
import org.junit.jupiter.api.Test;

/** The store on H2GIS in a file. */
class EmbeddedCityStoreTest extends CityStoreTest {

  @Override
  String url() {
    return null;
  }

  @Test
  void refusesOtherDatabases() {
    var refusal = assertThrows(InvalidInput.class, () -> Databases.open("jdbc:mysql://localhost/x", null, null, folder));
    assertEquals("--database", refusal.field());
  }

  @Test
  void saysSoWhereNothingAnswers() {
    var refusal = assertThrows(InvalidInput.class,
        () -> Databases.open("jdbc:postgresql://localhost:1/none?connectTimeout=2", null, null, folder));
    assertEquals("--database", refusal.field());
  }
}
