package org.commonground.report;

import java.util.Locale;
import java.util.Map;

/** What a printed sheet says, in English or Chinese. */
enum SheetWords {
  EN("en", Map.ofEntries(
      Map.entry("title", "Ways to safety: %s"), Map.entry("outside", "outside every district"),
      Map.entry("people", "%,d people live here. The plan leads %,d to %d shelters."),
      Map.entry("left", "For %,d of them the plan has no place."),
      Map.entry("map", "Map of the ways to the shelters. Arrows are signs."),
      Map.entry("to", "%d. To %s"), Map.entry("unnamed", "the shelter without a recorded name"),
      Map.entry("toLine", "%,d people of this district; room for %,d in all. The first are there after %s, the last after %s."),
      Map.entry("way", "Way for %,d people, %,d m, %s for one who walks all of it alone"), Map.entry("beside",
          "%,d live on its ground or at its gate."), Map.entry("otherwise", "%,d more come by other streets."),
      Map.entry("steps", "Way"), Map.entry("signs", "Signs at junctions %,d to %,d m from the shelter"),
      Map.entry("where", "Where"), Map.entry("arrow", "Arrow"), Map.entry("onto", "onto"), Map.entry("toGo", "to go"),
      Map.entry("pass", "people who pass"), Map.entry("join", "of them join here"), Map.entry("noSigns", "No junction needs a sign."),
      Map.entry("place", "Place"), Map.entry("corner", "%s"), Map.entry("cornerUnnamed", "junction without recorded names"),
      Map.entry("streetUnnamed", "no recorded name"), Map.entry("basis", "What this rests on"),
      Map.entry("hazard", "Hazard"), Map.entry("none", "none"), Map.entry("scenario", "Scenario"), Map.entry("rules", "Rules"),
      Map.entry("dataDate", "Date of the map data"), Map.entry("unknown", "not recorded"), Map.entry("profile", "People walk as"),
      Map.entry("prepared", "Prepared by"), Map.entry("checked", "Checked on site by"), Map.entry("valid", "Valid until"),
      Map.entry("name", "Name"), Map.entry("date", "Date"), Map.entry("signature", "Signature"),
      Map.entry("note", "A plan is no promise: follow the people in charge, and turn back where water, fire or rubble is before you."))),
  ZH("zh", Map.ofEntries(
      Map.entry("title", "疏散路线单：%s"), Map.entry("outside", "不属于任何社区"),
      Map.entry("people", "本区%,d人。方案引导其中%,d人前往%d处避难场所。"),
      Map.entry("left", "其中%,d人在方案中没有名额。"),
      Map.entry("map", "前往避难场所的路线图。箭头为标志。"),
      Map.entry("to", "%d. 前往%s"), Map.entry("unnamed", "未记录名称的避难场所"),
      Map.entry("toLine", "本区%,d人；该场所共可容纳%,d人。最先到达在%s后，最后到达在%s后。"),
      Map.entry("way", "%,d人的路线，%,d米，一人走完全程需%s"), Map.entry("beside", "其中%,d人就住在场所内或入口旁。"), Map.entry("otherwise", "另有%,d人经其他街道前来。"),
      Map.entry("steps", "路线"), Map.entry("signs", "距避难场所%,d至%,d米各路口的标志"),
      Map.entry("where", "位置"), Map.entry("arrow", "箭头"), Map.entry("onto", "转入"), Map.entry("toGo", "剩余距离"),
      Map.entry("pass", "经过人数"), Map.entry("join", "其中在此汇入"), Map.entry("noSigns", "没有路口需要标志。"),
      Map.entry("place", "坐标"), Map.entry("corner", "%s"), Map.entry("cornerUnnamed", "未记录名称的路口"),
      Map.entry("streetUnnamed", "未记录名称"), Map.entry("basis", "依据"),
      Map.entry("hazard", "灾害"), Map.entry("none", "无"), Map.entry("scenario", "情景"), Map.entry("rules", "规则"),
      Map.entry("dataDate", "地图数据日期"), Map.entry("unknown", "未记录"), Map.entry("profile", "步行方式"),
      Map.entry("prepared", "编制"), Map.entry("checked", "现场核对"), Map.entry("valid", "有效期至"),
      Map.entry("name", "姓名"), Map.entry("date", "日期"), Map.entry("signature", "签字"),
      Map.entry("note", "方案不是保证：请服从现场指挥；前方有水、火或瓦砾时请折返。")));

  private final String language;
  private final Map<String, String> words;

  SheetWords(String language, Map<String, String> words) {
    this.language = language;
    this.words = words;
  }

  /** English where the language is null or none of ours. */
  static SheetWords of(String language) {
    return language != null && language.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
  }

  String language() {
    return language;
  }

  String say(String word, Object... with) {
    return String.format(Locale.ROOT, words.get(word), with);
  }

  /** In the sheet's language where it is recorded, else in that of the place. */
  String name(String name, Map<String, String> names, String otherwise) {
    var own = names == null ? null : names.get(language);
    return own != null ? own : name != null ? name : otherwise;
  }

  String time(int seconds) {
    return this == ZH ? seconds < 60 ? seconds + "秒" : seconds / 60 + "分" + (seconds % 60 == 0 ? "钟" : seconds % 60 + "秒")
        : seconds < 60 ? seconds + " s" : seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
  }

  /** Eight directions by their arrows. */
  String arrow(int degrees) {
    return String.valueOf("↑↗→↘↓↙←↖".charAt(Math.floorMod(Math.round(degrees / 45f), 8)));
  }
}
