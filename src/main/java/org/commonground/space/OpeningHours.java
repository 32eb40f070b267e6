package org.commonground.space;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier.Modifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.WeekDayRange;
import java.io.StringReader;
import java.util.BitSet;
import java.util.List;

/**
 * When a place is open, as far as a plain week says it.
 *
 * <p>Read are {@code 24/7}, {@code sunrise-sunset} (also from dawn or to dusk) and rules of week days and times such as
 * {@code Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; Su off}, of which a later one replaces an earlier one for its days. Public and
 * school holidays are not in a plain week, so rules for them alone are passed over. Whatever else a text says (seasons, dates, weeks of
 * the month, comments, open ends) makes it unknown as a whole: half of it could be wrong for most of the year.
 *
 * @param text         as recorded; null where nothing is
 * @param kind         what is known
 * @param hoursPerWeek hours it is open in a plain week; for daylight the mean of the year, which is 12 hours a day everywhere; null
 *                     where that is not known
 */
public record OpeningHours(String text, Kind kind, Double hoursPerWeek) {

  /** What is known of it. */
  public enum Kind { ALWAYS, DAYLIGHT, WEEKLY, UNKNOWN }

  private static final int DAYS = 7;
  private static final int DAY_MINUTES = 24 * 60;
  private static final double DAYLIGHT_HOURS = 12.0 * DAYS;

  /** @param text value of the {@code opening_hours} tag; null where there is none */
  public static OpeningHours of(String text) {
    if (text == null || text.isBlank()) {
      return new OpeningHours(null, Kind.UNKNOWN, null);
    }
    try {
      var rules = new OpeningHoursParser(new StringReader(text)).rules(false);
      if (rules.stream().allMatch(OpeningHours::isDaylight)) {
        return new OpeningHours(text, Kind.DAYLIGHT, DAYLIGHT_HOURS);
      }
      var open = week(rules);
      if (open == null) {
        return new OpeningHours(text, Kind.UNKNOWN, null);
      }
      boolean always = open.cardinality() == DAYS * DAY_MINUTES;
      return new OpeningHours(text, always ? Kind.ALWAYS : Kind.WEEKLY, open.cardinality() / 60.0);
    } catch (OpeningHoursParseException unreadable) {
      return new OpeningHours(text, Kind.UNKNOWN, null);
    }
  }

  private static boolean isDaylight(Rule rule) {
    return isPlain(rule) && rule.getDays() == null && rule.getHolidays() == null && rule.getTimes() != null && rule.getTimes().size() == 1
        && rule.getTimes().get(0).getStartEvent() != null && rule.getTimes().get(0).getStartEvent().getOffset() == 0
        && rule.getTimes().get(0).getEndEvent() != null && rule.getTimes().get(0).getEndEvent().getOffset() == 0
        && isMorning(rule.getTimes().get(0)) && !rule.getTimes().get(0).isOpenEnded();
  }

  private static boolean isMorning(TimeSpan span) {
    return switch (span.getStartEvent().getEvent()) {
      case SUNRISE, DAWN -> switch (span.getEndEvent().getEvent()) {
        case SUNSET, DUSK -> true;
        default -> false;
      };
      default -> false;
    };
  }

  /** Minutes of a week from Monday on in which it is open; null where a rule says more than a plain week can. */
  private static BitSet week(List<Rule> rules) {
    var byDay = new BitSet[DAYS];
    for (var rule : rules) {
      if (!isPlain(rule)) {
        return null;
      }
      boolean holidaysAlone = rule.getHolidays() != null && rule.getDays() == null;
      var days = holidaysAlone ? new BitSet() : days(rule.getDays());
      var open = open(rule);
      if (days == null || open == null) {
        return null;
      }
      days.stream().forEach(day -> {
        byDay[day] = rule.isAdditive() && byDay[day] != null ? (BitSet) byDay[day].clone() : new BitSet();
        byDay[day].or(open);
      });
    }
    var week = new BitSet();
    for (int day = 0; day < DAYS; day++) {
      int midnight = day * DAY_MINUTES;
      if (byDay[day] != null) {
        byDay[day].stream().forEach(minute -> week.set((midnight + minute) % (DAYS * DAY_MINUTES)));
      }
    }
    return week;
  }

  private static boolean isPlain(Rule rule) {
    return rule.getYears() == null && rule.getWeeks() == null && rule.getDates() == null && rule.getComment() == null
        && !rule.isFallBack() && (rule.getModifier() == null
            || rule.getModifier().getComment() == null && rule.getModifier().getModifier() != Modifier.UNKNOWN);
  }

  /** Days from Monday, 0; null where they are counted in the month. */
  private static BitSet days(List<WeekDayRange> ranges) {
    var days = new BitSet();
    if (ranges == null) {
      days.set(0, DAYS);
      return days;
    }
    for (var range : ranges) {
      if (range.getNths() != null || range.getOffset() != 0) {
        return null;
      }
      int last = range.getEndDay() == null ? range.getStartDay().ordinal() : range.getEndDay().ordinal();
      for (int day = range.getStartDay().ordinal(); day != last; day = (day + 1) % DAYS) {
        days.set(day);
      }
      days.set(last);
    }
    return days;
  }

  /** Minutes from the midnight before, beyond the next where it stays open that long; null where they are no plain times. */
  private static BitSet open(Rule rule) {
    var open = new BitSet();
    boolean off = rule.getModifier() != null && rule.getModifier().getModifier() != null
        && rule.getModifier().getModifier() != Modifier.OPEN;
    if (off) {
      return rule.getTimes() == null ? open : null;
    }
    if (rule.isTwentyfourseven() || rule.getTimes() == null) {
      open.set(0, DAY_MINUTES);
      return open;
    }
    for (var span : rule.getTimes()) {
      if (span.getStartEvent() != null || span.getEndEvent() != null || span.isOpenEnded() || span.getInterval() > 0
          || span.getStart() < 0 || span.getEnd() < 0) {
        return null;
      }
      open.set(span.getStart(), span.getEnd() > span.getStart() ? span.getEnd() : span.getEnd() + DAY_MINUTES);
    }
    return open;
  }
}
