package org.commonground.store;

import org.junit.jupiter.api.BeforeAll;

/** Scenarios and results on a real PostGIS. */
class PostgisPlanStoreTest extends PlanStoreTest {

  private static String url;

  @BeforeAll
  static void create() {
    url = PrivatePostgis.newDatabase();
  }

  @Override
  String url() {
    return url;
  }
}
