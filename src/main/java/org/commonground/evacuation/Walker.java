package org.commonground.evacuation;

import java.util.BitSet;

/** People who stay together in a simulation. */
final class Walker {

  int people;
  final int source;
  /** When they are at the end of their street, or ready at home. */
  int there;
  /** Shelters they found full; null while none. Never changed, only replaced. */
  private BitSet full;
  final int pace;
  /** Their route, and which part of it is next; null where they run by themselves. */
  final Route route;
  int next;

  Walker(int people, int there, int source, int pace, Route route) {
    this.people = people;
    this.source = source;
    this.there = there;
    this.pace = pace;
    this.route = route;
  }

  /** Takes some of them out. */
  Walker part(int some) {
    var part = new Walker(some, there, source, pace, route);
    part.full = full;
    part.next = next;
    people -= some;
    return part;
  }

  BitSet full() {
    return full;
  }

  void foundFull(int shelter) {
    var more = full == null ? new BitSet() : (BitSet) full.clone();
    more.set(shelter);
    full = more;
  }

  /** When they may enter the next street, or pass the gate, at the earliest. */
  int planned() {
    return route == null ? there : next < route.arcs().length ? route.entrySteps()[next] : route.gateStep();
  }
}
