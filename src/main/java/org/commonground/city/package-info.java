/**
 * One immutable snapshot of all that is known of an area, and the port through which it is kept.
 */
package org.commonground.city;
