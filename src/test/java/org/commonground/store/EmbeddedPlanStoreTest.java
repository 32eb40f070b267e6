package org.commonground.store;

/** Scenarios and results on H2GIS in a file. */
class EmbeddedPlanStoreTest extends PlanStoreTest {

  @Override
  String url() {
    return null;
  }
}
