/**
 * Layers of a city and of results as files that other programs open.
 *
 * <p>Entry: {@link org.commonground.report.LayerExport}.
 */
package org.commonground.report;
