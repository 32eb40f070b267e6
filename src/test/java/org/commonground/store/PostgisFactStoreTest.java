package org.commonground.store;

import org.junit.jupiter.api.BeforeAll;

/** Facts on a real PostGIS. */
class PostgisFactStoreTest extends FactStoreTest {

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
