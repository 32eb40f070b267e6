/**
 * Keeps cities in PostGIS or in the embedded H2GIS, with one schema and one set of statements.
 *
 * <p>Entry: {@link org.commonground.store.Databases} opens a database, {@link org.commonground.store.JdbcCityStore} keeps cities
 * in it. Every layer is an ordinary table with one geometry column, so that any desktop GIS opens it as it stands.
 */
package org.commonground.store;
