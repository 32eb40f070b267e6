package org.commonground.coverage;

import org.commonground.network.Snap;

/**
 * A place where a shelter is entered from the streets.
 *
 * @param shelter      index of the shelter
 * @param node         the street node that lies inside the shelter; -1 for a place on a street
 * @param snap         the place on a street; null for a node
 * @param walks        the walks between the place and the street's ends; null for a node
 * @param offsetMillis walking time between the place and the shelter in a straight line
 */
record Gate(int shelter, int node, Snap snap, Snap.Walks walks, int offsetMillis) {
}
