package org.commonground.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.network.Obstacles;
import org.commonground.network.Snap;
import org.commonground.network.Snapper;

/**
 * Where the shelters that count are entered from the streets, on one ground with something in the way. Immutable.
 *
 * <p>A shelter's own entrances depend only on the streets it touches; so after a change those of most shelters are taken over.
 */
final class Entrances {

  private final List<Site> sites;
  private final Map<Integer, List<Gate>> onStreet = new HashMap<>();
  private final Map<Integer, List<Gate>> atNode = new HashMap<>();

  /**
   * One shelter.
   *
   * @param open   where it is entered when nothing is in the way
   * @param inside nodes of the streets that lie in it
   * @param gates  where it is entered now; empty where it does not count
   */
  private record Site(ShelterSite shelter, boolean counts, List<Snap> open, int[] inside, List<Gate> gates) {
  }

  /**
   * @param counts one entry per shelter
   * @param before what is known from before another change; null where nothing is
   * @param street whether a street has changed since then
   */
  Entrances(Ground ground, List<ShelterSite> shelters, boolean[] counts, Obstacles obstacles, Snapper avoiding, Entrances before,
      boolean[] street) {
    sites = IntStream.range(0, shelters.size()).mapToObj(shelter -> {
      var site = shelters.get(shelter);
      var known = before == null || shelter >= before.sites.size() ? null : before.sites.get(shelter);
      boolean same = known != null && known.shelter.geometry() == site.geometry();
      if (same && known.counts == counts[shelter] && !touched(known, obstacles, street)) {
        return known;
      }
      if (!counts[shelter]) {
        return new Site(site, false, List.of(), new int[0], List.of());
      }
      var open = same && known.counts ? known.open : ground.gates(site.geometry());
      var inside = same && known.counts ? known.inside : ground.snapper().nodesInside(site.geometry());
      return new Site(site, true, open, inside, gates(ground, shelter, site, open, inside, obstacles, avoiding));
    }).toList();
    for (var site : sites) {
      for (var gate : site.gates) {
        var by = gate.snap() == null ? atNode : onStreet;
        by.computeIfAbsent(gate.snap() == null ? gate.node() : gate.snap().street(), none -> new ArrayList<>()).add(gate);
      }
    }
  }

  /** Whether a shelter is entered by a changed street, or was or is led round a closed one. */
  private static boolean touched(Site site, Obstacles obstacles, boolean[] street) {
    return site.open.stream().anyMatch(gate -> street[gate.street()] || obstacles.closes(gate.street()))
        || site.gates.stream().anyMatch(gate -> gate.snap() != null && street[gate.snap().street()]);
  }

  private static List<Gate> gates(Ground ground, int shelter, ShelterSite site, List<Snap> open, int[] inside,
      Obstacles obstacles, Snapper avoiding) {
    var gates = new ArrayList<Gate>();
    for (var snap : ground.gates(site.geometry(), open, obstacles, avoiding)) {
      gates.add(new Gate(shelter, -1, snap, snap.walks(ground.graph(), obstacles),
          ground.graph().profile().straightMillis(snap.offsetMetres())));
    }
    for (int node : inside) {
      gates.add(new Gate(shelter, node, null, null, 0));
    }
    return List.copyOf(gates);
  }

  int count() {
    return sites.size();
  }

  boolean counts(int shelter) {
    return shelter < sites.size() && sites.get(shelter).counts;
  }

  /** Whether a shelter is entered in the same places as before. */
  boolean same(Entrances before, int shelter) {
    return shelter < sites.size() && shelter < before.sites.size() && sites.get(shelter) == before.sites.get(shelter);
  }

  List<Gate> ofShelter(int shelter) {
    return shelter < sites.size() ? sites.get(shelter).gates : List.of();
  }

  List<Gate> onStreet(int street) {
    return onStreet.getOrDefault(street, List.of());
  }

  List<Gate> atNode(int node) {
    return atNode.getOrDefault(node, List.of());
  }
}
