package org.commonground.plan.siting;

import static org.commonground.plan.form.FeatureLayer.integer;
import static org.commonground.plan.form.FeatureLayer.real;
import static org.commonground.plan.form.FeatureLayer.text;
import static org.commonground.plan.form.FeatureLayer.yesNo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.plan.form.FeatureLayer;
import org.commonground.plan.form.Places;
import org.commonground.plan.siting.SitingAnswer.SitePart;
import org.commonground.siting.SitingResult;

/**
 * The sites of a result as answers and layers show them.
 *
 * @param factor from the solver's unit to that of the answer
 */
record SitingParts(SitingChoice question, SitingResult result, double factor) {

  /** Without the shelters that stay in any case. */
  List<SitePart> chosen() {
    return IntStream.range(0, result.chosen().length).filter(i -> counts(result.chosen()[i]))
        .mapToObj(i -> part(result.chosen()[i], adds(i), null)).toList();
  }

  /** Those that lose least first. */
  List<SitePart> notChosen(int count) {
    return IntStream.range(0, result.instead().length).filter(site -> !Double.isNaN(result.instead()[site])).boxed()
        .sorted(Comparator.comparingDouble((Integer site) -> result.instead()[site]).thenComparing(Comparator.naturalOrder()))
        .limit(count).map(site -> part(site, null, result.instead()[site] * factor)).toList();
  }

  /** Any set of sites, without what they add. */
  List<SitePart> sites(int[] sites) {
    return Arrays.stream(sites).filter(this::counts).mapToObj(site -> part(site, null, null)).toList();
  }

  private boolean counts(int site) {
    return site >= question.before() || question.movable();
  }

  private Double adds(int i) {
    return result.alone().length == 0 ? null : Double.valueOf(result.alone()[i] * factor);
  }

  private SitePart part(int site, Double adds, Double loses) {
    var shelter = question.shelters().get(site).shelter();
    var candidate = site < question.before() ? null : question.candidates().get(site - question.before());
    var space = candidate == null ? null : candidate.space();
    var middle = shelter.geometry().getInteriorPoint();
    return new SitePart(space == null ? null : space.id(), place(site), candidate == null ? site : null,
        space == null ? shelter.sourceId() : space.sourceId(), shelter.name(), space == null ? Map.of() : space.names(),
        Places.degrees(middle.getX()), Places.degrees(middle.getY()), candidate == null ? 0 : candidate.cost(), shelter.capacity(),
        candidate == null ? null : candidate.room(), candidate == null ? null : candidate.verdict(), adds, loses);
  }

  /** Drawn places come last. */
  private Integer place(int site) {
    int place = site - (question.shelters().size() - question.query().places().size());
    return place < 0 ? null : Integer.valueOf(place);
  }

  /** Every candidate, chosen or not: its outline, or its place. */
  FeatureLayer layer() {
    var columns = List.of(integer("id"), yesNo("chosen"), integer("space"), integer("place"), integer("shelter"), text("name"),
        real("cost"), integer("capacity"), text("verdict"), real("adds"), real("loses"), text("sourceId"));
    var sites = IntStream.range(0, question.shelters().size())
        .filter(site -> counts(site) && question.shelters().get(site).open()).toArray();
    return new FeatureLayer("siting_result", columns, IntStream.range(0, sites.length).mapToObj(id -> {
      int at = Arrays.binarySearch(result.chosen(), sites[id]);
      double instead = result.instead().length == 0 ? Double.NaN : result.instead()[sites[id]];
      var part = part(sites[id], at < 0 ? null : adds(at), at >= 0 || Double.isNaN(instead) ? null : Double.valueOf(instead * factor));
      return new FeatureLayer.Row(question.shelters().get(sites[id]).shelter().geometry(), new Object[] {id, at >= 0, part.space(),
          part.place(), part.shelter(), part.name(), part.cost(), part.capacity(), part.verdict(), part.adds(), part.loses(),
          part.sourceId()});
    }).toList());
  }
}
