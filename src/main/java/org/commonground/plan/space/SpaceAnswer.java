package org.commonground.plan.space;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.commonground.plan.fact.FactAnswer;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.form.Readings;
import org.commonground.plan.space.SpaceListsAnswer.TestPart;
import org.commonground.statement.Statement;

/**
 * The two lives of one space, opened down to their facts.
 *
 * @param about     its parts stand beside these
 * @param summary   as in the lists
 * @param tags      as recorded
 * @param ground    what of it people can use; null for a point
 * @param rooms     for each class of stay that the rules have, shortest first
 * @param entrances null for a point
 * @param hazards   by kind of event
 * @param everyday  what it is worth in everyday life
 * @param emergency what it is worth in an emergency
 * @param figures   of the rules that any of this rests on, by key
 */
public record SpaceAnswer(@JsonUnwrapped Provenance about, String stay, SpaceSummary summary, Map<String, String> tags, Ground ground,
    List<Room> rooms, Entrances entrances, List<HazardPart> hazards, Everyday everyday, Worth emergency, List<FactAnswer> facts,
    List<FigurePart> figures) {

  /**
   * @param takenOff         by cause, in the order it is taken off: water, building, collapse, steep, hazard, trees; with
   *                         {@code effectiveM2} they add up to {@code outlineM2}, in each reading
   * @param widthM           diameter of the largest circle that fits
   * @param meanSlopePercent null bounds where nobody knows
   * @param unmeasuredM2     ground whose slope nobody knows
   * @param heightsUnknown   buildings near by whose height is not recorded and decides
   * @param pessimistic      GeoJSON geometry, lon/lat; null where nothing is left
   * @param optimistic       the same
   */
  public record Ground(double outlineM2, Readings effectiveM2, List<TakenOffPart> takenOff, Readings widthM, Readings meanSlopePercent,
      double unmeasuredM2, int heightsUnknown, Map<String, Object> pessimistic, Map<String, Object> optimistic) {
  }

  public record TakenOffPart(String cause, double pessimisticM2, double optimisticM2) {
  }

  /** @param givenBeyond recorded capacity less what we find; null where none is recorded */
  public record Room(String stay, Readings outdoorPersons, Readings indoorPersons, Readings persons, TestPart leastArea,
      Readings givenBeyond) {
  }

  /**
   * @param clearanceMinutes until everybody of the stay asked for has entered; null bounds where nobody gets in
   * @param within           minutes in which the rules want all to have entered; null where they do not say
   */
  public record Entrances(Readings count, Readings directions, Readings peoplePerHour, Readings clearanceMinutes, Double within,
      List<Entrance> list) {
  }

  /** @param open null where a gate is recorded but not whether it is open when needed; {@code wheelchair} likewise */
  public record Entrance(double lon, double lat, String compass, Readings widthM, Boolean open, Boolean wheelchair,
      List<String> sources) {
  }

  public record HazardPart(String hazard, String verdict, String worst, String best, List<TestPart> tests) {
  }

  /**
   * @param people        who walk to it, one entry for each of the rules' three times
   * @param inside        kinds of facilities recorded on it, with how many
   * @param takingPart    kinds of places for taking part near by, with how many
   * @param openingHours  as recorded; null where not
   * @param hoursPerWeek  null where not recorded or not readable
   * @param wheelchair    as recorded: yes, limited, no; null where not
   * @param publicGreen   whether its ground is public green
   * @param worth         the criteria
   */
  public record Everyday(List<PeoplePart> people, List<KindCount> inside, List<KindCount> takingPart, String openingHours,
      Double hoursPerWeek, String wheelchair, boolean publicGreen, Worth worth) {
  }

  /** @param groups the same by group, where groups are recorded */
  public record PeoplePart(int minutes, Readings people, Map<String, Readings> groups) {
  }

  public record KindCount(String kind, int count) {
  }

  /** @param metresTo to each danger and help: least metres to one that is recorded */
  public record Worth(Readings score, List<CriterionPart> criteria, Map<String, Double> metresTo) {
  }

  /**
   * @param share of the weights; the score is the sum of share times score
   * @param facts what its value was counted from
   */
  public record CriterionPart(String name, Readings value, String unit, double zero, double full, double weight, double share,
      Readings score, List<Statement> facts) {
  }

  public record FigurePart(String key, double value, String unit, String clause, String source, boolean verified, String pack) {
  }
}
