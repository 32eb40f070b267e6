package org.commonground.siting;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;

/** The linear relaxation of a cover as a linear program, by GLOP. */
final class RelaxationPeer {

  static {
    Loader.loadNativeLibraries();
  }

  private RelaxationPeer() {
  }

  /** Most weight that shares of sites cover, with what the sites themselves are worth. */
  static double most(CoverRows rows, SiteChoice choice) {
    var solver = MPSolver.createSolver("GLOP");
    var fixed = Fixed.of(choice);
    var share = new MPVariable[choice.candidates()];
    var together = solver.makeConstraint(0, choice.most());
    solver.objective().setMaximization();
    for (int site = 0; site < share.length; site++) {
      share[site] = solver.makeNumVar(fixed[site] == Fixed.IN ? 1 : 0, fixed[site] == Fixed.OUT ? 0 : 1, "");
      together.setCoefficient(share[site], 1);
      solver.objective().setCoefficient(share[site], choice.worth(site));
    }
    for (int row = 0; row < rows.count(); row++) {
      var covered = solver.makeNumVar(0, 1, "");
      var byShares = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0);
      byShares.setCoefficient(covered, 1);
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        byShares.setCoefficient(share[rows.site()[entry]], -1);
      }
      solver.objective().setCoefficient(covered, rows.weight()[row]);
    }
    if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
      throw new IllegalStateException("no optimum");
    }
    double most = solver.objective().value();
    solver.delete();
    return most;
  }
}
