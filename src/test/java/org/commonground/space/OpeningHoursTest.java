package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.commonground.space.OpeningHours.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "24/7 | ALWAYS | 168",
      "Mo-Su 00:00-24:00 | ALWAYS | 168",
      "sunrise-sunset | DAYLIGHT | 84",
      "dawn-dusk | DAYLIGHT | 84",
      "Mo-Fr 08:00-18:00 | WEEKLY | 50",
      "Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; Su off | WEEKLY | 43",
      "Mo-Su 08:00-20:00; We 10:00-12:00 | WEEKLY | 74",
      "Mo-Su 08:00-20:00; PH off | WEEKLY | 84",
      "Mo-Fr,PH 09:00-10:00 | WEEKLY | 5",
      "08:00-20:00 | WEEKLY | 84",
      "Sa-Mo 10:00-11:00 | WEEKLY | 3",
      "Fr 22:00-02:00 | WEEKLY | 4",
      "Su 22:00-02:00; Mo 01:00-03:00 | WEEKLY | 5",
      "Mo 08:00-10:00, Mo 09:00-12:00 | WEEKLY | 4",
      "Mo-Fr 08:00-18:00; We off | WEEKLY | 40"})
  void plainWeeks(String text, Kind kind, double hours) {
    assertEquals(new OpeningHours(text, kind, hours), OpeningHours.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Apr-Sep 08:00-20:00", "Mo-Fr 08:00-18:00; Dec 25 off", "week 1-26 Mo 08:00-10:00", "Mo[1] 10:00-12:00",
      "\"by appointment\"", "Mo-Fr 08:00+", "sunrise-20:00", "(sunrise+01:00)-sunset", "always", "8 bis 18 Uhr", "Mo-Fr 08:00-18:00 || \"call\"",
      "2024 Mo 08:00-10:00", "Mo-Fr unknown", "Mo-Fr 08:00-18:00 \"ring the bell\"", "Mo-Su 08:00-20:00; 12:00-13:00 off", "sunset-sunrise"})
  void whateverElseIsUnknownWithItsText(String text) {
    assertEquals(new OpeningHours(text, Kind.UNKNOWN, null), OpeningHours.of(text));
  }

  @Test
  void nothingRecordedIsUnknownToo() {
    assertEquals(Kind.UNKNOWN, OpeningHours.of(null).kind());
    assertNull(OpeningHours.of(" ").text());
  }
}
