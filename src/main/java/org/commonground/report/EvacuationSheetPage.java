package org.commonground.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.plan.evacuation.EvacuationSheet;
import org.commonground.plan.evacuation.EvacuationSheet.Sign;
import org.commonground.plan.evacuation.EvacuationSheet.ToShelter;
import org.commonground.plan.evacuation.EvacuationSheet.WayPart;
import org.springframework.web.util.HtmlUtils;

/**
 * The sheets of an evacuation as one page of HTML that needs nothing else, each district on paper of its own, with lines to sign on. A
 * browser prints it or saves it as PDF.
 */
public final class EvacuationSheetPage {

  private static final String STYLE = """
      body{font:11pt/1.4 system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif;color:#111;background:#fff;margin:0 auto;max-width:190mm;padding:8mm}
      h1{font-size:19pt;margin:0 0 2mm}h2{font-size:13pt;margin:6mm 0 1mm}h3{font-size:11pt;margin:3mm 0 1mm}
      p{margin:1mm 0}ol{margin:1mm 0 2mm;padding-left:7mm}.sheet{break-after:page}.sheet:last-child{break-after:auto}
      h2,h3,tr,li{break-inside:avoid;break-after:auto}h2,h3{break-after:avoid}
      table{border-collapse:collapse;width:100%;font-size:9.5pt}th,td{border:.3mm solid #888;padding:.8mm 1.5mm;text-align:left}
      td.n,th.n{text-align:right}td.n{white-space:nowrap}.map{width:100%;border:.3mm solid #888;margin:2mm 0}.left{font-weight:bold}
      .street{fill:none;stroke:#bbb;stroke-width:1}.outline{fill:none;stroke:#555;stroke-width:1.5;stroke-dasharray:6 4}
      .way{fill:none;stroke:#0b4f8a;stroke-width:4;stroke-opacity:.8;marker-end:url(#go)}.sign{fill:#d60;stroke:#fff;stroke-width:.8}
      .shelter{fill:#0a5c36;stroke:#fff;stroke-width:2}.number{fill:#fff;font:bold 12px sans-serif;text-anchor:middle}
      .scale,.north{fill:none;stroke:#111}.north{fill:#111}.metres{font:11px sans-serif}
      .small{font-size:8.5pt;color:#333}.signing td{height:12mm;width:33%}.arrow{font-size:14pt;line-height:1}
      @page{size:A4;margin:12mm}@media print{body{padding:0;max-width:none}}
      """;

  private final SheetWords words;
  private final StringBuilder html = new StringBuilder();

  private EvacuationSheetPage(SheetWords words) {
    this.words = words;
  }

  /** @param language of the page: zh, else English; sentences about what a plan assumes are English in both */
  public static String of(List<EvacuationSheet> sheets, String language) {
    var page = new EvacuationSheetPage(SheetWords.of(language));
    var title = sheets.isEmpty() ? "" : page.words.name(sheets.get(0).title(), sheets.get(0).titles(), "");
    page.html.append("<!doctype html><html lang=\"").append(page.words.language()).append("\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>").append(escaped(page.words.say("title", title)))
        .append("</title><style>").append(STYLE).append("</style></head><body>");
    sheets.forEach(page::sheet);
    return page.html.append("</body></html>").toString();
  }

  static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private void element(String name, String text) {
    html.append('<').append(name).append('>').append(escaped(text)).append("</").append(name.split(" ")[0]).append('>');
  }

  private void sheet(EvacuationSheet sheet) {
    html.append("<section class=\"sheet\">");
    element("h1", words.say("title", words.name(sheet.district().name(), sheet.district().names(), words.say("outside"))
        + " · " + words.name(sheet.title(), sheet.titles(), "")));
    element("p", words.say("people", sheet.people(), sheet.placed(), sheet.shelters().size()));
    if (sheet.notPlaced() > 0) {
      element("p class=\"left\"", words.say("left", sheet.notPlaced()));
    }
    html.append(SheetMap.of(sheet, words.say("map")));
    element("p class=\"small\"", words.say("map"));
    sheet.shelters().forEach(shelter -> shelter(sheet, shelter));
    element("p class=\"left\"", words.say("note"));
    basis(sheet);
    signing();
    html.append("</section>");
  }

