package org.commonground.coverage;

/**
 * What two districts gain if each may use the other's shelters beside its own.
 *
 * @param first             index of the district; -1 for the ground outside every district
 * @param second            index of the other, above {@code first}
 * @param peopleOfFirst     persons of the first covered only by the second's shelters
 * @param peopleOfSecond    persons of the second covered only by the first's shelters
 * @param savedPersonMillis walking time saved by those who were covered before and have a nearer shelter now
 */
public record FragmentationPair(int first, int second, int peopleOfFirst, int peopleOfSecond, long savedPersonMillis) {

  public FragmentationPair {
    if (first >= second) {
      throw new IllegalArgumentException("districts " + first + " and " + second + " are not in ascending order");
    }
  }

  /** Persons newly covered in both. */
  public int people() {
    return Math.addExact(peopleOfFirst, peopleOfSecond);
  }
}
