package org.commonground.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.commonground.network.LiveSweep;
import org.commonground.network.Obstacles;
import org.commonground.network.RankSweep;
import org.commonground.network.Snap;
import org.commonground.network.Snapper;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;
import org.locationtech.jts.geom.Envelope;

/**
 * All walking times to shelters on one graph, that is for one profile and one reading of what is not recorded.
 *
 * <ol>
 *   <li>Shelters enter the network at their gates and at the nodes inside them.
 *   <li>One sweep from all of them gives each node its time.
 *   <li>Each place goes to the nearest place on a street, and from there to the better end of it, or straight to a gate on it;
 *       where that place lies in a shelter, it is reached.
 * </ol>
 *
 * <p>A change of shelters or of what is in the way is answered by repairing: see {@link LayerChange}. Immutable.
 *
 * <p>A street's part is rounded to a millisecond once, from the end where the walk along it begins; the rest is the whole minus that.
 * So every way adds up exactly, in either direction.
 */
final class ReachLayer {

  private final Ground ground;
  private final CoverageProblem problem;
  private final Unknowns reading;
  private final Obstacles obstacles;
  private final Snapper avoiding;
  private final ShelterAreas areas;
  private final Entrances entrances;
  private final LiveSweep sweep;
  /** Where each place joins the streets; those led round a closed street are in {@code detoured}. */
  private final Snap[] placeSnap;
  private final int[] detoured;
  private final int[] placeMillis;
  private final int[] placeShelter;
  private WalkGraph graph;

  /** With nothing in the way and no shelter: everything else is a change of this. */
  ReachLayer(Ground ground, CoverageProblem problem) {
    this.ground = ground;
    this.problem = problem.with(List.of(), Circumstances.NONE);
    reading = Unknowns.OPTIMISTIC;
    obstacles = Obstacles.NONE;
    avoiding = ground.snapper();
    areas = new ShelterAreas(List.of(), new boolean[0], null);
    entrances = new Entrances(ground, List.of(), new boolean[0], obstacles, avoiding, null, null);
    sweep = new LiveSweep(ground.graph());
    placeSnap = ground.placeSnaps();
    detoured = new int[0];
    placeMillis = new int[problem.places().count()];
    placeShelter = new int[placeMillis.length];
    Arrays.fill(placeMillis, CoverageResult.NO_WAY);
    Arrays.fill(placeShelter, -1);
  }

  private ReachLayer(ReachLayer before, CoverageProblem problem, Unknowns reading) {
    ground = before.ground;
    this.problem = problem;
    this.reading = reading;
    obstacles = obstacles(problem, reading);
    var change = new LayerChange(ground, before.obstacles, obstacles);
    avoiding = change.closings() ? ground.snapper().avoiding(obstacles) : before.avoiding;
    var counts = counting(problem.shelters(), reading);
    areas = new ShelterAreas(problem.shelters(), counts, before.areas);
    entrances = new Entrances(ground, problem.shelters(), counts, obstacles, avoiding, before.entrances, change.streets());
    sweep = before.sweep.copy();
    placeSnap = change.closings() ? before.placeSnap.clone() : before.placeSnap;
    change.resnap(placeSnap, before.detoured, avoiding);
    detoured = change.detoured(placeSnap, before.detoured);
    change.repair(sweep, before, this);
    change.people(before.problem.circumstances(), problem.circumstances());
    placeMillis = before.placeMillis.clone();
    placeShelter = before.placeShelter.clone();
    change.places().parallel().forEach(this::walkFrom);
  }

  /**
   * All walking times after a change of shelters or of what is in the way, by repairing these: the same as if they were computed anew.
   *
   * @param changed the same streets, people and places
   */
  ReachLayer changed(CoverageProblem changed, Unknowns by) {
    return new ReachLayer(this, changed, by);
  }

  static Obstacles obstacles(CoverageProblem problem, Unknowns reading) {
    return reading == Unknowns.PESSIMISTIC ? problem.circumstances().pessimistic() : problem.circumstances().optimistic();
  }