  private void shelter(EvacuationSheet sheet, ToShelter shelter) {
    element("h2", words.say("to", shelter.number(), words.name(shelter.name(), shelter.names(), words.say("unnamed"))));
    element("p", words.say("toLine", shelter.people(), shelter.room(), words.time(shelter.firstSeconds()), words.time(shelter.lastSeconds())));
    if (shelter.beside() > 0) {
      element("p", words.say("beside", shelter.beside()));
    }
    shelter.ways().forEach(way -> way(sheet, way));
    if (shelter.otherwise() > 0) {
      element("p", words.say("otherwise", shelter.otherwise()));
    }
  }

  private void way(EvacuationSheet sheet, WayPart way) {
    element("h3", words.say("way", way.people(), Math.round(way.metres()), words.time(way.walkSeconds())));
    html.append("<ol>");
    way.steps().forEach(step -> element("li", step.text()));
    html.append("</ol>");
    element("h3", words.say("signs", sheet.signFromMetres(), sheet.signToMetres()));
    if (way.signs().isEmpty()) {
      element("p", words.say("noSigns"));
      return;
    }
    html.append("<table><tr>");
    Stream.of("where", "place", "arrow", "onto").forEach(word -> element("th", words.say(word)));
    Stream.of("toGo", "pass", "join").forEach(word -> element("th class=\"n\"", words.say(word)));
    html.append("</tr>");
    way.signs().forEach(this::sign);
    html.append("</table>");
  }

  private void sign(Sign sign) {
    html.append("<tr>");
    element("td", sign.streets().isEmpty() ? words.say("cornerUnnamed") : String.join(" / ", sign.streets()));
    element("td", String.format(Locale.ROOT, "%.5f, %.5f", sign.lat(), sign.lon()));
    element("td class=\"arrow\"", words.arrow(sign.directionDegrees()));
    element("td", Objects.requireNonNullElse(sign.onto(), words.say("streetUnnamed")));
    element("td class=\"n\"", String.format(Locale.ROOT, "%,d m", sign.metresToGo()));
    element("td class=\"n\"", String.format(Locale.ROOT, "%,d", sign.people()));
    element("td class=\"n\"", String.format(Locale.ROOT, "%,d", sign.joining()));
    html.append("</tr>");
  }

  private void basis(EvacuationSheet sheet) {
    var about = sheet.about();
    element("h3", words.say("basis"));
    element("p class=\"small\"", Stream.of(said("hazard", about.hazard(), "none"), said("scenario", about.scenario(), "none"),
        said("rules", about.rules().name() + " " + about.rules().version(), "none"), said("profile", about.profile(), "none"),
        said("dataDate", about.dataDate() == null ? null : about.dataDate().toString(), "unknown")).collect(Collectors.joining(" · ")));
    if (about.shelterNote() != null) {
      element("p class=\"small\"", about.shelterNote());
    }
    html.append("<ul class=\"small\">");
    about.assumptions().forEach(assumption -> element("li", assumption.sentence()));
    html.append("</ul>");
    element("p class=\"small\"", about.attribution());
  }

  private String said(String word, String value, String otherwise) {
    return words.say(word) + ": " + (value == null ? words.say(otherwise) : value);
  }

  private void signing() {
    html.append("<table class=\"signing\"><tr>");
    Stream.of("prepared", "checked", "valid").forEach(word -> element("th", words.say(word)));
    html.append("</tr><tr>");
    var line = words.say("name") + ", " + words.say("date") + ", " + words.say("signature") + ":";
    element("td", line);
    element("td", line);
    element("td", "");
    html.append("</tr></table>");
  }
}
