package org.commonground.people;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.statement.Statement;

/**
 * Distributes a known number of people over buildings, exact to the person.
 *
 * <ol>
 *   <li>A building's share is its floor area: footprint × storeys. Storeys not recorded follow from a recorded height, else they
 *       are a stated default.
 *   <li>Only homes and mixed buildings get people, and those whose use is not recorded; nothing smaller than a stated least size.
 *   <li>Each gets the whole persons of its share; those left over go to the largest remainders (Hamilton's method), the lower index
 *       first where equal. Shares are computed without rounding, so that equal remainders are seen to be equal.
 * </ol>
 */
public final class PeopleSpread {

  /** Storeys of a building with neither storeys nor height recorded. An assumption of ours. */
  public static final double DEFAULT_LEVELS = 2;
  /** Metres from floor to floor where only the height is recorded. An assumption of ours. */
  public static final double METRES_PER_LEVEL = 3;
  /** A mixed building's share of floor area that is lived in. An assumption of ours. */
  public static final double MIXED_SHARE = 0.5;
  /** Smaller buildings are sheds and garages. An assumption of ours. */
  public static final double LEAST_FOOTPRINT_M2 = 20;

  /** The assumptions above, for people. */
  public static final List<Statement> ASSUMPTIONS = List.of(SpreadWording.SPREAD_BY_FLOOR.with(),
      SpreadWording.STOREYS_ASSUMED.with(METRES_PER_LEVEL, DEFAULT_LEVELS),
      SpreadWording.MIXED_AND_SHEDS.with(100 * MIXED_SHARE, LEAST_FOOTPRINT_M2));

  private PeopleSpread() {
  }

  /** Square metres of floor that people may live on; 0 where nobody does. */
  public static double livingAreaM2(Building building) {
    if (building.use() == BuildingUse.OTHER || building.footprintM2() < LEAST_FOOTPRINT_M2) {
      return 0;
    }
    double levels = building.levels() != null ? Math.max(1, building.levels())
        : building.heightM() != null ? Math.max(1, Math.floor(building.heightM() / METRES_PER_LEVEL)) : DEFAULT_LEVELS;
    return building.footprintM2() * levels * (building.use() == BuildingUse.MIXED ? MIXED_SHARE : 1);
  }

  /**
   * @param total  persons, at least 0
   * @param weight shares, each finite and at least 0
   * @return persons by index; they add up to {@code total} wherever any weight is above 0, else all are 0
   * @throws IllegalArgumentException outside these limits
   */
  public static int[] spread(int total, double[] weight) {
    if (total < 0 || Arrays.stream(weight).anyMatch(share -> !(share >= 0) || Double.isInfinite(share))) {
      throw new IllegalArgumentException("cannot spread " + total + " people over such weights");
    }
    var people = new int[weight.length];
    var shares = Arrays.stream(weight).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    var sum = Arrays.stream(shares).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() == 0) {
      return people;
    }
    var remainder = new BigDecimal[weight.length];
    int left = total;
    for (int i = 0; i < weight.length; i++) {
      var parts = shares[i].multiply(BigDecimal.valueOf(total)).divideAndRemainder(sum);
      people[i] = parts[0].intValueExact();
      remainder[i] = parts[1];
      left -= people[i];
    }
    IntStream.range(0, weight.length).boxed()
        .sorted(Comparator.comparing((Integer i) -> remainder[i]).reversed().thenComparing(Comparator.naturalOrder()))
        .limit(left).forEach(i -> people[i]++);
    return people;
  }
}
