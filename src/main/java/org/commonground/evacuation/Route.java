package org.commonground.evacuation;

/**
 * People who go the same way at the same time. Arrays are not copied.
 *
 * @param source    where they start
 * @param readyStep when they got ready; they leave at the first entry, or pass the gate where they start
 * @param people    at least 1
 * @param arcs      streets walked, in order; none where the gate is at the start
 * @param entrySteps when each is entered
 * @param gate      the gate they pass
 * @param gateStep  when they pass it: they have arrived
 */
public record Route(int source, int readyStep, int people, int[] arcs, int[] entrySteps, int gate, int gateStep) {
}
