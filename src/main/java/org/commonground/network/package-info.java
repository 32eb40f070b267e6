/**
 * Streets as arrays, the nearest place on a street, and shortest paths.
 */
package org.commonground.network;
