package org.commonground.plan.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.evacuation.BlockageSamples;
import org.commonground.evacuation.EvacuationLimits;
import org.commonground.evacuation.EvacuationResult;
import org.commonground.evacuation.LossMidway;
import org.commonground.evacuation.QueueResult;
import org.commonground.evacuation.Staging;
import org.commonground.network.Unknowns;
import org.commonground.plan.evacuation.EvacuationAnswer.BlockagePart;
import org.commonground.plan.evacuation.EvacuationAnswer.LossPart;
import org.commonground.plan.evacuation.EvacuationAnswer.Stage;
import org.commonground.plan.evacuation.EvacuationAnswer.StagedPart;
import org.commonground.plan.form.DistrictName;

/** What else can be asked of an evacuation: which districts should wait, and what a loss on the way means. */
record EvacuationMore(EvacuationChoice question, EvacuationModel model, EvacuationResult plan, int mostSteps) {

  private static final int[] WAIT_MINUTES = {2, 5, 10, 15, 20, 30};
  private static final int MOST_RUNS = 200;

  /** @param waits of all districts, those that set out at once too */
  record Staged(List<Stage> waits, int savesSeconds, StagedPart told) {
  }

  Staged staged(EvacuationLimits limits) {
    var zone = model.sources().stream().mapToInt(EvacuationModel.People::district).toArray();
    var waits = IntStream.of(WAIT_MINUTES).map(minutes -> 60 * minutes / question.stepSeconds()).toArray();
    var result = Staging.solve(new Staging.StagingProblem(model.problem(), model.streets().storage(), zone, question.districts(), waits,
        new long[] {question.seed()}, mostSteps, MOST_RUNS), limits);
    var told = new ArrayList<Stage>();
    for (int district = 0; district < question.districts(); district++) {
      boolean outside = district == question.districts() - 1;
      int at = district;
      if (!outside || IntStream.of(zone).anyMatch(each -> each == at)) {
        told.add(new Stage(DistrictName.of(question.asked().city(), outside ? -1 : district), model.seconds(result.waitSteps()[district]) / 60.0));
      }
    }
    QueueResult before = result.unstaged().get(0);
    QueueResult after = result.staged().get(0);
    return new Staged(told, model.seconds(before.clearanceSteps() - after.clearanceSteps()), new StagedPart(after.placed() - before.placed(),
        model.seconds(after.clearanceSteps()), after.placed(), result.settled()));
  }

  /** The first of the samples has nothing blocked, to hold the others against. */
  BlockagePart blockage(EvacuationLimits limits) {
    var collapse = question.collapse();
    var blocked = new int[collapse.samples() + 1][];
    blocked[0] = new int[0];
    for (int sample = 0; sample < collapse.samples(); sample++) {
      var streets = collapse.blockage().blocked(Unknowns.PESSIMISTIC, collapse.seed(), sample);
      blocked[sample + 1] = IntStream.range(0, model.problem().network().arcCount())
          .filter(arc -> model.streets().opposite()[arc] >= 0 && streets.get(model.streets().street()[arc])).toArray();
    }
    var all = BlockageSamples.run(model.problem(), null, blocked, question.seed(), mostSteps, limits).samples();
    var none = all.stream().filter(sample -> sample.index() == 0).findFirst();
    var some = new BlockageSamples.Distribution(collapse.samples(), all.stream().filter(sample -> sample.index() > 0).toList());
    return new BlockagePart(some.samples().size(), collapse.seed(), none.map(sample -> model.seconds(sample.clearanceSteps())).orElse(null),
        quantile(some, 0.1), quantile(some, 0.5), quantile(some, 0.9), quantile(some, 1), Math.round(some.mean(BlockageSamples.Sample::notPlaced))
            + (long) model.outside(), some.samples().stream().mapToInt(sample -> model.seconds(sample.clearanceSteps())).toArray());
  }

  private int quantile(BlockageSamples.Distribution samples, double share) {
    return model.seconds(samples.quantile(share, BlockageSamples.Sample::clearanceSteps));
  }

  LossPart loss(EvacuationLimits limits) {
    var lost = question.query().loss();
    int step = (int) (60 * lost.get(0).minutes() / question.stepSeconds());
    var shelters = lost.stream().filter(each -> each.shelter() != null).mapToInt(EvacuationQuery.Lost::shelter).distinct().toArray();
    var streets = lost.stream().filter(each -> each.street() != null).map(EvacuationQuery.Lost::street).toList();
    var arcs = IntStream.range(0, model.problem().network().arcCount())
        .filter(arc -> model.streets().opposite()[arc] >= 0 && streets.contains(model.streets().street()[arc])).toArray();
    var outcome = LossMidway.of(model.problem(), plan.routes(), new LossMidway.Loss(step, arcs, shelters, false), limits);
    return new LossPart((int) lost.get(0).minutes(), model.seconds(outcome.clearanceSteps(outcome.anew())),
        model.seconds(outcome.lowerBoundSteps()), outcome.placed(outcome.anew()), model.seconds(outcome.clearanceSteps(outcome.kept())),
        outcome.placed(outcome.kept()), outcome.affected(), outcome.cameOut(), outcome.turnedBack());
  }
}
