package org.commonground.plan.district;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.ShelterSite;
import org.commonground.coverage.Standing;
import org.commonground.plan.Asked;
import org.commonground.plan.coverage.CoverageAnswer;
import org.commonground.plan.coverage.CoverageAnswer.DistrictPart;
import org.commonground.plan.fact.Fact;
import org.commonground.plan.fact.Readiness;
import org.commonground.plan.form.People;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.scenario.ScenarioShelter;

/**
 * Who has a shelter so many hours after the alarm, by the time that shelters take to be opened, equipped and staffed.
 *
 * @param about  its parts stand beside these
 * @param hours  one entry for each time that the rules look at, ascending
 * @param unsaid shelters of which not all three stages are said: they are in doubt until they are said
 */
public record MobilizationAnswer(@JsonUnwrapped Provenance about, List<HourPart> hours, int unsaid) {

  /** Figures that say after how many hours. */
  static final List<String> HOURS = List.of("mobilization.hours1", "mobilization.hours2", "mobilization.hours3");

  /**
   * @param hours           after the alarm
   * @param ready           shelters that are
   * @param perhaps         shelters of which not enough is said to know
   * @param capacityReady   persons that the ready ones hold
   * @param capacityPerhaps persons that those in doubt hold
   * @param capacity        persons that all hold that count in this question; capacities not recorded are in none of the three
   * @param people          covered by those that are ready, unknown by those in doubt
   * @param districts       add up to {@code people}
   */
  public record HourPart(double hours, int ready, int perhaps, long capacityReady, long capacityPerhaps, long capacity, People people,
      List<DistrictPart> districts) {
  }

  static MobilizationAnswer of(Asked asked, List<Fact> facts) {
    var shelters = asked.situation().shelters();
    var readiness = Readiness.of(shelters.stream().map(ScenarioShelter::shelter).toList(), asked.city().spaces(), facts);
    var hours = new ArrayList<HourPart>();
    for (var key : HOURS) {
      hours.add(after(asked, readiness, asked.terms().figure(key)));
    }
    int unsaid = (int) readiness.stream().filter(ready -> !ready.complete()).count();
    var assumptions = Stream.concat(Stream.of(DistrictWording.READY_HOURS.with(unsaid, shelters.size())),
        HOURS.stream().map(asked.terms()::sourceOf)).toList();
    return new MobilizationAnswer(asked.provenance(0, assumptions), hours, unsaid);
  }

  /** The same question with only those shelters that are ready: the walking times are repaired, not searched anew. */
  private static HourPart after(Asked asked, List<Readiness> readiness, double hours) {
    var now = asked.reach().problem();
    var sites = new ArrayList<ShelterSite>();
    var count = new int[Standing.values().length];
    var capacity = new long[Standing.values().length];
    for (int shelter = 0; shelter < readiness.size(); shelter++) {
      var site = now.shelters().get(shelter);
      var ready = readiness.get(shelter).after(hours);
      var standing = ready.compareTo(site.standing()) > 0 ? ready : site.standing();
      sites.add(new ShelterSite(site.geometry(), site.capacity(), standing));
      if (site.standing() != Standing.OUT) {
        count[standing.ordinal()]++;
        capacity[standing.ordinal()] += site.capacity() == null ? 0 : site.capacity();
      }
    }
    var result = CoverageSolver.solve(asked.reach().changed(sites, now.circumstances()), asked.limitMillis(), asked.k());
    return new HourPart(hours, count[Standing.COUNTS.ordinal()], count[Standing.IN_DOUBT.ordinal()], capacity[Standing.COUNTS.ordinal()],
        capacity[Standing.IN_DOUBT.ordinal()], capacity[0] + capacity[1] + capacity[2], People.of(result.total()),
        CoverageAnswer.districts(asked.city(), result, null));
  }
}
