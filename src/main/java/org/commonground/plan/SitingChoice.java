package org.commonground.plan;

import static org.commonground.plan.Checked.refused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.commonground.plan.AreaAnswer.Limit;
import org.commonground.siting.SiteChoice;
import org.commonground.siting.SitingLimits;

/**
 * A question of siting, checked: what may be chosen, by numbers of sites. Sites are the shelters of the question in their order, then the
 * candidates.
 *
 * @param asked      the question without siting
 * @param candidates in their order
 * @param shelters   one per site, as it is where it is chosen; those that count in no case are closed
 * @param kept       shelters of now that stay in any case
 * @param movable    whether the shelters of now may be left out
 * @param choice     by sites
 * @param seconds    after which the search stops
 * @param gap        that is good enough, as a share
 * @param assumptions of the candidates, one sentence each
 */
record SitingChoice(SitingQuery query, SitingGoal goal, Asked asked, List<SitingCandidate> candidates, List<ScenarioShelter> shelters,
    int kept, boolean movable, SiteChoice choice, double seconds, double gap, List<String> assumptions) {

  static final double MOST_COST = 1e9;

  private static final double DEFAULT_SECONDS = 60;
  private static final double MOST_SECONDS = 3600;
  private static final double MOST_APART = 100_000;
  /** Walks between places and sites that are held at once where walks of any length count, about a gigabyte. */
  private static final long MOST_WALKS = 40_000_000;
  private static final Limit ALTERNATIVES = new Limit(0, 100);

  /** @throws org.commonground.city.InvalidInput where anything of the question is not one that can be asked for */
  static SitingChoice of(Planner planner, SitingQuery query) {
    var goal = SitingGoal.of(query.goal());
    check(query, goal);
    var coverage = query.coverage();
    var asked = planner.ask(goal == SitingGoal.ROOM ? coverage.withRoom() : coverage);
    var existing = existing(query.existing());
    var found = SitingCandidates.of(asked, query);
    var shelters = new ArrayList<ScenarioShelter>();
    asked.situation().shelters().forEach(shelter -> shelters.add(existing == Existing.CLOSED ? shelter.closed("left out") : shelter));
    found.candidates().forEach(candidate -> shelters.add(candidate.shelter(shelters.size())));
    int before = asked.situation().shelters().size();
    checkWalks(goal, asked, shelters.size());
    int kept = existing == Existing.KEPT ? (int) shelters.subList(0, before).stream().filter(ScenarioShelter::open).count() : 0;
    var choice = choice(query, goal, found.candidates(), shelters, before, existing);
    return new SitingChoice(query, goal, asked, found.candidates(), List.copyOf(shelters), kept, existing == Existing.MOVABLE,
        apart(query, asked, choice, shelters, before), limited("seconds", query.seconds(), DEFAULT_SECONDS, MOST_SECONDS),
        limitedGap(query.gapPercent()), found.assumptions());
  }

  private enum Existing { KEPT, CLOSED, MOVABLE }

  private static Existing existing(String word) {
    return word == null ? Existing.KEPT : switch (word) {
      case "kept" -> Existing.KEPT;
      case "closed" -> Existing.CLOSED;
      case "movable" -> Existing.MOVABLE;
      default -> throw refused("existing", "existing is " + Checked.shown(word) + ", but must be kept, closed or movable.");
    };
  }

  private static void check(SitingQuery query, SitingGoal goal) {
    only(goal == SitingGoal.COVER, "curve", query.curve() ? true : null, "the goal cover", goal);
    only(goal == SitingGoal.COVER, "backupPercent", query.backupPercent(), "the goal cover", goal);
    only(goal == SitingGoal.COVER, "k", query.coverage().k() == null || query.coverage().k() == 1 ? null : query.coverage().k(),
        "the goal cover", goal);
    only(goal.mustCover(), "sharePercent", query.sharePercent(), "the goals fewest and least-cost", goal);
    only(goal == SitingGoal.ROOM, "capacity", query.coverage().conditions().capacity() ? true : null, "the goal room", goal);
    between("sharePercent", query.sharePercent(), Double.MIN_VALUE, 100, "above 0 to 100");
    between("backupPercent", query.backupPercent(), 0, 50, "0 to 50");
    if (query.backupPercent() != null && query.coverage().k() != null && query.coverage().k() > 1) {
      throw refused("backupPercent", "backupPercent is " + query.backupPercent() + ", but must be left out where k is above 1.");
    }
    between("budget", query.budget(), 0, Double.MAX_VALUE, "0 or more");
    between("apartMetres", query.apartMetres(), 0, MOST_APART, "0 to " + (int) MOST_APART);
    Terms.checked("alternatives", query.alternatives(), 0, ALTERNATIVES);
    Terms.checked("count", query.coverage().count(), 1, Planner.GAPS);
    limited("seconds", query.seconds(), DEFAULT_SECONDS, MOST_SECONDS);
    limitedGap(query.gapPercent());
    if (query.p() == null && query.budget() == null && !goal.mustCover()) {
      throw refused("p", "p is missing: say how many shelters may be new, or give a budget.");
    }
  }

  private static void checkWalks(SitingGoal goal, Asked asked, int sites) {
    long walks = (long) asked.city().demand().size() * sites;
    if (goal.walks() && walks > MOST_WALKS) {
      throw refused("candidates", String.format(Locale.ROOT, "The goal %s would have to hold %,d walks, from %,d places "
          + "to %,d sites, but at most %,d can be held: choose fewer candidates.", goal.word(), walks, asked.city().demand().size(), sites,
          MOST_WALKS));
    }
  }

  private static void only(boolean fits, String field, Object value, String where, SitingGoal goal) {
    if (!fits && value != null) {
      throw refused(field, field + " is " + value + ", but can be given only for " + where + ", not for " + goal.word() + ".");
    }
  }

  private static void between(String field, Double value, double least, double most, String words) {
    if (value != null && !(value >= least && value <= most)) {
      throw refused(field, field + " is " + value + ", but must be " + words + ".");
    }
  }

  private static double limited(String field, Double value, double otherwise, double most) {
    between(field, value, 0.001, most, "above 0 to " + (int) most);
    return value == null ? otherwise : value;
  }

  private static double limitedGap(Double percent) {
    between("gapPercent", percent, 0, 99, "0 to 99");
    return percent == null ? 0 : percent / 100;
  }

  private static SiteChoice choice(SitingQuery query, SitingGoal goal, List<SitingCandidate> candidates, List<ScenarioShelter> shelters,
      int before, Existing existing) {
    var now = IntStream.range(0, before).filter(site -> shelters.get(site).open()).toArray();
    int kept = existing == Existing.KEPT ? now.length : 0;
    int most = candidates.size() + (existing == Existing.MOVABLE ? now.length : 0);
    if (query.p() != null && (query.p() < 1 || query.p() > most)) {
      throw refused("p", query.p() < 1 ? "p is " + query.p() + ", but must be 1 or more."
          : "p is " + query.p() + ", but there are only " + most + " candidates.");
    }
    int p = query.p() == null ? most : query.p();
    var open = sites("open", query.open(), candidates, before);
    var closed = sites("closed", query.closed(), candidates, before);
    var cost = new double[shelters.size()];
    for (int i = 0; i < candidates.size(); i++) {
      cost[before + i] = candidates.get(i).cost();
    }
    checkOpen(query, p, open, closed, IntStream.of(open).mapToDouble(site -> cost[site]).sum(), candidates, before);
    var never = IntStream.concat(IntStream.of(closed), IntStream.range(0, before).filter(site -> !shelters.get(site).open())).toArray();
    var choice = SiteChoice.atMost(kept + p, shelters.size()).closing(never)
        .opening(existing == Existing.KEPT ? IntStream.concat(IntStream.of(now), IntStream.of(open)).toArray() : open);
    return query.budget() == null && goal != SitingGoal.LEAST_COST ? choice
        : choice.within(query.budget() == null ? Double.POSITIVE_INFINITY : query.budget(), cost);
  }

  private static void checkOpen(SitingQuery query, int p, int[] open, int[] closed, double spent, List<SitingCandidate> candidates,
      int before) {
    var both = IntStream.of(open).filter(site -> Arrays.stream(closed).anyMatch(other -> other == site)).findFirst();
    if (both.isPresent()) {
      throw refused("closed", "closed has space " + candidates.get(both.getAsInt() - before).number() + ", which is in open, too.");
    }
    if (open.length > p) {
      throw refused("open", "open has " + open.length + " spaces, but at most " + p + " may be chosen.");
    }
    if (query.budget() != null && spent > query.budget()) {
      throw refused("budget", "budget is " + query.budget() + ", but the spaces in open cost " + spent + ".");
    }
  }

  private static int[] sites(String field, List<Integer> spaces, List<SitingCandidate> candidates, int before) {
    return new TreeSet<>(spaces).stream().mapToInt(space -> before + IntStream.range(0, candidates.size())
        .filter(i -> space.equals(candidates.get(i).number())).findFirst().orElseThrow(
            () -> refused(field, field + " has space " + space + ", which is not a candidate."))).toArray();
  }

  /** Distances are between the middles of two places of which at least one is new. */
  private static SiteChoice apart(SitingQuery query, Asked asked, SiteChoice choice, List<ScenarioShelter> shelters, int before) {
    if (query.apartMetres() == null) {
      return choice;
    }
    var projection = asked.snapshot().judged(asked.terms()).judge().projection();
    var middles = shelters.stream().map(shelter -> shelter.shelter().geometry().getInteriorPoint())
        .map(middle -> projection.toMetres(middle.getX(), middle.getY())).toList();
    var pairs = SiteChoice.atMost(0, shelters.size()).apart(middles.stream().mapToDouble(middle -> middle.x).toArray(),
        middles.stream().mapToDouble(middle -> middle.y).toArray(), query.apartMetres()).tooClose();
    var counting = Arrays.stream(pairs).filter(pair -> pair[1] >= before
        && IntStream.of(pair).allMatch(site -> Arrays.stream(choice.closed()).noneMatch(closed -> closed == site))).toList();
    for (var pair : counting) {
      if (IntStream.of(pair).allMatch(site -> site >= before && Arrays.binarySearch(choice.open(), site) >= 0)) {
        throw refused("open", "open has two spaces, \"" + shelters.get(pair[0]).shelter().name() + "\" and \""
            + shelters.get(pair[1]).shelter().name() + "\", which are nearer to each other than " + query.apartMetres() + " m.");
      }
    }
    return choice.apart(counting.stream().filter(pair -> Arrays.binarySearch(choice.open(), pair[0]) < 0
        || Arrays.binarySearch(choice.open(), pair[1]) < 0).toArray(int[][]::new));
  }

  /** Sites before this are the shelters of now. */
  int before() {
    return shelters.size() - candidates.size();
  }

  SitingLimits limits(java.util.function.BooleanSupplier cancelled) {
    return new SitingLimits(Math.max(1, Math.round(1000 * seconds)), gap, cancelled);
  }

  /** The shelters as they are where these sites are chosen, and no others. */
  List<ScenarioShelter> with(int[] chosen) {
    var all = new ArrayList<ScenarioShelter>();
    for (int site = 0; site < shelters.size(); site++) {
      boolean in = Arrays.binarySearch(chosen, site) >= 0;
      all.add(in || !shelters.get(site).open() ? shelters.get(site) : shelters.get(site).closed("not chosen"));
    }
    return all;
  }
}
