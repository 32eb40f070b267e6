package org.commonground.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonground.city.Background;
import org.commonground.city.City;
import org.commonground.city.District;
import org.commonground.coverage.Reach;
import org.commonground.evacuation.EvacuationNetwork;
import org.commonground.evacuation.EvacuationProblem;
import org.commonground.evacuation.EvacuationProblem.Gate;
import org.commonground.evacuation.EvacuationProblem.Shelter;
import org.commonground.evacuation.EvacuationProblem.Source;
import org.commonground.geo.LocalProjection;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.judgement.SpaceJudge;
import org.commonground.network.Profile;
import org.commonground.network.Snap;
import org.commonground.network.Snapper;
import org.commonground.network.Street;
import org.commonground.network.Sweep;
import org.commonground.network.Unknowns;
import org.commonground.network.WalkGraph;
import org.commonground.rules.RulePack;
import org.commonground.rules.RulePacks;
import org.commonground.space.Stay;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * An evacuation made of a real town: all walk as adults, from the nearer end of their street to gates at the nearer end of theirs,
 * through streets whose width is mostly assumed. Streets count within half a kilometre of the part that is asked for.
 */
final class EvacuationTown {

  private static final Set<String> PATHS = Set.of("footway", "path", "steps", "cycleway", "bridleway", "corridor");
  private static final Set<String> STREETS = Set.of("residential", "living_street", "pedestrian", "service", "unclassified", "track");
  private static final double MARGIN_METRES = 500;
  private static final double LEAST_ROOM = 100;
  private static final double NEAR_MILLIS = 3_600_000;

  private final City city;
  private final RulePack rules = RulePacks.load(Path.of("data/rules")).get("default");
  private final LocalProjection projection;
  private final WalkGraph graph;
  private final Snapper snapper;
  private final double stepSeconds = rules.value("evacuation.stepSeconds");
  /** Who and what counts, and the streets around. */
  private Geometry part;
  private boolean[] kept;
  private Geometry flooded;
  /** Persons who fit on each arc of the last problem. */
  private int[] storage;
  /** The street of each of these arcs. */
  private int[] streetOfArc;

  private EvacuationTown(City city) {
    this.city = city;
    projection = LocalProjection.around(city.area().boundary().getEnvelopeInternal());
    var adult = rules.movements().get("adult");
    graph = WalkGraph.of(city.streets(), new Profile("adult", adult.speedMetresPerSecond(), adult.stairsMetresPerSecond(), adult.wheels(),
        adult.maxGradePercent()), Unknowns.PESSIMISTIC);
    snapper = new Snapper(graph, projection);
    kept = new boolean[graph.nodeCount()];
    Arrays.fill(kept, true);
  }

  /** @param file a manifest or an OpenStreetMap PBF */
  static EvacuationTown of(Path file, Integer people) {
    var request = file.toString().endsWith(".yaml") ? ImportRequest.ofManifest(file)
        : new ImportRequest("town", null, null, file, null, null, null, people, null, null, null, null, null);
    return new EvacuationTown(Importer.importArea(request, (step, done, all) -> { }).city());
  }

  City city() {
    return city;
  }

  int[] storage() {
    return storage;
  }

  Street street(int arc) {
    return city.streets().street(streetOfArc[arc]);
  }

  int[] streetOfArc() {
    return streetOfArc;
  }

  /** People per step through so many metres. */
  int flow(double metres) {
    return (int) Math.max(1, metres * rules.value("evacuation.personsPerSecondPerMetre") * stepSeconds);
  }

  /** Only those districts, as one. */
  EvacuationTown districts(List<District> some) {
    return within(new GeometryFactory().createGeometryCollection(some.stream().map(District::geometry).toArray(Geometry[]::new))
        .buffer(0));
  }

  EvacuationTown within(Geometry some) {
    part = some;
    var around = PreparedGeometryFactory.prepare(projection.toDegrees(projection.toMetres(some).buffer(MARGIN_METRES)));
    var streets = city.streets();
    for (int node = 0; node < kept.length; node++) {
      kept[node] = around.covers(some.getFactory().createPoint(new Coordinate(streets.nodeLon(node), streets.nodeLat(node))));
    }
    return this;
  }

