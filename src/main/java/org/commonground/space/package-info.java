/**
 * What a space is and can be: the public spaces of a city and those of them that are designated as shelters.
 */
package org.commonground.space;
