package org.commonground.plan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * The public green that people have.
 *
 * @param about       its parts stand beside these
 * @param demandedM2  per person, by the rules
 * @param minutes     the three times within which it is walked to
 * @param all         everybody
 * @param districts   add up to {@code all}; those outside every district last, without id
 */
public record GreenAnswer(@JsonUnwrapped Provenance about, double demandedM2, List<Integer> minutes, Part all, List<Part> districts) {

  /**
   * @param m2PerPerson public green on its ground for each who lives there; null where nobody does
   * @param within      one entry for each of the times
   */
  public record Part(@JsonUnwrapped DistrictName district, long people, double greenM2, Double m2PerPerson, List<Within> within) {
  }

  /**
   * Persons who reach green: {@code sure + unknown + without} are all.
   *
   * @param m2PerPerson of the green that is walked to, shared with all who walk to it
   */
  public record Within(int minutes, long sure, long unknown, long without, Readings m2PerPerson) {
  }
}
