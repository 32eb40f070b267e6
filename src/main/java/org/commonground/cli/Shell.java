package org.commonground.cli;

import java.util.function.Consumer;
import org.commonground.city.InvalidInput;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Without a command it serves; with one it answers and ends: exit 0 done, 1 a fault of ours, 2 the caller's mistake. */
public final class Shell {

  /** Instead of an exit code: the service runs on. */
  public static final int SERVING = -1;

  private static final int FAULT = 1;
  private static final int MISTAKE = 2;

  /**
   * What the service is started with.
   *
   * @param port     0 for any free one
   * @param address  of the network interface; {@code localhost} for this machine only
   * @param database address of a database; null where none is given here
   */
  public record Service(int port, String address, String database) {
  }

  @Command(name = "./run", mixinStandardHelpOptions = true, version = "Commonground 0.1.0",
      description = "Judges a city's public spaces by their everyday life and by what they are worth in an emergency.%n"
          + "Without a command: serves the map.", subcommands = {
              ImportCommand.class, AreasCommand.class, RulesCommand.class, CoverageCommand.class, RedundancyCommand.class,
              IntegrityCommand.class, FairnessCommand.class, UnknownsCommand.class, ProfilesCommand.class,
              MobilizationCommand.class, ExpectedCommand.class, CompareCommand.class, NearestCommand.class,
              SpacesCommand.class, JudgeCommand.class, GreenCommand.class, SiteCommand.class, EvacuateCommand.class, ScenariosCommand.class, ScenarioCommand.class,
              ResultsCommand.class, ResultCommand.class, FactsCommand.class, FactCommand.class, ExportCommand.class,
              SolveCommand.class})
  private static final class Root implements Runnable {

    private final Consumer<Service> serve;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "port to serve on, 0 for any free one (default 8080)")
    private int port;

    @Option(names = "--address", defaultValue = "localhost",
        description = "address to listen on (default localhost: this machine only)")
    private String address;

    @Option(names = "--database", paramLabel = "URL", description = Connection.DATABASE)
    private String database;

    private Root(Consumer<Service> serve) {
      this.serve = serve;
    }

    @Override
    public void run() {
      if (port < 0 || port > 65_535) {
        throw new ParameterException(spec.commandLine(), "--port is " + port + ", but must be 0 to 65535.");
      }
      serve.accept(new Service(port, address, database));
    }
  }

  private Shell() {
  }

  /** @return exit code, or {@link #SERVING} */
  public static int run(String[] arguments, Consumer<Service> serve) {
    boolean[] serving = new boolean[1];
    var root = new Root(service -> {
      serve.accept(service);
      serving[0] = true;
    });
    IFactory factory = CommandLine.defaultFactory();
    int exit = new CommandLine(root, factory)
        .setParameterExceptionHandler((mistake, given) -> mistake(mistake.getCommandLine(), mistake.getMessage()))
        .setExecutionExceptionHandler((failure, command, result) -> failed(failure, command))
        .execute(arguments);
    return serving[0] ? SERVING : exit;
  }

  private static int mistake(CommandLine command, String sentence) {
    command.getErr().println(sentence.replaceAll("\\s*\\R\\s*", " ") + " (" + command.getCommandSpec().qualifiedName()
        + " --help lists the options.)");
    return MISTAKE;
  }

  private static int failed(Exception failure, CommandLine command) {
    if (failure instanceof InvalidInput mistake) {
      command.getErr().println(mistake.getMessage());
      return MISTAKE;
    }
    command.getErr().println("A fault of Commonground, not of yours: " + failure);
    LoggerFactory.getLogger(Shell.class).error("fault", failure);
    return FAULT;
  }
}