  /** A part in the middle of all junctions, with so much of their extent. */
  EvacuationTown middle(double share) {
    var extent = new Envelope();
    IntStream.range(0, graph.nodeCount()).forEach(node -> extent.expandToInclude(city.streets().nodeLon(node), city.streets().nodeLat(node)));
    double keep = (1 - Math.sqrt(share)) / 2;
    extent.expandBy(-keep * extent.getWidth(), -keep * extent.getHeight());
    for (int node = 0; node < kept.length; node++) {
      kept[node] = extent.covers(city.streets().nodeLon(node), city.streets().nodeLat(node));
    }
    return this;
  }

  /** Nobody can be in the streets that touch the named water or lie within so many metres of it; an assumption. */
  EvacuationTown flooded(String name, double metres) {
    var water = city.background().stream().filter(each -> each.kind() == Background.Kind.WATER && each.name() != null
        && each.name().contains(name)).map(each -> projection.toMetres(each.geometry())).toArray(Geometry[]::new);
    flooded = new GeometryFactory().createGeometryCollection(water).buffer(metres);
    return this;
  }

  /** The people of the town go to its shelters. */
  EvacuationProblem toShelters(double roomFactor) {
    var shelters = new ArrayList<Shelter>();
    city.shelters().forEach(shelter -> shelters.add(new Shelter((int) (roomFactor * shelter.capacity()), gates(shelter.geometry()))));
    return problem(residents(), shelters);
  }

  /** The people of the part go to all spaces in it that have room for at least a hundred by the rules, in the unfavourable reading. */
  EvacuationProblem toSpaces() {
    var judge = new SpaceJudge(city, rules);
    var inside = PreparedGeometryFactory.prepare(part);
    var shelters = new ArrayList<Shelter>();
    for (var space : city.spaces()) {
      if (inside.covers(space.geometry().getInteriorPoint())) {
        double room = judge.judge(space, null, null).room().find(Stay.EMERGENCY).map(stay -> stay.persons().pessimistic()).orElse(0.0);
        var gates = room < LEAST_ROOM ? List.<Gate>of() : gates(space.geometry());
        if (!gates.isEmpty()) {
          shelters.add(new Shelter((int) Math.min(1_000_000, room), gates));
        }
      }
    }
    return problem(residents(), shelters);
  }

  /**
   * Drawn people at junctions, one by one, to shelters at drawn junctions.
   *
   * @param narrow people live within an hour of a shelter, and each shelter has one gate that lets two people in per step; else
   *               they live anywhere, and each has a gate at its junction and at those next to it, as wide as the streets
   */
  EvacuationProblem drawn(int people, int shelterCount, boolean narrow, long seed) {
    var random = new Random(seed);
    var nodes = IntStream.range(0, graph.nodeCount()).filter(node -> kept[node] && graph.firstArc(node) < graph.endArc(node)).toArray();
    var shelters = new ArrayList<Shelter>();
    var sweep = new Sweep(graph);
    for (int shelter = 0; shelter < shelterCount; shelter++) {
      int node = nodes[random.nextInt(nodes.length)];
      sweep.addSource(node, 0, shelter);
      shelters.add(new Shelter((int) Math.ceil(1.25 * people / shelterCount), narrow ? List.of(new Gate(node, 2)) : gatesAround(node)));
    }
    sweep.run();
    var homes = Arrays.stream(nodes).filter(node -> !narrow || sweep.source(node) >= 0 && sweep.millis(node) < NEAR_MILLIS).toArray();
    var at = new TreeMap<Integer, Integer>();
    random.ints(people, 0, homes.length).forEach(i -> at.merge(homes[i], 1, Integer::sum));
    return problem(at.entrySet().stream().map(each -> Source.immediate(each.getKey(), each.getValue())).toList(), shelters);
  }

