package flights.core.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Streams, and demos that fill them. */
public final class StreamCommands {

  private StreamCommands() {}

  /** Queries. */
  @Command(
      name = "sql",
      description = "Run queries over streams of Kafka, until Ctrl-C.",
      footer = {
        "./flights sql resources/streams/bots/bots.sql",
        "./flights sql tables.sql --query 'SHOW TABLES'"
      })
  public interface SqlCommand {

    @Parameters(
        arity = "0..*",
        paramLabel = "FILE",
        description = "Files of SQL. Default: those of FLIGHTS_STREAMS.")
    List<Path> files();

    @Option(
        names = "--query",
        paramLabel = "STATEMENT",
        description = "Show what the files define with this statement, and end.")
    Optional<String> query();
  }

  /** Kafka Connect. */
  @Command(
      name = "connect",
      description = "Start Kafka Connect, until Ctrl-C.",
      footer = "./flights connect users.json")
  public interface ConnectCommand {

    @Parameters(
        arity = "0..*",
        paramLabel = "FILE.json",
        description = "Connectors that are added to the earlier ones.")
    List<Path> files();
  }

  /** All demos. */
  @Command(
      name = "demo",
      description = "Send example data: comments, sales, visits to a shop, or weather.",
      subcommands = {
        DemoSentimentCommand.class,
        DemoSalesCommand.class,
        DemoBotsCommand.class,
        DemoDatabaseCommand.class,
        DemoWeatherCommand.class
      })
  public interface DemoCommand {}

  /** Comments. */
  @Command(
      name = "sentiment",
      description = "Send comments to the sentiment model and print the answers.",
      footer = "./flights demo sentiment comments.txt")
  public interface DemoSentimentCommand {

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        description = "A comment in each line. Default: bundled ones.")
    Optional<Path> file();
  }

  /** Sales. */
  @Command(
      name = "sales",
      description = "A shop with products and stores.",
      subcommands = DemoSalesGenerateCommand.class)
  public interface DemoSalesCommand {}

  /** A file of sales. */
  @Command(
      name = "generate",
      description = "Make a file of sales of the shop, to train on.",
      footer = "./flights demo sales generate --rows 100000 --to sales.csv")
  public interface DemoSalesGenerateCommand {

    @Option(
        names = "--rows",
        paramLabel = "N",
        defaultValue = "1000000",
        description = "So many rows.")
    long rows();

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "The same seed makes the same file.")
    long seed();

    @Option(
        names = "--to",
        paramLabel = "FILE",
        description = "Where the rows go. Default: demo/sales.csv in FLIGHTS_HOME.")
    Optional<Path> to();
  }

  /** Visits. */
  @Command(
      name = "bots",
      description =
          "Let people and bots visit a shop, until Ctrl-C. Starts MariaDB and Kafka Connect when"
              + " none runs.",
      footer = "./flights demo bots --users 100 --from 2026-01-31T12:00:00Z --minutes 60",
      subcommands = DemoBotsSampleCommand.class)
  public interface DemoBotsCommand {

    @Option(
        names = "--users",
        paramLabel = "N",
        defaultValue = "300",
        description = "So many are there at the start.")
    int users();

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "The same seed makes the same visits.")
    long seed();

    @Option(
        names = "--minutes",
        paramLabel = "N",
        description = "Ends after so many minutes of visits.")
    Optional<Integer> minutes();

    @Option(
        names = "--from",
        paramLabel = "TIME",
        description = "Replays a past period as fast as possible. Default: now.")
    Optional<Instant> from();
  }

  /** Rows of visits. */
  @Command(
      name = "sample",
      description = "Make rows of visits, to train on.",
      footer = "./flights demo bots sample --rows 20000 --to bots.csv")
  public interface DemoBotsSampleCommand {

    @Option(
        names = "--rows",
        paramLabel = "N",
        defaultValue = "20000",
        description = "So many rows.")
    int rows();

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "The same seed makes the same file.")
    long seed();

    @Option(
        names = "--to",
        paramLabel = "FILE",
        description = "Where the rows go. Default: demo/bots.csv in FLIGHTS_HOME.")
    Optional<Path> to();
  }

  /** A MariaDB. */
  @Command(
      name = "database",
      description = "Start a MariaDB with the demo's table of users, until Ctrl-C.",
      footer = "./flights demo database")
  public interface DemoDatabaseCommand {}

  /** Weather stations. */
  @Command(
      name = "weather",
      description = "Weather stations that report once a day.",
      subcommands = {DemoWeatherProduceCommand.class, DemoWeatherConsumeCommand.class})
  public interface DemoWeatherCommand {}

  /** Reports. */
  @Command(
      name = "produce",
      description = "Let weather stations report, until Ctrl-C.",
      footer = "./flights demo weather produce --stations 100 --days-per-second 10")
  public interface DemoWeatherProduceCommand {

    @Option(
        names = "--stations",
        paramLabel = "N",
        description = "So many stations (generated ones only). Default: 15.")
    Optional<Integer> stations();

    @Option(
        names = "--days-per-second",
        paramLabel = "N",
        defaultValue = "1",
        description = "How fast time goes; 0: as fast as possible.")
    double daysPerSecond();

    @Option(names = "--days", paramLabel = "N", description = "Ends after so many days.")
    Optional<Integer> days();

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "The same seed makes the same reports.")
    long seed();

    @Option(
        names = "--source",
        paramLabel = "NAME",
        defaultValue = "generated",
        description = "generated, or nyc2013: the real weather of 2013.")
    String source();

    @Option(
        names = "--repeats",
        paramLabel = "PERCENT",
        defaultValue = "0",
        description = "So many in 100 reports are sent again.")
    long repeats();

    @Option(names = "--recreate", description = "Delete the topics first.")
    boolean recreate();
  }

  /** Statistics. */
  @Command(
      name = "consume",
      description = "Keep statistics of the reports in files, exactly once, until Ctrl-C.",
      footer = "./flights demo weather consume --consumers 3")
  public interface DemoWeatherConsumeCommand {

    @Option(
        names = "--consumers",
        paramLabel = "N",
        defaultValue = "3",
        description = "So many consumers.")
    int consumers();

    @Option(
        names = "--to",
        paramLabel = "FOLDER",
        description = "Where the files go. Default: demo/weather in FLIGHTS_HOME.")
    Optional<Path> to();
  }
}
