package org.commonground.plan.evacuation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.Provenance;
import org.commonground.statement.Statement;

/**
 * Who gets into which shelter when, if all set out, and that nobody could do it faster than the bound. The main figures take what is not
 * recorded as unfavourable. All times are seconds from the start.
 *
 * @param about             its parts stand beside these
 * @param clearanceSeconds  when the last of those who are placed is in a shelter, by the plan; 0 where nobody is placed
 * @param lowerBoundSeconds no plan that places as many people is sooner
 * @param gap               between the two as a share of the clearance
 * @param proven            whether no plan is better
 * @param stopped           optimal, time, memory, cancelled
 * @param placedBound       no plan places more people, however long it takes
 * @param optimistic        if what is not recorded is favourable
 * @param unplanned         if all run to the nearest shelter and from there to the next, by a simulation of queues
 * @param walked            the plan through the same simulation
 * @param districts         add up to {@code people}; the ground outside every district is the last where people live there
 * @param groups            add up to {@code people} too; none where all walk alike
 * @param bottlenecks       what keeps the clearance from being sooner; empty where nothing but the longest walk does, or nothing is proven
 * @param conflicts         streets that people walk both ways by the plan
 * @param staging           which district waits how long; left out where not asked for, as the next two
 * @param losses            left out where nothing is lost
 * @param blockage          left out where no samples are asked for
 * @param reasons           why people are left, in sentences
 * @param detail            where people are in between, for whoever asks for it
 */
public record EvacuationAnswer(@JsonUnwrapped Provenance about, EvacuationPeople people, int clearanceSeconds, int lowerBoundSeconds,
    double gap, boolean proven, String stopped, int placed, int placedBound, Optimum optimistic, Simulated unplanned, Simulated walked,
    Curves arrivals, List<ShelterPart> shelters, List<DistrictPart> districts, List<GroupPart> groups,
    List<Bottleneck> bottlenecks, List<Conflict> conflicts,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Stage> staging,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer stagingSavesSeconds, @JsonInclude(JsonInclude.Include.NON_NULL) StagedPart staged,
    @JsonInclude(JsonInclude.Include.NON_NULL) LossPart losses,
    @JsonInclude(JsonInclude.Include.NON_NULL) BlockagePart blockage,
    @JsonInclude(JsonInclude.Include.NON_NULL) CarsPart cars,
    List<Statement> reasons, FrameCount frames, @JsonIgnore Detail detail) {

  public record Optimum(int clearanceSeconds, int lowerBoundSeconds, int placed, int placedBound) {
  }

  /**
   * {@code placed + caught + withoutRoom + noWay + stuck + atHome = total}.
   *
   * @param caught      by the hazard
   * @param withoutRoom found every shelter full
   * @param stuck       still in the street in the end
   * @param atHome      not to leave, by the plan
   * @param turnedAway  how often somebody stood before a full shelter
   */
  public record Simulated(int placed, int clearanceSeconds, int caught, int withoutRoom, int noWay, int stuck, int atHome,
      long turnedAway) {
  }

  /**
   * People in shelters after so many steps of {@code stepSeconds}, from 0 on; a list that ends stays at its last figure.
   *
   * @param stepSeconds of these lists and of all others of arrivals
   * @param bound       no plan has more in by then
   */
  public record Curves(int stepSeconds, int[] bound, int[] planned, int[] walked, int[] unplanned) {
  }

  /**
   * @param room                 persons; null where not known
   * @param turnedAway           without a plan, how often somebody stood before it when it was full
   * @param placesMissing        people without room whose nearest shelter it is
   * @param firstSeconds         when the first comes, by the plan; null where nobody does, as the next
   * @param gatePersonsPerSecond of all its gates
   */
  public record ShelterPart(int id, String name, double lon, double lat, Integer room, int planned, int unplanned, int turnedAway,
      int placesMissing, Integer firstSeconds, Integer lastSeconds, double gatePersonsPerSecond, int[] arrivals,
      int[] unplannedArrivals) {
  }

  /** @param meanSeconds of those who are placed, waiting and walking; null where nobody is */
  public record DistrictPart(@JsonUnwrapped DistrictName district, EvacuationPeople people, int clearanceSeconds, Integer meanSeconds,
      int unplannedClearanceSeconds, Integer unplannedMeanSeconds, int[] arrivals, List<ToShelter> shelters) {
  }

  public record GroupPart(String id, EvacuationPeople people, int clearanceSeconds, Integer meanSeconds) {
  }

  public record ToShelter(int shelter, int people) {
  }

  /**
   * Those that save most first.
   *
   * @param kind         street, gate or room
   * @param street       null for room and gate
   * @param shelter      null for a street
   * @param line         of a street
   * @param fromSeconds  when the first passes it, by the plan
   * @param people       who pass it
   * @param widthM       by the main figures; null but for streets
   * @param savesSeconds fewer that a plan needs if it were wider; null where the search ended before
   * @param savesAtMost  no plan saves more
   * @param morePlaced   people who find a place then, beyond those of the plan; the clearance is then not comparable
   * @param savesIs      proven or estimated
   * @param wider        by how much
   */
  public record Bottleneck(String kind, Integer street, Integer shelter, String name, double lon, double lat, double[][] line,
      int fromSeconds, int toSeconds, int people, Double widthM, Boolean widthKnown, Integer savesSeconds, Integer savesAtMost,
      Integer morePlaced, String savesIs, String wider) {
  }

  /**
   * A street where people walk against each other in the same moments; those with most people in the smaller stream first.
   *
   * @param forward  people from its first point to its last who meet others
   * @param backward people the other way who meet others
   */
  public record Conflict(int street, String name, int forward, int backward, int fromSeconds, int toSeconds, double lon, double lat,
      double[][] line) {
  }

  /** @param waitMinutes before they set out */
  public record Stage(@JsonUnwrapped DistrictName district, double waitMinutes) {
  }

  /**
   * What waits of districts would be worth where people have no plan, by the same simulation.
   *
   * @param placed  of unplanned people who wait
   * @param settled whether no other wait of a single district would do better
   */
  public record StagedPart(int morePlaced, int clearanceSeconds, int placed, boolean settled) {
  }

  /**
   * How it goes on when shelters or streets are lost on the way.
   *
   * @param clearanceSeconds  all are planned anew from where they are
   * @param lowerBoundSeconds no plan for the rest is sooner
   * @param placed            in the end
   * @param keptClearance     whoever can keeps to the old plan
   * @param affected          people who cannot go on as planned
   * @param cameOut           of a lost shelter
   * @param turnedBack        on a lost street
   */
  public record LossPart(int minute, int clearanceSeconds, int lowerBoundSeconds, int placed, int keptClearance, int keptPlaced,
      int affected, int cameOut, int turnedBack) {
  }

  /**
   * Clearance of first plans over samples of blocked streets.
   *
   * @param samples          that were worked out; fewer than asked for where the time was over
   * @param undamagedSeconds of the first plan with nothing blocked; null where the time was over
   * @param clearances       of each sample
   */
  public record BlockagePart(int samples, long seed, Integer undamagedSeconds, int p10Seconds, int medianSeconds, int p90Seconds,
      int worstSeconds, long meanNotPlaced, int[] clearances) {
  }

  /** @param count of the plan's frames */
  public record FrameCount(int frameSeconds, int count) {
  }

  /** @param routes by district and from where */
  public record Detail(EvacuationFrames plan, EvacuationFrames unplanned, List<EvacuationRoute> routes, EvacuationSheets sheets) {
  }
}
