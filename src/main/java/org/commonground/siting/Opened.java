package org.commonground.siting;

/** The loss of a set of sites while sites come and go. */
interface Opened {

  double loss();

  /** By how much the loss falls if the site is opened too; kept up to date, not to be changed. */
  double[] gain();

  void open(int site);

  void close(int site);
}
