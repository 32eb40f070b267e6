/**
 * What takes longer than one who asks wants to wait: searches that run in a queue and can be watched and cancelled, and whether an area
 * is being imported.
 *
 * <p>Entry: {@link org.commonground.plan.job.Jobs}. Knows nothing of what is searched for, and uses {@code form} alone.
 */
package org.commonground.plan.job;
