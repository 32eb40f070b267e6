package org.commonground.network;

import static org.commonground.network.Passability.NO;
import static org.commonground.network.Passability.UNKNOWN;
import static org.commonground.network.Passability.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class PassabilityTest {

  /** What is recorded of a street; everything else is not. */
  private record Facts(String surface, String smoothness, String kerb, String wheelchair, String incline, boolean steps,
      String access) {

    Facts surface(String value) {
      return new Facts(value, smoothness, kerb, wheelchair, incline, steps, access);
    }

    Facts smoothness(String value) {
      return new Facts(surface, value, kerb, wheelchair, incline, steps, access);
    }

    Facts kerb(String value) {
      return new Facts(surface, smoothness, value, wheelchair, incline, steps, access);
    }

    Facts wheelchair(String value) {
      return new Facts(surface, smoothness, kerb, value, incline, steps, access);
    }

    Facts incline(String value) {
      return new Facts(surface, smoothness, kerb, wheelchair, value, steps, access);
    }

    Facts stairs() {
      return new Facts(surface, smoothness, kerb, wheelchair, incline, true, access);
    }

    Facts access(String value) {
      return new Facts(surface, smoothness, kerb, wheelchair, incline, steps, value);
    }
  }

  private static void expect(Passability expected, Profile profile, UnaryOperator<Facts> recorded) {
    var facts = recorded.apply(new Facts(null, null, null, null, null, false, null));
    var street = new Street(0, 0, 0, 1, TestCity.line(new Coordinate(), new Coordinate(9, 0)), 9_000, "footway", null, Map.of(),
        null, facts.surface, facts.smoothness, facts.steps, facts.kerb, facts.wheelchair, facts.incline, false, false, 0,
        facts.access, null);
    assertEquals(expected, Passability.of(street, profile), () -> profile.name() + " on " + facts);
  }

  private static void onWheels(Passability expected, UnaryOperator<Facts> recorded) {
    expect(expected, TestCity.WHEELCHAIR, recorded);
  }

  private static void onFoot(Passability expected, UnaryOperator<Facts> recorded) {
    expect(expected, TestCity.ADULT, recorded);
  }

  @Test
  void whoeverWalksNeedsOnlyAccess() {
    onFoot(YES, none -> none);
    onFoot(YES, Facts::stairs);
    onFoot(YES, none -> none.surface("mud").kerb("raised").wheelchair("no").incline("40%"));
    onFoot(YES, none -> none.access("designated"));
    onFoot(NO, none -> none.access("no"));
    onFoot(NO, none -> none.access("private"));
    expect(NO, new Profile("pram", 1, 0, false, 100), Facts::stairs);
  }

  @Test
  void stairsAndPrivateWaysAreClosedToWheelsWhateverElseIsRecorded() {
    onWheels(NO, Facts::stairs);
    onWheels(NO, none -> none.stairs().wheelchair("yes"));
    onWheels(NO, none -> none.access("private").wheelchair("yes").surface("asphalt"));
  }

  @Test
  void unknownSurfaceOrKerbIsARange() {
    onWheels(UNKNOWN, none -> none);
    onWheels(UNKNOWN, none -> none.surface("something new"));
    onWheels(UNKNOWN, none -> none.smoothness("odd"));
    onWheels(YES, none -> none.surface("asphalt"));
    onWheels(YES, none -> none.smoothness("good"));
    onWheels(UNKNOWN, none -> none.surface("asphalt").kerb("yes"));
    onWheels(UNKNOWN, none -> none.surface("asphalt").kerb("rolled"));
    onWheels(UNKNOWN, none -> none.kerb("lowered"));
    onWheels(YES, none -> none.surface("asphalt").kerb("lowered"));
    onWheels(UNKNOWN, none -> none.surface("asphalt").wheelchair("limited"));
  }

  @Test
  void oneBadFactCloses() {
    onWheels(NO, none -> none.surface("asphalt").kerb("raised"));
    onWheels(NO, none -> none.surface("gravel"));
    onWheels(NO, none -> none.surface("gravel").smoothness("good"));
    onWheels(NO, none -> none.surface("asphalt").smoothness("very_bad"));
    onWheels(NO, none -> none.surface("asphalt").wheelchair("no"));
    onWheels(NO, none -> none.surface("asphalt").incline("12%"));
    onWheels(NO, none -> none.incline("-12 %"));
  }

  @Test
  void whoeverWroteThatItWorksOnWheelsIsBelieved() {
    onWheels(YES, none -> none.wheelchair("yes"));
    onWheels(YES, none -> none.wheelchair("designated").kerb("raised").surface("gravel").incline("12%"));
  }

  @Test
  void inclines() {
    onWheels(YES, none -> none.surface("asphalt").incline("6%"));
    onWheels(NO, none -> none.surface("asphalt").incline("6.1%"));
    onWheels(NO, none -> none.surface("asphalt").incline("6,1 %"));
    onWheels(YES, none -> none.surface("asphalt").incline("3°"));
    onWheels(NO, none -> none.surface("asphalt").incline("-4°"));
    onWheels(NO, none -> none.surface("asphalt").incline("90°"));
    onWheels(YES, none -> none.surface("asphalt").incline("0"));
    for (var vague : new String[] {"up", "down", "yes", "steep", "5", "", "1:12", "NaN%"}) {
      onWheels(UNKNOWN, none -> none.surface("asphalt").incline(vague));
    }
  }
}
