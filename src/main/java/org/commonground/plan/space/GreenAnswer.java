package org.commonground.plan.space;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonground.coverage.GreenSupply;
import org.commonground.plan.Asked;
import org.commonground.plan.form.DistrictName;
import org.commonground.plan.form.Found;
import org.commonground.plan.form.Places;
import org.commonground.plan.form.Provenance;
import org.commonground.plan.form.Readings;
import org.commonground.plan.rules.Terms;
import org.commonground.statement.Statement;

/**
 * The public green that people have.
 *
 * @param about       its parts stand beside these
 * @param demandedM2  per person, by the rules, where they say nothing else for a life circle
 * @param minutes     the three times within which it is walked to
 * @param all         everybody
 * @param districts   add up to {@code all}; those outside every district last, without id
 */
public record GreenAnswer(@JsonUnwrapped Provenance about, double demandedM2, List<Integer> minutes, Part all, List<Part> districts) {

  /** With its layer. */
  public static Found<GreenAnswer> find(SpacesQuestion question) {
    var answer = of(question.plain(), question.judged());
    return new Found<>(answer, Map.of("district_green", () -> GreenLayer.of(question.asked().city(), answer)));
  }

  static GreenAnswer of(Asked plain, JudgedCity judged) {
    var found = judged.everyday(plain);
    var minutes = judged.minutes();
    var told = new ArrayList<>(found.assumptions());
    var demanded = IntStream.rangeClosed(1, minutes.length).mapToDouble(circle -> demanded(plain.terms(), circle, told)).toArray();
    var districts = new ArrayList<Part>();
    for (var district : plain.city().districts()) {
      districts.add(part(DistrictName.of(plain.city(), district.id()), found.districts().get(district.id()), minutes, demanded));
    }
    if (found.outside().people() > 0 || found.outside().greenM2() > 0) {
      districts.add(part(DistrictName.of(plain.city(), -1), found.outside(), minutes, demanded));
    }
    return new GreenAnswer(plain.provenance(0, told), plain.terms().figure("everyday.greenM2PerPerson"),
        IntStream.of(minutes).boxed().toList(), part(DistrictName.of(plain.city(), -1), found.total(), minutes, demanded), districts);
  }

  /** By the rules' life circle of that number, else by what they demand anywhere. */
  private static double demanded(Terms terms, int circle, List<Statement> told) {
    var own = "everyday.circle" + circle + ".greenM2PerPerson";
    var key = terms.rules().find(own).isPresent() ? own : "everyday.greenM2PerPerson";
    var source = terms.sourceOf(key);
    if (!told.contains(source)) {
      told.add(source);
    }
    return terms.figure(key);
  }

  private static Part part(DistrictName district, GreenSupply supply, int[] minutes, double[] demanded) {
    var within = IntStream.range(0, minutes.length).mapToObj(limit -> {
      var some = supply.within().get(limit);
      return new Within(minutes[limit], some.sure(), some.unknown(), some.without(), supply.people() == 0 ? null
          : Readings.of(supply.perPerson(some.leastM2()), supply.perPerson(some.mostM2())), demanded[limit]);
    }).toList();
    var each = supply.greenM2PerPerson();
    return new Part(district, supply.people(), Places.metres(supply.greenM2()), each == null ? null : Double.valueOf(Math.round(100 * each) / 100.0),
        within);
  }

  /**
   * @param m2PerPerson public green on its ground for each who lives there; null where nobody does
   * @param within      one entry for each of the times
   */
  public record Part(@JsonUnwrapped DistrictName district, long people, double greenM2, Double m2PerPerson, List<Within> within) {
  }

  /**
   * Persons who reach green: {@code sure + unknown + without} are all.
   *
   * @param m2PerPerson of the green that is walked to, shared with all who walk to it; null where nobody lives there
   * @param demandedM2  per person of the life circle of so many minutes, by the rules
   */
  public record Within(int minutes, long sure, long unknown, long without, Readings m2PerPerson, double demandedM2) {
  }
}
