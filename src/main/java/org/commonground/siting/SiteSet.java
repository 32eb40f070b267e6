package org.commonground.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A set of chosen candidates that keeps to a {@link SiteChoice} and to what has been decided. */
final class SiteSet {

  private final SiteChoice choice;
  private final int[][] tooClose;
  private final byte[] fixed;
  private final boolean[] in;
  private final int[] neighbours;
  private int count;
  private double spent;

  SiteSet(SiteChoice choice, int[][] tooClose, byte[] fixed) {
    this.choice = choice;
    this.tooClose = tooClose;
    this.fixed = fixed;
    in = new boolean[choice.candidates()];
    neighbours = new int[choice.candidates()];
  }

  /** For each candidate those too close to it, ascending. */
  static int[][] neighbours(SiteChoice choice) {
    if (choice.tooClose().length == 0) {
      return new int[choice.candidates()][0];
    }
    var lists = IntStream.range(0, choice.candidates()).mapToObj(site -> new ArrayList<Integer>()).toList();
    for (var pair : choice.tooClose()) {
      lists.get(pair[0]).add(pair[1]);
      lists.get(pair[1]).add(pair[0]);
    }
    return lists.stream().map(list -> list.stream().mapToInt(site -> site).sorted().distinct().toArray()).toArray(int[][]::new);
  }

  boolean has(int site) {
    return in[site];
  }

  int count() {
    return count;
  }

  boolean mayLeave(int site) {
    return in[site] && fixed[site] != Fixed.IN;
  }

  boolean admits(int site) {
    return !in[site] && fixed[site] != Fixed.OUT && count < choice.most() && neighbours[site] == 0
        && (choice.cost().length == 0 || spent + choice.cost(site) <= choice.budget());
  }

  void add(int site) {
    in[site] = true;
    count++;
    recount();
    for (int other : tooClose[site]) {
      neighbours[other]++;
    }
  }

  void remove(int site) {
    in[site] = false;
    count--;
    recount();
    for (int other : tooClose[site]) {
      neighbours[other]--;
    }
  }

  /** Summed in the order of the candidates, so that the sum does not depend on the way to the set. */
  private void recount() {
    spent = 0;
    for (int site = 0; site < choice.cost().length; site++) {
      spent += in[site] ? choice.cost(site) : 0;
    }
  }

  int[] sites() {
    return IntStream.range(0, in.length).filter(site -> in[site]).toArray();
  }
}
