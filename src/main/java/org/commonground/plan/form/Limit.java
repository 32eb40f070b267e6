package org.commonground.plan.form;

/** Smallest and largest value that is accepted. */
public record Limit(int min, int max) {
}
