package org.commonground.siting;

/**
 * The most people with room: everybody within reach of a chosen site counts while it has a place left (capacitated maximal
 * covering; Current and Storbeck, Capacitated covering models, 1988). People of one row may go to several sites.
 *
 * @param choice   what may be chosen
 * @param rows     who covers whom
 * @param capacity of each candidate, people, 0 or more
 */
public record RoomProblem(SiteChoice choice, CoverRows rows, double... capacity) implements SitingProblem {

  public RoomProblem {
    if (choice.candidates() != rows.candidates() || choice.candidates() != capacity.length) {
      throw new IllegalArgumentException("the choice has " + choice.candidates() + " candidates, the rows " + rows.candidates()
          + ", and there are " + capacity.length + " capacities");
    }
    for (int site = 0; site < capacity.length; site++) {
      if (!(capacity[site] >= 0 && capacity[site] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("candidate " + site + " has room for " + capacity[site] + "; room is 0 or more");
      }
    }
  }

  @Override
  public RoomProblem with(SiteChoice other) {
    return new RoomProblem(other, rows, capacity);
  }
}
