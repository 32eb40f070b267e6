package org.commonground.plan.siting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.People;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.form.Readings;
import org.commonground.statement.Statement;

/**
 * Which candidates to choose, and how good any choice can be at best. What is not recorded is taken as unfavourable where a choice is
 * judged; people are counted by both readings, with the chosen sites and as it is now.
 *
 * @param about           its parts stand beside these
 * @param objective       word of the goal
 * @param unit            of value and bound: people, sites, seconds, share (0 to 1) or cost; sites are new ones
 * @param value           of the chosen set; null where there is none
 * @param bound           that no set can pass; null where none is known
 * @param gap             between the two as a share of the value; null where there is no value
 * @param proven          whether the value is the best there is
 * @param stopped         optimal, gap, time, cancelled or infeasible
 * @param optimisticValue of the same set if what is not recorded is favourable; null where the goal counts sites, costs or backups
 * @param candidates      how many there are
 * @param kept            shelters that are there and stay
 * @param chosen          by the order of the candidates; where shelters may move, those that stay first
 * @param notChosen       that could take a chosen one's place, those that lose least first, as many as asked for
 * @param alternatives    other sets that lose at most 1 %, best first; null where none were asked for
 * @param alternativesComplete whether none is missing; null where none were asked for
 * @param curve           what fewer sites cover, each with its bound; null where not asked for
 * @param front           choices of which none has more people in time without less everyday worth, by people, descending; null where
 *                        not asked for
 * @param frontComplete   whether none is missing; null where not asked for
 * @param people          with the chosen sites
 * @param before          as it is
 * @param districts       add up to the above
 * @param groups          where groups are recorded
 * @param reasons         where no set does what is asked, or people are beyond reach: why
 * @param leastChange     where no set does what is asked: what would have to change, each by itself
 * @param edits           that make a scenario with the chosen sites of the area, ready to be sent as they are
 */
public record SitingAnswer(@JsonUnwrapped Provenance about, String objective, String unit, Double value, Double bound, Double gap,
    boolean proven, String stopped, Double optimisticValue, int candidates, int kept, List<SitePart> chosen, List<SitePart> notChosen,
    List<SetPart> alternatives, Boolean alternativesComplete, List<StepPart> curve, List<FrontPart> front, Boolean frontComplete, People people, People before,
    List<DistrictPart> districts, List<GroupPart> groups, List<Statement> reasons, List<Statement> leastChange,
    List<Map<String, Object>> edits) {

  /**
   * One of space, place and shelter is not null.
   *
   * @param space    number of the space
   * @param place    number of the drawn place, from 0
   * @param shelter  number of a shelter of now that may move
   * @param cost     of designating it
   * @param capacity persons it counts with where room counts; null where not known
   * @param room     persons by the rules
   * @param verdict  by the rules for the hazard that is judged; null for no space
   * @param adds     what the value would lose without it; null for those not chosen, and where that is not computed
   * @param loses    what the value loses with it in a chosen one's place; null for the chosen
   */
  public record SitePart(Integer space, Integer place, Integer shelter, String sourceId, String name, Map<String, String> names, double lon,
      double lat, double cost, Integer capacity, Readings room, String verdict, Double adds, Double loses) {
  }

  /** @param chosen as above, without what they add */
  public record SetPart(double value, Double bound, List<SitePart> chosen) {
  }

  /** @param sites new ones, at most */
  public record StepPart(int sites, Double value, Double bound, boolean proven) {
  }

  /**
   * @param value    people in time
   * @param bound    that no choice of at least this everyday worth passes; null where none is known
   * @param proven   whether the two are the same
   * @param everyday points of everyday worth if what is not recorded is unfavourable
   * @param everydayOptimistic if it is favourable
   * @param chosen   as above, without what they add
   */
  public record FrontPart(double value, Double bound, boolean proven, int everyday, int everydayOptimistic, List<SitePart> chosen) {
  }

  public record DistrictPart(@JsonUnwrapped DistrictName district, People people, People before) {
  }

  public record GroupPart(String id, People people, People before) {
  }
}
