package org.commonground.coverage;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.commonground.network.Unknowns;
import org.commonground.statement.Statement;

/** Streets that collapsed buildings block, by chance. Immutable and safe for use by many threads. */
public sealed interface Blockage permits BlockageByWidth, BlockageByRubble {

  /** The streets blocked in one sample. What is blocked by the favourable reading is blocked by the other one too. */
  BitSet blocked(Unknowns reading, long seed, int sample);

  /**
   * What leaves it open whether a street is blocked in one sample: each fact that, for some value of the others within what may be,
   * decides it. At least one.
   *
   * @param street blocked in that sample by the unfavourable reading and not by the favourable one
   */
  Set<SurveyFact> hangsOn(int street, long seed, int sample);

  /** What was assumed. */
  List<Statement> assumptions();
}