  private static boolean[] counting(List<ShelterSite> shelters, Unknowns reading) {
    var counts = new boolean[shelters.size()];
    for (int shelter = 0; shelter < counts.length; shelter++) {
      var standing = shelters.get(shelter).standing();
      counts[shelter] = standing == Standing.COUNTS || standing == Standing.IN_DOUBT && reading == Unknowns.OPTIMISTIC;
    }
    return counts;
  }

  /** Takes an entrance of a shelter: the node, the time spent there already, the shelter. */
  interface EntranceTaker {
    void take(int node, int millis, int shelter);
  }

  /** Hands over every place where a shelter enters the network. */
  void enter(int shelter, EntranceTaker taker) {
    for (var gate : entrances.ofShelter(shelter)) {
      if (gate.snap() == null) {
        taker.take(gate.node(), 0, shelter);
      } else {
        var street = ground.graph().streets().street(gate.snap().street());
        taker.take(street.from(), gate.offsetMillis() + gate.walks().fromStart(), shelter);
        taker.take(street.to(), gate.offsetMillis() + gate.walks().fromEnd(), shelter);
      }
    }
  }

  /** Puts every entrance of every shelter into another search on the same graph. */
  void enter(RankSweep other) {
    for (int shelter = 0; shelter < entrances.count(); shelter++) {
      enter(shelter, other::addSource);
    }
  }

  private void walkFrom(int place) {
    long best = nearest(place);
    placeMillis[place] = best == Long.MAX_VALUE ? CoverageResult.NO_WAY : (int) (best >>> 32);
    placeShelter[place] = best == Long.MAX_VALUE ? -1 : (int) best;
  }

  /** Time above shelter of the nearest shelter, the lowest where several are equally near; the largest long where none. */
  private long nearest(int place) {
    if (problem.circumstances().traps(place)) {
      return Long.MAX_VALUE;
    }
    var around = areas.around(problem.places().lon()[place], problem.places().lat()[place]);
    if (!around.isEmpty()) {
      return around.get(0);
    }
    var snap = placeSnap[place];
    if (snap == null) {
      return Long.MAX_VALUE;
    }
    var street = ground.graph().streets().street(snap.street());
    int access = straightMillis(snap.offsetMetres());
    var walks = walks(snap);
    long best = Math.min(viaNode(street.from(), access + walks.toStart()), viaNode(street.to(), access + walks.toEnd()));
    for (var gate : entrances.onStreet(snap.street())) {
      long along = access + walks.to(gate.walks()) + gate.offsetMillis();
      best = Math.min(best, pack(along, gate.shelter()));
    }
    for (int shelter : areas.around(snap.lon(), snap.lat())) {
      best = Math.min(best, pack(access, shelter));
    }
    return best;
  }

  /**
   * Walking time of a place if one street is lost, where no shelter is entered from that street alone.
   *
   * @param nodeMillis time of each node then; {@link CoverageResult#NO_WAY} where it has none
   */
  long millisWithout(int place, int lost, IntUnaryOperator nodeMillis) {
    if (problem.circumstances().traps(place)) {
      return CoverageResult.NO_WAY;
    }
    if (!areas.around(problem.places().lon()[place], problem.places().lat()[place]).isEmpty()) {
      return 0;
    }
    var own = placeSnap[place];
    var snap = own != null && own.street() == lost ? ground.snapWithout(place, lost, avoiding) : own;
    if (snap == null) {
      return CoverageResult.NO_WAY;
    }
    var street = ground.graph().streets().street(snap.street());
    var walks = walks(snap);
    long best = Math.min((long) nodeMillis.applyAsInt(street.from()) + walks.toStart(),
        (long) nodeMillis.applyAsInt(street.to()) + walks.toEnd());
    for (var gate : entrances.onStreet(snap.street())) {
      best = Math.min(best, walks.to(gate.walks()) + gate.offsetMillis());
    }
    if (!areas.around(snap.lon(), snap.lat()).isEmpty()) {
      best = 0;
    }
    return Math.min(CoverageResult.NO_WAY, best + straightMillis(snap.offsetMetres()));
  }

