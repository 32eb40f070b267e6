package org.commonground.coverage;

/**
 * How deep water stops one group.
 *
 * @param slowMetres   depth from which it walks more slowly
 * @param slowFactor   share of its speed that is left there, above 0, at most 1
 * @param closedMetres depth from which it cannot walk, not below {@code slowMetres}
 */
public record Wading(double slowMetres, double slowFactor, double closedMetres) {

  public Wading {
    if (!(slowMetres >= 0) || !(closedMetres >= slowMetres) || !(slowFactor > 0 && slowFactor <= 1)) {
      throw new IllegalArgumentException("water slows from " + slowMetres + " m to " + slowFactor + " and stops from " + closedMetres
          + " m: depths must be at least 0 and ascending, the factor above 0 and at most 1");
    }
  }
}
