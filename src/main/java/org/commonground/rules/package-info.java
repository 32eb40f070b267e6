/**
 * What a standard demands: rule packs, read from versioned data files and never written in code.
 *
 * <p>Entry: {@link org.commonground.rules.RulePack}. A figure carries its unit, clause, source and whether somebody
 * checked the source, so that a result can print all of it.
 */
package org.commonground.rules;