  private long viaNode(int node, int millis) {
    return sweep.source(node) < 0 ? Long.MAX_VALUE : pack((long) sweep.millis(node) + millis, sweep.source(node));
  }

  private static long pack(long millis, int shelter) {
    return millis >= CoverageResult.NO_WAY ? Long.MAX_VALUE : millis << 32 | shelter;
  }

  /** Walking time off the streets, in a straight line at the speed on the level. */
  int straightMillis(double metres) {
    return ground.graph().profile().straightMillis(metres);
  }

  /** Whether nobody can leave a place on foot. */
  boolean traps(int place) {
    return problem.circumstances().traps(place);
  }

  /** What can be walked with these in the way; made when first asked for. */
  synchronized WalkGraph graph() {
    if (graph == null) {
      graph = ground.graph().under(obstacles);
    }
    return graph;
  }

  /** The graph whose arcs {@link #sweep()} names: with all streets, while {@link #graph()} numbers only arcs that are open. */
  WalkGraph sweptGraph() {
    return ground.graph();
  }

  /** Knows all streets of this layer, whatever is in the way. */
  Snapper snapper() {
    return ground.snapper();
  }

  Entrances entrances() {
    return entrances;
  }

  /** The places that are led round a closed street. */
  IntStream detoured() {
    return IntStream.of(detoured);
  }

  /** Extent of a shelter's outline; the empty extent where it has none or does not count. */
  Envelope outline(int shelter) {
    boolean outlined = entrances.counts(shelter) && problem.shelters().get(shelter).geometry().getDimension() == 2;
    return outlined ? problem.shelters().get(shelter).geometry().getEnvelopeInternal() : new Envelope();
  }

  /** The places that lie in an extent, or whose place on a street does. */
  IntStream placesIn(Envelope extent) {
    var places = problem.places();
    return IntStream.range(0, placeSnap.length).filter(place -> extent.contains(places.lon()[place], places.lat()[place])
        || placeSnap[place] != null && extent.contains(placeSnap[place].lon(), placeSnap[place].lat()));
  }

  Snap.Walks walks(Snap snap) {
    return snap.walks(ground.graph(), obstacles);
  }

  /** Indexes of the shelters that count and whose outline a point lies in, ascending. */
  List<Integer> around(double lon, double lat) {
    return areas.around(lon, lat);
  }

  /** The shelters that a person who has come to a street is in already, as gates at just that place. */
  List<Gate> gatesAt(Snap snap) {
    return areas.around(snap.lon(), snap.lat()).stream().map(shelter -> new Gate(shelter, -1, snap, walks(snap), 0)).toList();
  }

  List<Gate> gatesOnStreet(int street) {
    return entrances.onStreet(street);
  }

  List<Gate> gatesAtNode(int node) {
    return entrances.atNode(node);
  }

  /** The nearest place on a street to a point; null where none is near enough. */
  Snap snap(double lon, double lat) {
    return ground.snap(lon, lat, obstacles, avoiding);
  }

  /** The nearest place on a street to a demand place; null where none is near enough. */
  Snap snap(int place) {
    return placeSnap[place];
  }

  /** One entry per place; {@link CoverageResult#NO_WAY} where there is no way. */
  int[] placeMillis() {
    return placeMillis;
  }

  /** One entry per place; -1 where there is no way. */
  int[] placeShelter() {
    return placeShelter;
  }

  LiveSweep sweep() {
    return sweep;
  }

  @Override
  public String toString() {
    return reading + ": " + ground.graph().arcCount() + " arcs, " + Arrays.stream(placeShelter).filter(found -> found >= 0).count()
        + " places reached";
  }
}
