/**
 * Which answers are kept: every kind of question by its word, asked and kept with its layers, listed and given back. The port
 * {@link org.commonground.plan.result.ResultStore} keeps them.
 *
 * <p>Entry: {@link org.commonground.plan.result.Results}; {@link org.commonground.plan.result.ResultKind} lists the kinds, so this
 * room stands above all whose answers can be kept, and no other uses it.
 */
package org.commonground.plan.result;
