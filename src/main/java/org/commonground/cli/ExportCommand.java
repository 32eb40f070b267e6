package org.commonground.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import org.commonground.plan.result.ResultKind;
import org.commonground.report.LayerExport;
import org.commonground.report.LayerExport.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a layer to a file, whole or not at all. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes a layer to a file.")
final class ExportCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Mixin
  private Question question;

  @Option(names = "--layer", required = true, description = "${COMPLETION-CANDIDATES}", completionCandidates = Names.class)
  private String layer;

  @Option(names = "--format", defaultValue = "geojson", description = "geojson (default), csv, gpkg or fgb")
  private String format;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write")
  private Path out;

  @Option(names = "--k", description = "of a result: how many different shelters one must reach, 1 to 3")
  private Integer k;

  @Mixin
  private CollapseOptions collapse;

  @Mixin
  private Connection connection;

  @Mixin
  private Answer answer;

  static final class Names extends ArrayList<String> {

    Names() {
      super(LayerExport.LAYERS);
    }
  }

  record Written(String area, String layer, String format, String file, int features, String attribution) {
  }

  @Override
  public void run() {
    var wanted = Format.of(format);
    try (var source = connection.open()) {
      var planner = Connection.planner(source);
      var snapshot = planner.snapshot(question.area);
      var rows = LayerExport.layer(layer, snapshot.city(),
          name -> ResultKind.layer(name, planner, collapse.query(question.query(null, k))));
      WholeFile.write("--out", out, stream -> LayerExport.write(rows, snapshot.city(), wanted, stream));
      answer.print(spec, new Written(question.area, layer, format, out.toString(), rows.rows().size(),
          snapshot.city().area().attribution()), written -> written.features() + " features written to " + written.file()
              + " (" + written.attribution() + ")");
    }
  }
}
