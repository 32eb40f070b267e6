package org.commonground.plan.coverage;

import static org.commonground.plan.form.Checked.within;

import java.util.ArrayList;
import java.util.List;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.coverage.Blockage;
import org.commonground.coverage.BlockageBuilding;
import org.commonground.coverage.BlockageByRubble;
import org.commonground.coverage.BlockageByWidth;
import org.commonground.coverage.BlockageWidths;
import org.commonground.coverage.ExpectedSolver;
import org.commonground.coverage.RubbleRules;
import org.commonground.geo.LocalProjection;
import org.commonground.plan.Asked;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Limit;
import org.commonground.statement.Statement;

/**
 * Buildings that collapse, as they were asked for.
 *
 * @param model       {@code tokyo} or {@code rubble}
 * @param damage      buildings, of 100
 * @param blockage    the streets that they block
 * @param assumptions what was assumed, and where its figures come from
 */
public record Collapse(String model, double damage, int samples, long seed, Blockage blockage, List<Statement> assumptions) {

  private static final Limit SAMPLES = new Limit(ExpectedSolver.LEAST_SAMPLES, 2000);
  private static final int DEFAULT_SAMPLES = 200;

  /** @throws InvalidInput where the damage, the samples or the model are not ones that can be asked for */
  public static Collapse of(Asked asked, ExpectedQuery query) {
    var terms = asked.terms();
    double damage = query.damage() == null ? terms.figure("blockage.damagePercent") : query.damage();
    if (!(damage >= 0 && damage <= 100)) {
      throw new InvalidInput(Code.OPTION, "damage", "damage is " + damage + ", but must be 0 to 100.");
    }
    int samples = within("samples", query.samples(), DEFAULT_SAMPLES, SAMPLES);
    var model = query.model() == null || query.model().equals("width") ? "tokyo" : query.model();
    var blockage = blockage(asked, model, damage);
    var assumptions = new ArrayList<Statement>();
    if (query.damage() == null) {
      assumptions.add(terms.sourceOf("blockage.damagePercent"));
    }
    assumptions.addAll(blockage.assumptions());
    assumptions.addAll(terms.sourcesOf(model.equals("tokyo") ? "blockage.width" : "blockage.rubble"));
    return new Collapse(model, damage, samples, query.seed() == null ? 0 : query.seed(), blockage, assumptions);
  }

  private static Blockage blockage(Asked asked, String model, double damage) {
    var city = asked.city();
    var terms = asked.terms();
    return switch (model) {
      case "tokyo" -> BlockageByWidth.of(city.streets(), BlockageWidths.of(terms.rules()), damage, null);
      case "rubble" -> {
        double least = terms.figure("blockage.rubble.leastLevels");
        double most = terms.figure("blockage.rubble.mostLevels");
        var buildings = city.buildings().stream().map(building -> BlockageBuilding.of(building, least, most)).toList();
        yield BlockageByRubble.of(city.streets(), LocalProjection.around(city.area().boundary().getEnvelopeInternal()), buildings,
            RubbleRules.of(terms.rules()), damage);
      }
      default -> throw new InvalidInput(Code.OPTION, "model",
          "There is no model " + Checked.shown(model) + ": choose tokyo (by street width) or rubble.");
    };
  }
}
