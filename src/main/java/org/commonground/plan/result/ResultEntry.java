package org.commonground.plan.result;

import java.time.Instant;
import java.util.Map;

/**
 * A kept result in a list.
 *
 * @param question as it was asked, null for what was left to the rules
 * @param current  whether the area is still the one that was asked: false once it has been imported anew
 */
public record ResultEntry(String id, String area, String name, String kind, Map<String, Object> question, Instant createdAt,
    boolean current) {

  static ResultEntry of(KeptResult kept, long version) {
    return new ResultEntry(kept.id(), kept.area(), kept.name(), kept.kind(), kept.question(), kept.createdAt(),
        kept.areaVersion() == version);
  }
}
