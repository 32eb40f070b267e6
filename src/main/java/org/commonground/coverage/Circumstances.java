package org.commonground.coverage;

import java.util.BitSet;
import java.util.List;
import org.commonground.network.Obstacles;
import org.commonground.network.Unknowns;
import org.commonground.statement.Statement;

/**
 * What is in the way in one question: on the streets, by both readings of what is not recorded, and around the people themselves.
 * Immutable.
 */
public final class Circumstances {

  /** Everything as it is recorded. */
  public static final Circumstances NONE = new Circumstances(Obstacles.NONE, Obstacles.NONE, null, List.of());

  private final Obstacles pessimistic;
  private final Obstacles optimistic;
  private final boolean[] trapped;
  private final List<Statement> assumptions;

  /**
   * @param pessimistic on the streets if the unrecorded facts are unfavourable
   * @param optimistic  the same if they are favourable; nothing may be in the way here that is not there too
   * @param trapped     one entry per place: whether it lies where nobody can walk; null where none does. Not copied.
   * @param assumptions what was assumed
   */
  public Circumstances(Obstacles pessimistic, Obstacles optimistic, boolean[] trapped, List<Statement> assumptions) {
    this.pessimistic = pessimistic;
    this.optimistic = optimistic;
    this.trapped = trapped;
    this.assumptions = List.copyOf(assumptions);
  }

  Obstacles pessimistic() {
    return pessimistic;
  }

  Obstacles optimistic() {
    return optimistic;
  }

  /** What is in the way on the streets by one reading. */
  public Obstacles obstacles(Unknowns reading) {
    return reading == Unknowns.PESSIMISTIC ? pessimistic : optimistic;
  }

  /** Whether the two readings differ. */
  boolean isRange() {
    return pessimistic != optimistic;
  }

  /** The same, and these streets closed too. */
  Circumstances closing(BitSet streets, int count) {
    return closing(streets, streets, count);
  }

  /**
   * The same, and more streets closed.
   *
   * @param most  if the unrecorded facts are unfavourable
   * @param least if they are favourable; none that is not among {@code most}
   */
  Circumstances closing(BitSet most, BitSet least, int count) {
    var sure = closing(pessimistic, most, count);
    boolean same = pessimistic == optimistic && most.equals(least);
    return new Circumstances(sure, same ? sure : closing(optimistic, least, count), trapped, assumptions);
  }

  private static Obstacles closing(Obstacles obstacles, BitSet streets, int count) {
    var left = new float[count];
    for (int street = 0; street < count; street++) {
      left[street] = streets.get(street) ? 0 : obstacles.speedLeft(street);
    }
    return Obstacles.of(left);
  }

  boolean traps(int place) {
    return trapped != null && trapped[place];
  }

  List<Statement> assumptions() {
    return assumptions;
  }
}
