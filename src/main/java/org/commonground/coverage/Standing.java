package org.commonground.coverage;

/** Whether a shelter counts in a question. One that is in doubt counts only where what is not recorded is taken as favourable. */
public enum Standing {
  COUNTS, IN_DOUBT, OUT
}
