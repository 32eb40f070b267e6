package org.commonground.plan.evacuation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.nearest.NearestAnswer.Step;

/**
 * What the people of one district need to know of a plan, to be printed, signed and hung up: where they go, by which way, and where the
 * signs stand.
 *
 * @param title     of the area
 * @param titles    every recorded one by language code
 * @param district  whose sheet it is; empty for the people outside every district
 * @param people    who live there: {@code placed + notPlaced}
 * @param placed    for whom the plan has a place
 * @param outline   rings of the district, lon/lat; none for the ground outside every district
 * @param streets   what is drawn thin behind the ways, lon/lat
 * @param shelters  those that take most of them first; their people add up to {@code placed}
 * @param signFromMetres signs stand at junctions from so far off the shelter
 * @param signToMetres   to so far
 */
public record EvacuationSheet(@JsonUnwrapped Provenance about, String title, Map<String, String> titles, @JsonUnwrapped DistrictName district,
    int people, int placed, int notPlaced, List<double[][]> outline, List<double[][]> streets, List<ToShelter> shelters, int signFromMetres,
    int signToMetres) {

  /**
   * A shelter that takes some of them.
   *
   * @param number       of it on this sheet, from 1
   * @param room         persons, as the plan counts it
   * @param people       of this district whom it takes
   * @param firstSeconds when the first of them is there, from the start
   * @param lastSeconds  when the last is
   * @param ways         those that lead most people first
   * @param beside       people of them who live on its ground or at its gate
   * @param otherwise    people of them whom none of the ways leads: {@code people} is all of the ways and these two
   */
  public record ToShelter(int number, int id, String name, Map<String, String> names, double lon, double lat, int room, int people,
      int firstSeconds, int lastSeconds, List<WayPart> ways, int beside, int otherwise) {
  }

  /**
   * @param people whom it leads
   * @param walkSeconds of one who walks all of it alone
   * @param line   lon/lat
   * @param steps  from its far end to the gate
   * @param signs  in order of walking
   */
  public record WayPart(int people, double metres, int walkSeconds, double[][] line, List<Step> steps, List<Sign> signs) {
  }

  /**
   * A junction where a sign must stand, as one turns there or people come in from the side.
   *
   * @param metresToGo      to the gate
   * @param turn            as in steps
   * @param directionDegrees clockwise from north, where the way goes on
   * @param onto            street it goes on along; null where it has no recorded name
   * @param streets         that meet there, by their recorded names
   * @param people          of this district who pass
   * @param joining         of them, who come onto the way there
   */
  public record Sign(double lon, double lat, int metresToGo, String turn, int directionDegrees, String onto, List<String> streets, int people,
      int joining) {
  }
}
