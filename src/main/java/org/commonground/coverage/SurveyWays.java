package org.commonground.coverage;

import java.util.TreeSet;

/**
 * Puts people on the facts that their ways to several shelters hang on. Throw-away.
 *
 * <ol>
 *   <li>The shelters that a place surely reaches in time count already; as many more as are needed are the nearest of those that it
 *       reaches in time only if the unrecorded facts are favourable.
 *   <li>The best favourable way to each of these is followed; streets and shelters on any of them count once.
 * </ol>
 */
final class SurveyWays {

  private final Reach reach;
  private final DemandPlaces places;
  private final ReachLayer hoped;
  private final int limitMillis;
  private final int k;
  private final SurveyDoubts doubts;
  private final SurveyTally tally;

  SurveyWays(Reach reach, int limitMillis, int k, SurveyDoubts doubts, SurveyTally tally) {
    this.reach = reach;
    places = reach.problem().places();
    hoped = reach.optimistic();
    this.limitMillis = limitMillis;
    this.k = k;
    this.doubts = doubts;
    this.tally = tally;
  }

  /** A place whose answer is unknown. */
  void put(int place) {
    int persons = places.people()[place];
    var sure = new TreeSet<Integer>();
    for (int rank = 0; rank < k && reach.pessimisticRanks().millis(place, rank) <= limitMillis; rank++) {
      sure.add(reach.pessimisticRanks().shelter(place, rank));
    }
    var open = new TreeSet<Integer>();
    for (int rank = 0; sure.size() + open.size() < k; rank++) {
      int shelter = reach.optimisticRanks().shelter(place, rank);
      if (!sure.contains(shelter)) {
        open.add(shelter);
      }
    }
    var streets = new TreeSet<Integer>();
    open.forEach(shelter -> follow(place, shelter, streets));
    int hangsOn = 0;
    for (int street : streets) {
      tally.onStreet(street, persons, doubts.ofStreet(street));
      hangsOn |= doubts.ofStreet(street);
    }
    for (int shelter : open) {
      tally.onShelter(shelter, persons, doubts.ofShelter(shelter));
      hangsOn |= doubts.ofShelter(shelter);
    }
    tally.count(persons, hangsOn);
  }

  private void follow(int place, int shelter, TreeSet<Integer> streets) {
    if (hoped.around(places.lon()[place], places.lat()[place]).contains(shelter)) {
      return;
    }
    var snap = hoped.snap(place);
    streets.add(snap.street());
    new TreeSearch(hoped, reach.optimisticRanks().trees(), snap).trail(shelter).legs().stream()
        .filter(leg -> leg.from() != leg.to()).forEach(leg -> streets.add(leg.street()));
  }
}
