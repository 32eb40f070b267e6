package org.commonground.network;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A long array cut into pages that copies share until one of them writes. So a copy costs only its list of pages, and keeping
 * many states costs what differs between them.
 *
 * @param <P> an array of {@link #SIZE} entries
 */
final class Pages<P> {

  /** Entries on a page. */
  static final int SIZE = 256;
  /** The entry at {@code index} is at {@code index & MASK} on its page. */
  static final int MASK = SIZE - 1;

  private static final int BITS = Integer.numberOfTrailingZeros(SIZE);

  private final P[] pages;
  private final UnaryOperator<P> copier;
  /** Pages that no copy shares. */
  private final boolean[] own;

  private Pages(P[] pages, UnaryOperator<P> copier) {
    this.pages = pages;
    this.copier = copier;
    own = new boolean[pages.length];
  }

  /**
   * @param pages  {@link #count} of them, to be filled
   * @param blank  what every page holds at first
   * @param copier gives a copy of a page
   */
  static <P> Pages<P> of(P[] pages, P blank, UnaryOperator<P> copier) {
    Arrays.fill(pages, blank);
    return new Pages<>(pages, copier);
  }

  /** How many pages hold that many entries. */
  static int count(int entries) {
    return entries + MASK >>> BITS;
  }

  Pages<P> copy() {
    Arrays.fill(own, false);
    return new Pages<>(pages.clone(), copier);
  }

  /** The page of an entry, to be read. */
  P page(int index) {
    return pages[index >>> BITS];
  }

  /** The page of an entry, to be written. */
  P ownPage(int index) {
    int at = index >>> BITS;
    if (!own[at]) {
      own[at] = true;
      pages[at] = copier.apply(pages[at]);
    }
    return pages[at];
  }
}
