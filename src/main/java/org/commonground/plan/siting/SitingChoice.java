package org.commonground.plan.siting;

import static org.commonground.plan.form.Checked.refused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.commonground.plan.Asked;
import org.commonground.plan.Planner;
import org.commonground.plan.Posed;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Readings;
import org.commonground.plan.scenario.ScenarioShelter;
import org.commonground.siting.SiteChoice;
import org.commonground.siting.SitingLimits;
import org.commonground.statement.Statement;

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
 * @param everyday   what each site is worth in everyday life, 0 to 1, null where it has no such worth; empty where that is not asked
 * @param seconds    after which the search stops
 * @param gap        that is good enough, as a share
 * @param assumptions of the candidates
 */
record SitingChoice(SitingQuery query, SitingGoal goal, Asked asked, List<SitingCandidate> candidates, List<ScenarioShelter> shelters,
    int kept, boolean movable, SiteChoice choice, List<Readings> everyday, double seconds, double gap, List<Statement> assumptions) {

  static final double MOST_COST = 1e9;

  private static final double DEFAULT_SECONDS = 60;

  /**
   * Checks at once what can be checked without looking at walks or judging spaces; the rest is checked when the choice is asked for.
   *
   * @throws org.commonground.city.InvalidInput where anything of the question is not one that can be asked for
   */
  static Supplier<SitingChoice> prepare(Planner planner, SitingQuery query) {
    var goal = SitingGoal.of(query.goal());
    SitingChecks.fields(query, goal);
    var posed = planner.pose(goal == SitingGoal.ROOM ? query.coverage().withRoom() : query.coverage());
    var existing = existing(query.existing());
    var candidates = new SitingCandidates(posed, query);
    int now = (int) posed.situation().shelters().stream().filter(ScenarioShelter::open).count();
    int movable = existing == Existing.MOVABLE ? now : 0;
    SitingChecks.numbers(query, candidates.most() + movable, candidates::canBe, candidates::cost);
    SitingChecks.apart(query, posed);
    return () -> {
      var found = candidates.find();
      SitingChecks.numbers(query, found.candidates().size() + movable,
          space -> found.candidates().stream().anyMatch(candidate -> Objects.equals(candidate.number(), space)), candidates::cost);
      return of(planner, query, goal, existing, posed, found);
    };
  }

  private static SitingChoice of(Planner planner, SitingQuery query, SitingGoal goal, Existing existing, Posed posed,
      SitingCandidates.Found found) {
    var asked = posed.ask();
    var shelters = new ArrayList<ScenarioShelter>();
    asked.situation().shelters().forEach(shelter -> shelters.add(existing == Existing.CLOSED ? shelter.closed("left out") : shelter));
    found.candidates().forEach(candidate -> shelters.add(candidate.shelter(shelters.size())));
    int before = asked.situation().shelters().size();
    int kept = existing == Existing.KEPT ? (int) shelters.subList(0, before).stream().filter(ScenarioShelter::open).count() : 0;
    var choice = choice(query, goal, found.candidates(), shelters, before, existing);
    var everyday = query.front() == null || query.front() == 0 ? List.<Readings>of()
        : SitingFront.worths(asked, planner.ask(asked.snapshot(), query.coverage().plain()), found.candidates(), before, existing == Existing.KEPT);
    return new SitingChoice(query, goal, asked, found.candidates(), List.copyOf(shelters), kept, existing == Existing.MOVABLE,
        apart(query, asked, choice, shelters, before), everyday, query.seconds() == null ? DEFAULT_SECONDS : query.seconds(),
        query.gapPercent() == null ? 0 : query.gapPercent() / 100, found.assumptions());
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

  private static SiteChoice choice(SitingQuery query, SitingGoal goal, List<SitingCandidate> candidates, List<ScenarioShelter> shelters,
      int before, Existing existing) {
    var now = IntStream.range(0, before).filter(site -> shelters.get(site).open()).toArray();
    int kept = existing == Existing.KEPT ? now.length : 0;
    int p = query.p() == null ? candidates.size() + (existing == Existing.MOVABLE ? now.length : 0) : query.p();
    var open = open(candidates, before);
    var closed = sites(query.closed(), candidates, before);
    var cost = new double[shelters.size()];
    for (int i = 0; i < candidates.size(); i++) {
      cost[before + i] = candidates.get(i).cost();
    }
    var never = IntStream.concat(IntStream.of(closed), IntStream.range(0, before).filter(site -> !shelters.get(site).open())).toArray();
    var choice = SiteChoice.atMost(kept + p, shelters.size()).closing(never)
        .opening(existing == Existing.KEPT ? IntStream.concat(IntStream.of(now), IntStream.of(open)).toArray() : open);
    return query.budget() == null && goal != SitingGoal.LEAST_COST ? choice
        : choice.within(query.budget() == null ? Double.POSITIVE_INFINITY : query.budget(), cost);
  }

  private static int[] open(List<SitingCandidate> candidates, int before) {
    return IntStream.range(0, candidates.size()).filter(i -> candidates.get(i).open()).map(i -> before + i).toArray();
  }

  private static int[] sites(List<Integer> spaces, List<SitingCandidate> candidates, int before) {
    return new TreeSet<>(spaces).stream().mapToInt(space -> before + IntStream.range(0, candidates.size())
        .filter(i -> space.equals(candidates.get(i).number())).findFirst().orElseThrow()).toArray();
  }

  /** Distances are between the middles of two places of which at least one is new. */
  private static SiteChoice apart(SitingQuery query, Asked asked, SiteChoice choice, List<ScenarioShelter> shelters, int before) {
    if (query.apartMetres() == null) {
      return choice;
    }
    var projection = asked.snapshot().projection();
    var middles = shelters.stream().map(shelter -> shelter.shelter().geometry().getInteriorPoint())
        .map(middle -> projection.toMetres(middle.getX(), middle.getY())).toList();
    var pairs = SiteChoice.atMost(0, shelters.size()).apart(middles.stream().mapToDouble(middle -> middle.x).toArray(),
        middles.stream().mapToDouble(middle -> middle.y).toArray(), query.apartMetres()).tooClose();
    var counting = Arrays.stream(pairs).filter(pair -> pair[1] >= before
        && IntStream.of(pair).allMatch(site -> Arrays.stream(choice.closed()).noneMatch(closed -> closed == site))).toList();
    return choice.apart(counting.stream().filter(pair -> Arrays.binarySearch(choice.open(), pair[0]) < 0
        || Arrays.binarySearch(choice.open(), pair[1]) < 0).toArray(int[][]::new));
  }

  /** Sites that the question closes. */
  int[] forbidden() {
    return sites(query.closed(), candidates, before());
  }

  /** Sites that the question opens. */
  int[] required() {
    return open(candidates, before());
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
