package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.statement.Statement;

/** People whose answer hangs on a missing fact, counted by fact and by where it is missing. For one thread. */
final class SurveyTally {

  private final long[] onStreet;
  private final int[] factsOfStreet;
  private final long[] onShelter;
  private final long[] byFact = new long[SurveyFact.values().length];
  private final long[] byFactAlone = new long[SurveyFact.values().length];
  private long people;
  private long unattributed;
  private long covered;

  SurveyTally(CoverageProblem problem) {
    onStreet = new long[problem.streets().streets().size()];
    factsOfStreet = new int[onStreet.length];
    onShelter = new long[problem.shelters().size()];
  }

  void cover(long persons) {
    covered += persons;
  }

  /** @param facts that the persons' answer hangs on */
  void count(long persons, int facts) {
    people += persons;
    unattributed += facts == 0 ? persons : 0;
    for (var fact : SurveyFact.values()) {
      byFact[fact.ordinal()] += (facts & fact.bit()) != 0 ? persons : 0;
      byFactAlone[fact.ordinal()] += facts == fact.bit() ? persons : 0;
    }
  }

  /** @param facts missing there; where none is, nobody is counted */
  void onStreet(int street, long persons, int facts) {
    if (facts != 0) {
      onStreet[street] += persons;
      factsOfStreet[street] |= facts;
    }
  }

  /** The same for a shelter, of which only the suitability can be missing. */
  void onShelter(int shelter, long persons, int facts) {
    onShelter[shelter] += facts != 0 ? persons : 0;
  }

  /** Adds the people of another sample. */
  void add(SurveyTally other) {
    people += other.people;
    unattributed += other.unattributed;
    covered += other.covered;
    IntStream.range(0, byFact.length).forEach(fact -> {
      byFact[fact] += other.byFact[fact];
      byFactAlone[fact] += other.byFactAlone[fact];
    });
    IntStream.range(0, onStreet.length).forEach(street -> onStreet(street, other.onStreet[street], other.factsOfStreet[street]));
    IntStream.range(0, onShelter.length).forEach(shelter -> onShelter[shelter] += other.onShelter[shelter]);
  }

  /** @param samples that were added up: people are given as the mean of them */
  SurveyResult result(int samples, List<Statement> assumptions) {
    var shelterFacts = Set.of(SurveyFact.SUITABILITY);
    var places = Stream.concat(
        IntStream.range(0, onStreet.length).filter(index -> onStreet[index] > 0)
            .mapToObj(index -> new SurveyResult.Place("street", index, set(factsOfStreet[index]), mean(onStreet[index], samples))),
        IntStream.range(0, onShelter.length).filter(index -> onShelter[index] > 0)
            .mapToObj(index -> new SurveyResult.Place("shelter", index, shelterFacts, mean(onShelter[index], samples))))
        .sorted(Comparator.comparingDouble(SurveyResult.Place::people).reversed().thenComparing(SurveyResult.Place::layer)
            .thenComparingInt(SurveyResult.Place::id)).toList();
    var counts = new ArrayList<SurveyResult.FactCount>();
    for (var fact : SurveyFact.values()) {
      if (byFact[fact.ordinal()] > 0) {
        counts.add(new SurveyResult.FactCount(fact, (int) places.stream().filter(place -> place.facts().contains(fact)).count(),
            mean(byFact[fact.ordinal()], samples), mean(byFactAlone[fact.ordinal()], samples)));
      }
    }
    counts.sort(Comparator.comparingDouble(SurveyResult.FactCount::people).reversed().thenComparing(SurveyResult.FactCount::fact));
    return new SurveyResult(mean(covered, samples), mean(people, samples), mean(unattributed, samples), List.copyOf(counts), places,
        assumptions);
  }

  private static double mean(long sum, int samples) {
    return (double) sum / samples;
  }

  private static Set<SurveyFact> set(int bits) {
    var set = EnumSet.noneOf(SurveyFact.class);
    for (var fact : SurveyFact.values()) {
      if ((bits & fact.bit()) != 0) {
        set.add(fact);
      }
    }
    return set;
  }
}
