/**
 * What questions and answers are made of, whatever they ask: fields as a caller gave them, read by name and refused in one sentence,
 * and the parts that many answers carry, such as people, ranges, districts, provenance and layers. A part of one answer alone stands
 * with that answer.
 *
 * <p>Entries: {@link org.commonground.plan.form.Fields} and {@link org.commonground.plan.form.Checked} for questions,
 * {@link org.commonground.plan.form.Provenance} and {@link org.commonground.plan.form.FeatureLayer} for answers. Uses no other room.
 */
package org.commonground.plan.form;
