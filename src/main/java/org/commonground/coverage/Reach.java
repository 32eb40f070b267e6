package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.commonground.geo.LocalProjection;
import org.commonground.network.Slope;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;
import org.commonground.statement.Statement;
import org.locationtech.jts.geom.Envelope;

/**
 * A {@link CoverageProblem} with all its walking times computed: what {@link CoverageSolver} counts from, for any time limit,
 * and {@link ShelterFinder} finds ways in. Costly to make, cheap to ask. Immutable and safe for use by many threads.
 */
public final class Reach {

  /**
   * Longest straight line between a house, or a shelter, and its street. Longer ones are most often a street that is missing
   * in the data, so nothing is claimed for them.
   */
  public static final double ACCESS_LIMIT_METRES = 300;

  /** How much longer that line may be where the nearest street is in doubt, to reach one that is not. */
  public static final double ACCESS_DETOUR_METRES = 50;

  private final CoverageProblem problem;
  private final LocalProjection projection;
  private final PlaceGrid grid;
  private final boolean unknownStreets;
  private final Statement slope;
  private final ReachLayer pessimistic;
  private final ReachLayer optimistic;
  private final int[] optimisticMillis;
  private final int[] optimisticShelter;
  private final List<Statement> assumptions;
  private Ranks pessimisticRanks;
  private Ranks optimisticRanks;

  private Reach(CoverageProblem problem, LocalProjection projection, PlaceGrid grid, boolean unknownStreets, Statement slope,
      ReachLayer sure, ReachLayer hoped) {
    this.problem = problem;
    this.projection = projection;
    this.grid = grid;
    this.unknownStreets = unknownStreets;
    this.slope = slope;
    boolean range = unknownStreets || problem.circumstances().isRange()
        || problem.shelters().stream().anyMatch(shelter -> shelter.standing() == Standing.IN_DOUBT);
    optimistic = hoped.changed(problem, Unknowns.OPTIMISTIC);
    pessimistic = range ? sure.changed(problem, Unknowns.PESSIMISTIC) : optimistic;
    optimisticMillis = range ? optimistic.placeMillis().clone() : optimistic.placeMillis();
    optimisticShelter = range ? optimistic.placeShelter().clone() : optimistic.placeShelter();
    takeShorter();
    assumptions = assumed();
  }

  /** What can be walked if the unrecorded facts are unfavourable can be walked if they are favourable too. */
  private void takeShorter() {
    for (int place = 0; place < optimisticMillis.length; place++) {
      if (pessimistic.placeMillis()[place] < optimisticMillis[place]) {
        optimisticMillis[place] = pessimistic.placeMillis()[place];
        optimisticShelter[place] = pessimistic.placeShelter()[place];
      }
    }
  }

  /** Computes all walking times. */
  public static Reach of(CoverageProblem problem) {
    var streets = problem.streets();
    var projection = projectionOf(problem);
    var hoped = new Ground(WalkGraph.of(streets, problem.profile(), Unknowns.OPTIMISTIC), projection, problem.places(), null);
    boolean unknownStreets = WalkGraph.dependsOnUnknowns(streets, problem.profile());
    var sure = unknownStreets
        ? new Ground(WalkGraph.of(streets, problem.profile(), Unknowns.PESSIMISTIC), projection, problem.places(), hoped) : hoped;
    return new Reach(problem, projection, new PlaceGrid(problem.places(), projection, Gaps.CELL_METRES), unknownStreets,
        slope(problem), new ReachLayer(sure, problem), new ReachLayer(hoped, problem));
  }

  /**
   * The same people on the same streets with other shelters, or with something else in the way. These walking times are repaired, not
   * computed again, so a small change is a small work; the result is the same to the millisecond.
   *
   * @param shelters      one that is the same object, or has the same geometry object, as now at its index counts as unchanged
   * @param circumstances what is in the way
   */
  public Reach changed(List<ShelterSite> shelters, Circumstances circumstances) {
    return new Reach(problem.with(shelters, circumstances), projection, grid, unknownStreets, slope, pessimistic, optimistic);
  }

  /**
   * The same city when more streets are closed.
   *
   * @param most  if the unrecorded facts are unfavourable
   * @param least if they are favourable; none that is not among {@code most}
   */
  Reach without(BitSet most, BitSet least) {
    return changed(problem.shelters(), problem.circumstances().closing(most, least, problem.streets().streets().size()));
  }

