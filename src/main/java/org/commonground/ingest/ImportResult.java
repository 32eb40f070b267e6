package org.commonground.ingest;

import org.commonground.city.City;

/** What an import made: the city, and what to tell the person who asked for it. */
public record ImportResult(City city, ImportSummary summary) {
}
