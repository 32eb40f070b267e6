package org.commonground.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Shows how far a command is on standard error: a bar on a terminal, plain lines elsewhere. */
final class ProgressLine {

  private static final int WIDTH = 24;

  private final PrintWriter err;
  private final boolean terminal = System.console() != null;
  private final long start = System.nanoTime();

  ProgressLine(PrintWriter err) {
    this.err = err;
  }

  void at(String step, int done, int all) {
    double seconds = (System.nanoTime() - start) / 1e9;
    if (terminal) {
      int full = WIDTH * done / all;
      var left = done == 0 || done == all ? "" : String.format(Locale.ROOT, ", about %.0f s left", seconds * (all - done) / done);
      err.printf(Locale.ROOT, "\r\u001b[K[%s%s] %d of %d: %s%s", "#".repeat(full), ".".repeat(WIDTH - full), done, all, step, left);
    } else {
      err.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, step);
    }
    err.flush();
  }

  void end() {
    if (terminal) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
