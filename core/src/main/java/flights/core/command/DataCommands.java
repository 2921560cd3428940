package flights.core.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** History. */
public final class DataCommands {

  private DataCommands() {}

  /** What the pages look up. */
  @Command(
      name = "import",
      description = "Fill the collections of the pages from flights, or from a file of distances.",
      footer = "./flights import --data flights.csv")
  public interface ImportCommand {

    @Option(
        names = "--data",
        paramLabel = "PATH",
        description = "The flights. Default: the bundled ones.")
    Optional<String> data();

    @Option(
        names = "--master",
        paramLabel = "URL",
        description = "The Spark master. Default: FLIGHTS_SPARK_MASTER, or this process.")
    Optional<String> master();
  }

  /** The flights of the whole US. */
  @Command(
      name = "download",
      description = "Download months of the on-time data of the whole US.",
      footer = "./flights download 2024 11 12")
  public interface DownloadCommand {

    @Parameters(
        arity = "1..*",
        paramLabel = "YEAR [MONTH...]",
        description = "Without months: all twelve.")
    List<String> months();

    @Option(
        names = "--to",
        paramLabel = "FOLDER",
        description = "Where the files go. Default: downloads/bts in FLIGHTS_HOME.")
    Optional<String> to();
  }

  /** A look at flights. */
  @Command(
      name = "check",
      description =
          "Read flights and report what they are."
              + " The exit code is 3 when they are not good enough.",
      footer = "./flights check --data flights.csv --least 1000 --json")
  public interface CheckCommand {

    @Option(names = "--data", required = true, paramLabel = "PATH", description = "The flights.")
    String data();

    @Option(
        names = "--least",
        paramLabel = "NUMBER",
        defaultValue = "1",
        description = "So many flights are needed.")
    long least();

    @Option(names = "--json", description = "Print JSON.")
    boolean json();

    @Option(
        names = "--master",
        paramLabel = "URL",
        description = "The Spark master. Default: FLIGHTS_SPARK_MASTER, or this process.")
    Optional<String> master();
  }

  /** History as it happened. */
  @Command(
      name = "replay",
      description =
          "Play days of flights as they happened, on the topic flight_events."
              + " At a terminal p pauses, + and - change the speed, q ends.",
      footer = "./flights replay --data resources/data --day 2013-07-01 --speed 600")
  public interface ReplayCommand {

    @Option(names = "--data", required = true, paramLabel = "PATH", description = "The flights.")
    String data();

    @Option(
        names = "--day",
        required = true,
        paramLabel = "DATE",
        description = "The first day, such as 2013-07-01.")
    LocalDate day();

    @Option(
        names = "--days",
        paramLabel = "NUMBER",
        defaultValue = "1",
        description = "So many days.")
    int days();

    @Option(
        names = "--speed",
        paramLabel = "NUMBER",
        defaultValue = "60",
        description = "So many times real time; 0: as quickly as possible.")
    double speed();

    @Option(
        names = "--master",
        paramLabel = "URL",
        description = "The Spark master. Default: FLIGHTS_SPARK_MASTER, or this process.")
    Optional<String> master();
  }
}
