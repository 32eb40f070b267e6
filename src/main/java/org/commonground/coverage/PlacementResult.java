package org.commonground.coverage;

import java.util.List;

/**
 * The best placement, and the proof that there is no better one.
 *
 * <p>The prices are the proof. Let a point's cost be the cheapest of its ways, each with the price of the place it takes, or one
 * person not placed where that is cheaper; two amounts are compared by people first and then by milliseconds. Then whatever
 * anybody does, at least the cost of all people less the price of all places is lost. That is the bound; anybody can add it up in
 * one pass over the reach table.
 *
 * @param placement      who goes where
 * @param prices         per shelter, what one more place there would gain
 * @param boundNotPlaced so many people at least find no place, however they are placed
 * @param boundMillis    with so few not placed, all others walk at least so long together; equal to the placement's
 */
public record PlacementResult(Placement placement, List<Price> prices, long boundNotPlaced, long boundMillis) {

  /**
   * What the best answer gains if a shelter has exactly one place more.
   *
   * @param people      persons placed who are not placed now: 0 or 1
   * @param millisSaved walking time of all together that is saved; at least 0 where {@code people} is 0; mostly below 0 where it
   *                    is 1, since one person more then walks
   */
  public record Price(int people, long millisSaved) {
  }
}
