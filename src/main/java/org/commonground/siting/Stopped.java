package org.commonground.siting;

/** Why a search ended. */
public enum Stopped {
  OPTIMAL, GAP, TIME, CANCELLED
}
