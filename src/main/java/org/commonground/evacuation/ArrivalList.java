package org.commonground.evacuation;

import java.util.Arrays;

/** Arrivals as they come; those of one step, source and shelter that follow each other are one. */
final class ArrivalList {

  private int[] step = new int[64];
  private int[] source = new int[64];
  private int[] shelter = new int[64];
  private int[] people = new int[64];
  private int size;

  void add(int atStep, int from, int in, int some) {
    if (size > 0 && step[size - 1] == atStep && source[size - 1] == from && shelter[size - 1] == in) {
      people[size - 1] += some;
      return;
    }
    if (size == step.length) {
      step = Arrays.copyOf(step, 2 * size);
      source = Arrays.copyOf(source, 2 * size);
      shelter = Arrays.copyOf(shelter, 2 * size);
      people = Arrays.copyOf(people, 2 * size);
    }
    step[size] = atStep;
    source[size] = from;
    shelter[size] = in;
    people[size++] = some;
  }

  Arrivals all() {
    return new Arrivals(Arrays.copyOf(step, size), Arrays.copyOf(source, size), Arrays.copyOf(shelter, size),
        Arrays.copyOf(people, size));
  }
}
