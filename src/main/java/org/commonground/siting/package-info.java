/**
 * Which candidates to choose, and how good that is at best.
 *
 * <p>Entry: {@link org.commonground.siting.SitingSolver}.
 */
package org.commonground.siting;
