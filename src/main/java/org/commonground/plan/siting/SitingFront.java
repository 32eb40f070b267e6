package org.commonground.plan.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.commonground.plan.Asked;
import org.commonground.plan.form.Readings;
import org.commonground.plan.siting.SitingAnswer.FrontPart;
import org.commonground.plan.space.JudgedCity;
import org.commonground.siting.CoverProblem;
import org.commonground.siting.CoverRows;
import org.commonground.siting.Front;
import org.commonground.siting.SitingLimits;
import org.commonground.statement.Statement;

/** What people in time and everyday worth cost each other: choices of which none is better in one without being worse in the other. */
final class SitingFront {

  /** Points of a site that is worth everything that the rules ask for. */
  private static final int FULL = 100;
  private static final int LEAST_MILLIS = 1_000;

  static final Statement ASSUMPTION = SitingWording.EVERYDAY_WORTH.with(FULL);

  private SitingFront() {
  }

  /**
   * Of each site, by the shelters of now and then by the candidates.
   *
   * @param plain by day with nothing in the way
   * @param kept  whether the shelters of now stay in any case, so that their worth is in no choice
   */
  static List<Readings> worths(Asked asked, Asked plain, List<SitingCandidate> candidates, int before, boolean kept) {
    var judged = JudgedCity.of(asked.snapshot(), asked.terms());
    var worths = new ArrayList<Readings>();
    for (int shelter = 0; shelter < before; shelter++) {
      var space = kept ? null : asked.snapshot().shelterSpaces().spaceOfShelter().get(shelter);
      worths.add(space == null ? null : Readings.of(judged.everydayWorth(judged.one(space), plain)));
    }
    candidates.forEach(candidate -> worths.add(candidate.space() == null ? null
        : Readings.of(judged.everydayWorth(judged.one(candidate.space()), plain))));
    return worths;
  }

  /** @param limits of all searches together, by what they say of cancelling, and of each alone */
  static Front.Found of(SitingChoice question, CoverProblem problem, SitingLimits limits) {
    int most = question.query().front();
    var builder = new CoverRows.Builder(question.shelters().size());
    for (int site = 0; site < question.shelters().size(); site++) {
      builder.add(new int[] {site}, 1, points(question, site, false));
    }
    long each = Math.max(LEAST_MILLIS, limits.millis() / most);
    return Front.of(problem, new CoverProblem(problem.choice(), builder.build()), most, new SitingLimits(each, 0, limits.cancelled()));
  }

  static List<FrontPart> parts(SitingChoice question, Front.Found found, SitingParts parts) {
    return found.points().stream().map(point -> new FrontPart(point.first(), Double.isFinite(point.bound()) ? point.bound() : null,
        point.proven(), sum(question, point.chosen(), false), sum(question, point.chosen(), true), parts.sites(point.chosen()))).toList();
  }

  private static int sum(SitingChoice question, int[] chosen, boolean optimistic) {
    return IntStream.of(chosen).map(site -> points(question, site, optimistic)).sum();
  }

  private static int points(SitingChoice question, int site, boolean optimistic) {
    var worth = question.everyday().get(site);
    return worth == null ? 0 : (int) Math.round(FULL * (optimistic ? worth.optimistic() : worth.pessimistic()));
  }
}
