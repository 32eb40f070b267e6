/**
 * Files become a {@link org.commonground.city.City} and a list of what was wrong in them.
 *
 * <p>Entry: {@link org.commonground.ingest.Importer}. Nothing is stored here, so an import that fails changes nothing.
 */
package org.commonground.ingest;
