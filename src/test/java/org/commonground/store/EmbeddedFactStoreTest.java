package org.commonground.store;

/** Facts on H2GIS in a file. */
class EmbeddedFactStoreTest extends FactStoreTest {

  @Override
  String url() {
    return null;
  }
}
