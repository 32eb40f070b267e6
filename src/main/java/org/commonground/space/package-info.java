/**
 * What a space is and can be: the public spaces of a city, those of them that are designated as shelters, and what lies in
 * and around them.
 */
package org.commonground.space;
