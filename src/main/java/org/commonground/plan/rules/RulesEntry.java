package org.commonground.plan.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.commonground.rules.RulePack.Standard;

/**
 * A rule pack in a list.
 *
 * @param family   whose standards they are
 * @param parent   the pack whose figures hold where it is silent; null where it stands alone
 * @param chosen   whether it is meant where a question names none
 * @param minutes  what counts as in time where a question does not say
 * @param profiles how people may move, the first is the default
 * @param figures  how many it has, with its parent's; {@code own} of them are its own, {@code verified} were compared with the primary
 *                 text
 */
public record RulesEntry(String name, String version, String title, Map<String, String> titles, String family,
    @JsonProperty("extends") String parent, @JsonProperty("default") boolean chosen, List<Standard> standards, int minutes,
    List<ProfileAnswer> profiles, int figures, int own, int verified) {

  static RulesEntry of(Terms terms) {
    var pack = terms.rules();
    var figures = pack.figures().values();
    return new RulesEntry(pack.name(), pack.version(), pack.title(), pack.titles(), pack.family(), pack.parent(),
        pack.name().equals(Rules.DEFAULT), pack.standards(), terms.defaultMinutes(), terms.profiles(), figures.size(),
        (int) figures.stream().filter(figure -> figure.pack().equals(pack.name())).count(),
        (int) figures.stream().filter(figure -> figure.verified()).count());
  }
}
