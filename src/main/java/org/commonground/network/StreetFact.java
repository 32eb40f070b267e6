package org.commonground.network;

import java.util.Set;

/** A fact of a street on which it may hang whether a group on wheels can use it. */
public enum StreetFact {
  /** Neither a known surface nor a known smoothness is recorded. */
  SURFACE,
  /** A crossing without a recorded kerb, or a kerb without its height. */
  KERB,
  /** An incline without its grade, or a grade measured from afar that is too steep. */
  INCLINE,
  /** Recorded as of limited use, without what limits it. */
  WHEELCHAIR;

  /** What would have to be known to say whether a group can use a street; empty where it is known. */
  public static Set<StreetFact> missing(Street street, Profile profile) {
    return Passability.missing(street, profile);
  }
}
