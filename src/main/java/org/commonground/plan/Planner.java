package org.commonground.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.city.CityStore;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.coverage.CoverageResult;
import org.commonground.coverage.CoverageSolver;
import org.commonground.coverage.ShelterFinder;
import org.commonground.coverage.ShelterLosses;
import org.commonground.network.Profile;
import org.commonground.network.Slope;
import org.commonground.plan.AreaAnswer.Limit;
import org.commonground.plan.AreaAnswer.ProfileAnswer;
import org.commonground.rules.RulePack;

/** Answers questions about the cities in a store, by the figures of one rule pack. Safe for use by many threads. */
public final class Planner {

  static final Limit MINUTES = new Limit(1, 120);
  static final Limit SHELTERS = new Limit(1, 50);
  static final Limit K = new Limit(1, CoverageSolver.MOST_SHELTERS);
  static final Limit GAPS = new Limit(1, 1000);
  private static final int DEFAULT_SHELTERS = 3;
  private static final int DEFAULT_GAPS = 50;
  private static final int KEPT_CITIES = 6;
  private static final long SEEN_NANOS = 250_000_000;

  private final CityStore store;
  private final RulePack rules;
  private final Map<String, Profile> profiles = new LinkedHashMap<>();
  /** One lock per area, so that reading a large one keeps nobody from another. */
  private final Map<String, Object> reading = new ConcurrentHashMap<>();
  private final Map<String, Seen> snapshots = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
      return size() > KEPT_CITIES;
    }
  };

  /** A city, and when the store was last asked whether it is still that one. */
  private record Seen(Snapshot snapshot, long atNanos) {
    boolean isFresh() {
      return System.nanoTime() - atNanos < SEEN_NANOS;
    }
  }

  public Planner(CityStore store, RulePack rules) {
    this.store = store;
    this.rules = rules;
    rules.movements().forEach((name, movement) -> profiles.put(name, new Profile(name, movement.speedMetresPerSecond(),
        movement.stairsMetresPerSecond(), movement.wheels(), movement.maxGradePercent(),
        new Slope(movement.slopeDecay(), movement.slopeShift()))));
  }

  public RulePack rules() {
    return rules;
  }

  /** Every area there is, in alphabetical order. */
  public List<AreaAnswer> areas() {
    return store.list().stream().map(this::area).toList();
  }

  /** @throws InvalidInput where there is no area of this name */
  public AreaAnswer area(String name) {
    return area(store.findEntry(name).orElseThrow(() -> unknown(name)));
  }

  private AreaAnswer area(CityStore.Entry entry) {
    var movements = new ArrayList<ProfileAnswer>();
    rules.movements().forEach((name, movement) -> movements.add(new ProfileAnswer(name, movement.speedMetresPerSecond(),
        movement.stairsMetresPerSecond(), movement.wheels(), movement.source(), movement.verified())));
    return AreaAnswer.of(entry, movements, rulesName(), defaultMinutes(), MINUTES);
  }

  /**
   * The city as it was in the store at most {@link #SEEN_NANOS} ago: so long nobody asks the store again, which may be another machine.
   *
   * @throws InvalidInput where there is no area of this name
   */
  public Snapshot snapshot(String name) {
    var seen = seen(name);
    if (seen != null && seen.isFresh()) {
      return seen.snapshot();
    }
    long now = System.nanoTime();
    long version = version(name);
    synchronized (reading.computeIfAbsent(name, none -> new Object())) {
      seen = seen(name);
      var known = seen != null && seen.snapshot().version() == version ? seen.snapshot()
          : new Snapshot(store.find(name).orElseThrow(() -> unknown(name)), version);
      synchronized (snapshots) {
        snapshots.put(name, new Seen(known, now));
      }
      return known;
    }
  }

  /** Of the area as it is in the store now; throws as {@link #snapshot}. */
  long version(String name) {
    return store.findEntry(name).orElseThrow(() -> unknown(name)).version();
  }

  private Seen seen(String name) {
    synchronized (snapshots) {
      return snapshots.get(name);
    }
  }

  private static InvalidInput unknown(String area) {
    return new InvalidInput(Code.AREA_UNKNOWN, "area", "There is no area named \"" + area + "\".");
  }

  /** @throws InvalidInput where the area, the profile or a number is not one that can be asked for */
  public CoverageAnswer coverage(CoverageQuery query) {
    long start = System.nanoTime();
    int count = checked("count", query.count(), DEFAULT_GAPS, GAPS);
    int minutes = minutes(query.minutes());
    int k = checked("k", query.k(), 1, K);
    var profile = profile(query.profile());
    var snapshot = snapshot(query.area());
    var city = snapshot.city();
    var result = snapshot.coverage(profile, minutes, k);
    var gaps = new ArrayList<CoverageAnswer.GapPart>();
    for (int id = 0; id < Math.min(count, result.gaps().size()); id++) {
      gaps.add(CoverageAnswer.GapPart.of(id, result.gaps().get(id)));
    }
    return new CoverageAnswer(query.area(), city.area().dataDate(), null, rulesName(), profile.name(), minutes, k, 0,
        People.of(result.total()), WalkSeconds.of(result.total()), CoverageAnswer.districts(city, result),
        CoverageAnswer.groups(result), gaps, result.gaps().size(), city.area().shelterNote(), city.area().attribution(),
        assumptions(city, result.assumptions(), profile), millisSince(start));
  }

  /**
   * The result behind {@link #coverage}, for layers and tiles.
   *
   * @throws InvalidInput as there
   */
  public CoverageResult result(Snapshot snapshot, CoverageQuery query) {
    return snapshot.coverage(profile(query.profile()), minutes(query.minutes()), checked("k", query.k(), 1, K));
  }

  /**
   * Who has a second and a third shelter, and what the loss of each one means.
   *
   * @throws InvalidInput where the area, the profile or a number is not one that can be asked for
   */
  public RedundancyAnswer redundancy(CoverageQuery query) {
    long start = System.nanoTime();
    int minutes = minutes(query.minutes());
    var profile = profile(query.profile());
    var snapshot = snapshot(query.area());
    var city = snapshot.city();
    var reach = snapshot.reach(profile);
    var byK = IntStream.rangeClosed(K.min(), K.max())
        .mapToObj(k -> RedundancyAnswer.KPart.of(k, snapshot.coverage(profile, minutes, k).total())).toList();
    var losses = ShelterLosses.rank(reach, minutes * 60_000).stream()
        .map(loss -> RedundancyAnswer.LossPart.of(city.shelters().get(loss.shelter()), loss)).toList();
    return new RedundancyAnswer(query.area(), city.area().dataDate(), null, rulesName(), profile.name(), minutes, 0, byK, losses,
        city.area().shelterNote(), city.area().attribution(), assumptions(city, reach.assumptions(), profile),
        millisSince(start));
  }

  /** @throws InvalidInput where the area, the place, the profile or a number is not one that can be asked for */
  public NearestAnswer nearest(NearestQuery query) {
    long start = System.nanoTime();
    int count = checked("count", query.count(), DEFAULT_SHELTERS, SHELTERS);
    int minutes = minutes(query.minutes());
    var profile = profile(query.profile());
    checkPlace(query);
    var snapshot = snapshot(query.area());
    var city = snapshot.city();
    if (!snapshot.contains(query.lon(), query.lat())) {
      throw new InvalidInput(Code.OUTSIDE_AREA, "at", String.format(java.util.Locale.ROOT,
          "%s, %s lies more than %.0f m outside %s.", query.lon(), query.lat(), Snapshot.MARGIN_METRES, city.area().title()));
    }
    var reach = snapshot.reach(profile);
    var words = StepWords.of(query.language());
    var ways = new ShelterFinder(reach).nearest(query.lon(), query.lat(), count).stream()
        .map(way -> snapshot.ways().of(way, minutes, words)).toList();
    return new NearestAnswer(query.area(), city.area().dataDate(), null, rulesName(), profile.name(), minutes, 0,
        new double[] {query.lon(), query.lat()}, ways, city.area().shelterNote(), city.area().attribution(),
        assumptions(city, reach.assumptions(), profile), millisSince(start));
  }

  private static void checkPlace(NearestQuery query) {
    if (!(Math.abs(query.lon()) <= 180)) {
      throw new InvalidInput(Code.OPTION, "lon", "lon is " + query.lon() + ", but must be -180 to 180.");
    }
    if (!(Math.abs(query.lat()) <= 90)) {
      throw new InvalidInput(Code.OPTION, "lat", "lat is " + query.lat() + ", but must be -90 to 90.");
    }
  }

  private List<String> assumptions(City city, List<String> ofResult, Profile profile) {
    var all = new ArrayList<>(ofResult);
    var movement = rules.movements().get(profile.name());
    all.add("Figures of profile " + profile.name() + ": " + movement.source()
        + (movement.verified() ? "." : " (not compared with the primary text)."));
    all.addAll(city.area().assumptions());
    return all;
  }

  private Profile profile(String name) {
    if (name == null) {
      return profiles.values().iterator().next();
    }
    var found = profiles.get(name);
    if (found == null) {
      throw new InvalidInput(Code.PROFILE_UNKNOWN, "profile",
          "There is no profile named \"" + name + "\": choose one of " + String.join(", ", profiles.keySet()) + ".");
    }
    return found;
  }

  private int minutes(Integer asked) {
    return checked("minutes", asked, defaultMinutes(), MINUTES);
  }

  private int defaultMinutes() {
    return (int) rules.figures().get("coverage.minutes").value();
  }

  private static int checked(String field, Integer asked, int otherwise, Limit limit) {
    int value = asked == null ? otherwise : asked;
    if (value < limit.min() || value > limit.max()) {
      throw new InvalidInput(Code.OPTION, field,
          field + " is " + value + ", but must be " + limit.min() + " to " + limit.max() + ".");
    }
    return value;
  }

  private RulesName rulesName() {
    return new RulesName(rules.name(), rules.version());
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
