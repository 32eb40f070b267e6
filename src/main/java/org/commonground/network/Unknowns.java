package org.commonground.network;

/** How a fact that is not recorded is taken: {@link #PESSIMISTIC} closes the street, {@link #OPTIMISTIC} opens it. */
public enum Unknowns {
  PESSIMISTIC, OPTIMISTIC
}
