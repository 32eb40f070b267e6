package org.commonground.coverage;

/**
 * The people who can walk to one space, one entry per limit. Arrays are not copied.
 *
 * @param sure   persons who can whatever the unrecorded facts are
 * @param hoped  persons who can if they are favourable; never fewer
 * @param byKind the same by kind of people, in the order of the problem; they add up to these
 */
public record SpaceVisitors(long[] sure, long[] hoped, Range[] byKind) {

  /** Persons of one kind, one entry per limit. */
  public record Range(long[] sure, long[] hoped) {
  }
}
