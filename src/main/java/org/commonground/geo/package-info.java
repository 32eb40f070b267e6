/**
 * Units, a local metric projection, and the few geometry helpers every other package needs.
 *
 * <p>Coordinates are longitude, latitude in degrees (EPSG:4326, in this order) at every border of the program, and metres
 * in a {@link org.commonground.geo.LocalProjection} inside it.
 */
package org.commonground.geo;
