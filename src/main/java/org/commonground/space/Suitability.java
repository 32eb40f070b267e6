package org.commonground.space;

/** Whether a shelter serves a hazard. What is not recorded is {@link #UNKNOWN}, never {@link #UNSUITABLE}. */
public enum Suitability {
  SUITABLE, UNSUITABLE, UNKNOWN
}
