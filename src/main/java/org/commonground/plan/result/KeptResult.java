package org.commonground.plan.result;

import java.time.Instant;
import java.util.Map;

/**
 * An answer that is kept, without the answer itself.
 *
 * @param id          given by the store and never given again
 * @param area        name; the result outlives a new import of it
 * @param name        what somebody calls it, once in its area
 * @param kind        of the question: {@code coverage} …
 * @param question    as it was asked, null for what was left to the rules
 * @param createdAt   milliseconds are kept
 * @param areaVersion of the area that was asked
 */
public record KeptResult(String id, String area, String name, String kind, Map<String, Object> question, Instant createdAt,
    long areaVersion) {
}