  private List<Gate> gatesAround(int node) {
    var gates = new TreeMap<Integer, Integer>();
    for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
      int flow = flow(city.streets().street(graph.street(arc)));
      gates.merge(node, flow, Integer::sum);
      if (kept[graph.head(arc)]) {
        gates.merge(graph.head(arc), flow, Integer::sum);
      }
    }
    return gates(gates);
  }

  private EvacuationProblem problem(List<Source> sources, List<Shelter> shelters) {
    var number = new int[graph.nodeCount()];
    int nodes = 0;
    for (int node = 0; node < number.length; node++) {
      number[node] = kept[node] ? nodes++ : -1;
    }
    var arcs = IntStream.range(0, graph.nodeCount()).filter(node -> kept[node])
        .flatMap(node -> IntStream.range(graph.firstArc(node), graph.endArc(node))).filter(arc -> kept[graph.head(arc)]).toArray();
    var tail = new int[arcs.length];
    for (int node = 0, i = 0; node < number.length; node++) {
      for (int arc = graph.firstArc(node); kept[node] && arc < graph.endArc(node); arc++) {
        if (kept[graph.head(arc)]) {
          tail[i++] = number[node];
        }
      }
    }
    var flow = Arrays.stream(arcs).map(arc -> flow(city.streets().street(graph.street(arc)))).toArray();
    var steps = Arrays.stream(arcs).map(arc -> (int) Math.max(1, Math.round(graph.walkMillis(arc) / (1_000 * stepSeconds)))).toArray();
    storage = new int[arcs.length];
    streetOfArc = Arrays.stream(arcs).map(graph::street).toArray();
    for (int i = 0; i < arcs.length; i++) {
      var street = city.streets().street(graph.street(arcs[i]));
      storage[i] = Math.max(flow[i] * steps[i],
          (int) (effectiveMetres(street) / 2 * street.lengthMm() / 1_000 / rules.value("evacuation.jamM2PerPerson")));
    }
    var water = flooded == null ? null : PreparedGeometryFactory.prepare(flooded);
    var closes = Arrays.stream(arcs).map(arc -> water != null
        && water.intersects(projection.toMetres(city.streets().street(graph.street(arc)).line())) ? 0 : EvacuationNetwork.NEVER).toArray();
    var open = new int[nodes];
    Arrays.fill(open, EvacuationNetwork.NEVER);
    var network = new EvacuationNetwork(nodes, tail, Arrays.stream(arcs).map(arc -> number[graph.head(arc)]).toArray(), steps, flow,
        closes, open);
    return new EvacuationProblem((int) stepSeconds, network,
        sources.stream().map(source -> new Source(number[source.node()], source.readyAtStep())).toList(),
        shelters.stream().map(shelter -> new Shelter(shelter.room(),
            shelter.gates().stream().map(gate -> new Gate(number[gate.node()], gate.peoplePerStep())).toList())).toList());
  }

  private int flow(Street street) {
    return flow(effectiveMetres(street));
  }

  private double effectiveMetres(Street street) {
    double width = street.widthM() != null ? street.widthM() : rules.value("evacuation."
        + (PATHS.contains(street.kind()) ? "path" : STREETS.contains(street.kind()) ? "street" : "road") + "Metres");
    return Math.max(0.3, width - 2 * rules.value("evacuation.edgeMetres"));
  }

  private List<Source> residents() {
    var inside = part == null ? null : PreparedGeometryFactory.prepare(part);
    var people = new TreeMap<Integer, Integer>();
    for (var point : city.demand()) {
      if (inside == null || inside.covers(part.getFactory().createPoint(new Coordinate(point.lon(), point.lat())))) {
        snapper.snap(point.lon(), point.lat(), Reach.ACCESS_LIMIT_METRES).filter(snap -> kept[node(snap)])
            .ifPresent(snap -> people.merge(node(snap), point.people(), Integer::sum));
      }
    }
    return people.entrySet().stream().map(each -> Source.immediate(each.getKey(), each.getValue())).toList();
  }

  private List<Gate> gates(Geometry outline) {
    var gates = new TreeMap<Integer, Integer>();
    for (var snap : snapper.gates(outline, Reach.ACCESS_LIMIT_METRES)) {
      if (kept[node(snap)]) {
        gates.merge(node(snap), flow(city.streets().street(snap.street())), Integer::sum);
      }
    }
    return gates(gates);
  }

  private static List<Gate> gates(TreeMap<Integer, Integer> flowAt) {
    return flowAt.entrySet().stream().map(gate -> new Gate(gate.getKey(), gate.getValue())).toList();
  }

  private int node(Snap snap) {
    var street = city.streets().street(snap.street());
    return snap.fraction() < 0.5 ? street.from() : street.to();
  }
}
