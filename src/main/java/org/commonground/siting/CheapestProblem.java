package org.commonground.siting;

/**
 * The least cost of sites that cover everybody or a share of them (weighted set cover; Balas and Ho 1980).
 *
 * @param choice what may be chosen, with the cost of each candidate; its number of sites and its budget are limits
 * @param rows   who covers whom
 * @param share  of the whole weight that must be covered, above 0 to 1
 */
public record CheapestProblem(SiteChoice choice, CoverRows rows, double share) implements SitingProblem {

  public CheapestProblem {
    new FewestProblem(choice, rows, share);
    if (choice.cost().length == 0) {
      throw new IllegalArgumentException("the least cost needs the cost of each candidate");
    }
  }

  @Override
  public CheapestProblem with(SiteChoice other) {
    return new CheapestProblem(other, rows, share);
  }
}