  /**
   * Places covered if these streets cannot be used either.
   *
   * @param closed      streets
   * @param limitMillis longest walking time that counts as covered
   * @param reading     how what is not recorded is taken
   */
  public BitSet coveredWithout(BitSet closed, int limitMillis, Unknowns reading) {
    var layer = reading == Unknowns.PESSIMISTIC ? pessimistic : optimistic;
    var now = problem.with(problem.shelters(), problem.circumstances().closing(closed, problem.streets().streets().size()));
    var millis = closed.isEmpty() ? layer.placeMillis() : layer.changed(now, reading).placeMillis();
    var covered = new BitSet(millis.length);
    for (int place = 0; place < millis.length; place++) {
      covered.set(place, millis[place] <= limitMillis);
    }
    return covered;
  }

  private static LocalProjection projectionOf(CoverageProblem problem) {
    var extent = new Envelope();
    var streets = problem.streets();
    for (int node = 0; node < streets.nodeCount(); node++) {
      extent.expandToInclude(streets.nodeLon(node), streets.nodeLat(node));
    }
    return LocalProjection.around(extent.isNull() ? new Envelope(0, 0, 0, 0) : extent);
  }

  public CoverageProblem problem() {
    return problem;
  }

  LocalProjection projection() {
    return projection;
  }

  PlaceGrid grid() {
    return grid;
  }

  ReachLayer pessimistic() {
    return pessimistic;
  }

  /** The same as {@link #pessimistic()} where the profile depends on nothing that is not recorded. */
  ReachLayer optimistic() {
    return optimistic;
  }

  /** Walking time of each place if the unrecorded facts are favourable; {@link CoverageResult#NO_WAY} where there is no way. */
  int[] optimisticMillis() {
    return optimisticMillis;
  }

  /** The shelter of each place if they are; -1 where there is no way. */
  int[] optimisticShelter() {
    return optimisticShelter;
  }

  /** The nearest shelters of each place if the unrecorded facts are unfavourable; searched when first asked for. */
  synchronized Ranks pessimisticRanks() {
    if (pessimisticRanks == null) {
      pessimisticRanks = Ranks.of(pessimistic, problem.places());
    }
    return pessimisticRanks;
  }

  /** The same if they are favourable. */
  synchronized Ranks optimisticRanks() {
    if (optimisticRanks == null) {
      optimisticRanks = isRange() ? Ranks.of(optimistic, problem.places()).withShorterOf(pessimisticRanks()) : pessimisticRanks();
    }
    return optimisticRanks;
  }

  /** Where people and shelters join the streets, by one reading. */
  public Access access(Unknowns reading) {
    return new Access(reading == Unknowns.PESSIMISTIC ? pessimistic : optimistic, problem.shelters().size());
  }

  /** Whether the answer is a range. */
  public boolean isRange() {
    return optimistic != pessimistic;
  }

  /** What was assumed. */
  public List<Statement> assumptions() {
    return assumptions;
  }

  private List<Statement> assumed() {
    var profile = problem.profile();
    var all = new ArrayList<Statement>();
    all.add(profile.stairsMetresPerSecond() == 0
        ? CoverageWording.WALK_SPEED_NO_STAIRS.with(profile.name(), rounded(profile.speedMetresPerSecond()))
        : CoverageWording.WALK_SPEED.with(profile.name(), rounded(profile.speedMetresPerSecond()), rounded(profile.stairsMetresPerSecond())));
    all.add(slope);
    all.add((problem.circumstances().pessimistic().none() ? CoverageWording.UNCROWDED_OPEN : CoverageWording.UNCROWDED).with());
    all.add(CoverageWording.STRAIGHT_ACCESS.with(ACCESS_LIMIT_METRES));
    all.add(CoverageWording.SHELTER_EDGE.with());
    if (unknownStreets) {
      all.add(CoverageWording.WAYS_IN_DOUBT.with(ACCESS_DETOUR_METRES));
    }
    all.addAll(problem.circumstances().assumptions());
    return all;
  }

  private static Statement slope(CoverageProblem problem) {
    var streets = problem.streets().streets();
    long measured = problem.profile().slope().equals(Slope.NONE) ? 0 : streets.stream().filter(street -> street.heights() != null).count();
    return measured == 0 ? CoverageWording.STREETS_LEVEL.with() : CoverageWording.STREETS_SLOPED.with(problem.profile().slope().decay(),
        problem.profile().slope().shift(), measured, streets.size());
  }

  /** To two decimals. */
  private static double rounded(double speed) {
    return Math.round(100 * speed) / 100.0;
  }

  @Override
  public String toString() {
    return "reach of " + problem.profile().name() + ": " + Arrays.asList(pessimistic, optimistic);
  }
}
