package org.commonground.plan.form;

import java.util.Map;
import java.util.function.Supplier;

/**
 * An answer with the layers that show it.
 *
 * @param layers by name, in the order they are kept; each is made when asked for
 */
public record Found<A>(A answer, Map<String, Supplier<FeatureLayer>> layers) {

  /** An answer without layers. */
  static <A> Found<A> of(A answer) {
    return new Found<>(answer, Map.of());
  }
}
