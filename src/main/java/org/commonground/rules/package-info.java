/**
 * What a standard demands: rule packs, read from versioned data files and never written in code.
 *
 * <p>Entry: {@link org.commonground.rules.RulePacks} reads them, {@link org.commonground.rules.RulePack} is one. A pack may
 * extend another, whose figures hold where it is silent. A figure carries its unit, clause, source, whose it is and whether
 * somebody checked the source, so that a result can print all of it. Which keys there are, and which of them every pack
 * needs, is in {@code PackKeys}.
 */
package org.commonground.rules;
