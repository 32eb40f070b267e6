package org.commonground.plan.job;

/** Watches long work, and may end it early. */
public interface JobWatch {

  /** Sees nothing and never cancels. */
  JobWatch NONE = new JobWatch() {
    @Override
    public void at(double value, double bound) {
      // Nobody looks.
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  };

  /**
   * @param value of the best answer so far; not a number where there is none yet
   * @param bound that no answer can pass; not a number where none is known yet
   */
  void at(double value, double bound);

  /** Whether the work is to end with what it has; asked often. */
  boolean cancelled();
}
