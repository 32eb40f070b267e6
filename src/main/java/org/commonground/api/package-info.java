/**
 * Questions and answers over HTTP: JSON, GeoJSON, files, vector tiles, and problem details for what went wrong.
 *
 * <p>Entry: {@link org.commonground.api.AreaController}.
 */
package org.commonground.api;
