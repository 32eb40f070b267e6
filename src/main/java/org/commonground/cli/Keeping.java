package org.commonground.cli;

import java.util.function.Function;
import org.commonground.plan.Planner;
import org.commonground.plan.job.JobWatch;
import org.commonground.plan.result.ResultKind;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether an answer is kept. */
final class Keeping {

  @Option(names = "--keep", paramLabel = "NAME", description = "keeps the answer and its layers in the store under this name")
  private String keep;

  boolean wanted() {
    return keep != null;
  }

  /** @param ask answers the question where it is not kept */
  <Q, A> A answer(CommandSpec command, Connection connection, ResultKind<Q, A> kind, String area, Q question, Function<Planner, A> ask) {
    return answer(command, connection, kind, area, question, JobWatch.NONE, ask);
  }

  /** @param watch of the search for the answer where it is kept */
  <Q, A> A answer(CommandSpec command, Connection connection, ResultKind<Q, A> kind, String area, Q question, JobWatch watch,
      Function<Planner, A> ask) {
    try (var source = connection.open()) {
      if (keep == null) {
        return ask.apply(Connection.planner(source));
      }
      var kept = Connection.results(source).keep(kind, area, keep, question, watch);
      command.commandLine().getErr().println("Kept as result " + kept.entry().id() + ", \"" + kept.entry().name() + "\".");
      return kept.answer();
    }
  }
}
