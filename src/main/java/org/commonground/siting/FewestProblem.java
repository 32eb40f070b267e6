package org.commonground.siting;

/**
 * The fewest sites that cover everybody (LSCP; Toregas, Swain, ReVelle and Bergman, The location of emergency service facilities,
 * 1971) or a share of them (partial cover).
 *
 * @param choice what may be chosen; {@code most} sites at most, and costs do not count beyond their budget
 * @param rows   who covers whom
 * @param share  of the whole weight that must be covered, above 0 to 1
 */
public record FewestProblem(SiteChoice choice, CoverRows rows, double share) implements SitingProblem {

  public FewestProblem {
    if (choice.candidates() != rows.candidates()) {
      throw new IllegalArgumentException("the choice has " + choice.candidates() + " candidates, the rows " + rows.candidates());
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("the share is " + share + ", but must be above 0 to 1");
    }
    if (choice.worth().length > 0) {
      throw new IllegalArgumentException("the fewest sites are counted: worths of candidates have no place here");
    }
  }

  @Override
  public FewestProblem with(SiteChoice other) {
    return new FewestProblem(other, rows, share);
  }
}
