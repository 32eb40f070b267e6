package org.commonground.plan.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.commonground.rules.RulePack.Figure;
import org.commonground.rules.RulePack.Movement;
import org.commonground.rules.RulePack.Standard;

/**
 * One rule pack with all its figures and how people move, each with the pack that says so.
 *
 * @param parent    the pack whose figures hold where it is silent; null where it stands alone
 * @param figures   its parent's first
 * @param movements in the order of the profiles
 */
public record RulesAnswer(String name, String version, String title, Map<String, String> titles, String family,
    @JsonProperty("extends") String parent, List<Standard> standards, List<FigurePart> figures, List<MovementPart> movements) {

  /** @param figure its parts stand beside the key */
  public record FigurePart(String key, @JsonUnwrapped Figure figure) {
  }

  /** @param movement its parts stand beside the profile's name */
  public record MovementPart(String profile, @JsonUnwrapped Movement movement) {
  }

  static RulesAnswer of(Terms terms) {
    var pack = terms.rules();
    return new RulesAnswer(pack.name(), pack.version(), pack.title(), pack.titles(), pack.family(), pack.parent(), pack.standards(),
        pack.figures().entrySet().stream().map(figure -> new FigurePart(figure.getKey(), figure.getValue())).toList(),
        pack.movements().entrySet().stream().map(movement -> new MovementPart(movement.getKey(), movement.getValue())).toList());
  }
}
