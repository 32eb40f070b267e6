package org.commonground.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.evacuation.EvacuationAnswer;
import org.commonground.report.EvacuationSheetPage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Sheets of the ways of each district, written beside an answer. */
final class SheetOptions {

  @Option(names = "--sheets", paramLabel = "FILE", description = "also writes the ways of each district, with turns and places for signs, as "
      + "a page of HTML that prints")
  private Path file;

  @Option(names = "--lang", paramLabel = "LANGUAGE", description = "of the sheets: en (default) or zh")
  private String language;

  /** @throws InvalidInput before anything is searched for */
  void check() {
    if (language != null && (file == null || !language.equals("en") && !language.equals("zh"))) {
      throw new InvalidInput(Code.OPTION, "--lang", "--lang is " + language + ", but " + (file == null ? "is only for --sheets."
          : "must be en or zh."));
    }
    if (file != null) {
      WholeFile.check("--sheets", file);
    }
  }

  void write(CommandSpec command, EvacuationAnswer answer) {
    if (file != null) {
      var sheets = answer.detail().sheets().in(null, language);
      WholeFile.write("--sheets", file, out -> out.write(EvacuationSheetPage.of(sheets, language).getBytes(StandardCharsets.UTF_8)));
      command.commandLine().getErr().println(sheets.size() + " sheets written to " + file + ".");
    }
  }
}
