package org.commonground.plan.rules;

/** How a group moves, with where the figures come from. */
public record ProfileAnswer(String name, double speedMetresPerSecond, double stairsMetresPerSecond, boolean wheels,
    String source, boolean verified) {
}
