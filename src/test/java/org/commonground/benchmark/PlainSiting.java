package org.commonground.benchmark;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Locale;
import org.commonground.siting.CoverRows;

/** The textbook's formulations, given to an open solver as they stand. */
final class PlainSiting {

  static {
    Loader.loadNativeLibraries();
  }

  record Answer(String status, double value, double bound, double seconds) {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s %.0f, bound %.0f, %.1f s", status, value, bound, seconds);
    }
  }

  private PlainSiting() {
  }

  /** ReVelle and Swain 1970: each node is assigned to one site, and only to an open one. */
  static Answer median(String name, double[][] distance, int most, double seconds) {
    var solver = MPSolver.createSolver(name);
    int nodes = distance.length;
    var open = solver.makeBoolVarArray(nodes, "y");
    var count = solver.makeConstraint(most, most);
    for (var site : open) {
      count.setCoefficient(site, 1);
    }
    for (int row = 0; row < nodes; row++) {
      var served = solver.makeConstraint(1, 1);
      for (int site = 0; site < nodes; site++) {
        MPVariable goes = solver.makeNumVar(0, 1, "");
        solver.objective().setCoefficient(goes, distance[row][site]);
        served.setCoefficient(goes, 1);
        var onlyOpen = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0);
        onlyOpen.setCoefficient(goes, 1);
        onlyOpen.setCoefficient(open[site], -1);
      }
    }
    solver.objective().setMinimization();
    return run(solver, seconds);
  }

  /** Church and ReVelle 1974; its relaxation where the solver is one of linear programs (GLOP, PDLP, HIGHS_LP). */
  static Answer cover(String name, CoverRows rows, int most, double seconds) {
    var solver = MPSolver.createSolver(name);
    boolean relaxed = !solver.isMip();
    var open = relaxed ? solver.makeNumVarArray(rows.candidates(), 0, 1, "y") : solver.makeBoolVarArray(rows.candidates(), "y");
    var count = solver.makeConstraint(0, most);
    for (var site : open) {
      count.setCoefficient(site, 1);
    }
    for (int row = 0; row < rows.weight().length; row++) {
      MPVariable covered = solver.makeNumVar(0, 1, "");
      solver.objective().setCoefficient(covered, rows.weight()[row]);
      var by = solver.makeConstraint(0, Double.POSITIVE_INFINITY);
      by.setCoefficient(covered, -1);
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        by.setCoefficient(open[rows.site()[entry]], 1);
      }
    }
    solver.objective().setMaximization();
    return run(solver, seconds);
  }

  private static Answer run(MPSolver solver, double seconds) {
    solver.setTimeLimit(Math.round(1e3 * seconds));
    long start = System.nanoTime();
    String status;
    try {
      status = solver.solve().toString();
    } catch (IllegalArgumentException noSuchStatus) {
      status = "UNKNOWN";
    }
    double bound = solver.isMip() ? solver.objective().bestBound() : solver.objective().value();
    return new Answer(status, solver.objective().value(), bound, (System.nanoTime() - start) / 1e9);
  }
}
