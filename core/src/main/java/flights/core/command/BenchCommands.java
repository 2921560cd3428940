package flights.core.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Benches. */
public final class BenchCommands {

  private BenchCommands() {}

  /** All benches. */
  @Command(
      name = "bench",
      description = "Measure, or try what goes wrong.",
      subcommands = {
        BenchServeCommand.class,
        BenchWebCommand.class,
        BenchThroughputCommand.class,
        BenchStartCommand.class,
        BenchCostCommand.class,
        BenchSoakCommand.class,
        BenchClickCommand.class,
        BenchPagesCommand.class,
        BenchQuestionsCommand.class,
        BenchSqlCommand.class,
        BenchTrainCommand.class,
        BenchWeatherCommand.class,
        BenchFaultsCommand.class
      })
  public interface BenchCommand {}

  /** What every bench takes that measures. */
  public interface ComparedCommand {

    /** What the figures are compared with. */
    Optional<String> compare();
  }

  /** What can measure another web server than the one of the settings. */
  public interface ServiceBenchCommand extends ComparedCommand {

    /** Its address. */
    Optional<String> service();
  }

  /** Measure from a request that is due to Kafka to its prediction in the store. */
  @Command(
      name = "serve",
      description = "Measure from a request that is due to Kafka to its prediction in the store.",
      footer = "./flights bench serve --rate 500")
  public interface BenchServeCommand extends ComparedCommand {
    @Option(
        names = "--rate",
        paramLabel = "NUMBER",
        defaultValue = "200",
        description = "Requests per second.")
    int rate();

    @Option(
        names = "--duration",
        paramLabel = "TIME",
        defaultValue = "60s",
        description = "How long it is measured, such as 30s or 5m.")
    Duration duration();

    @Option(
        names = "--warmup",
        paramLabel = "TIME",
        defaultValue = "10s",
        description = "How long requests come before that.")
    Duration warmup();

    @Override
    @Option(
        names = "--compare",
        paramLabel = "WHAT",
        description =
            "The JSON of an earlier run, micro-batch, or a setting NAME=VALUE of a second system.")
    Optional<String> compare();
  }

  /** Measure from POST to the answer by HTTP. */
  @Command(
      name = "web",
      description = "Measure from POST to the answer by HTTP.",
      footer = "./flights bench web --rate 200 --poll sse")
  public interface BenchWebCommand extends ServiceBenchCommand {
    @Option(
        names = "--rate",
        paramLabel = "NUMBER",
        defaultValue = "200",
        description = "Requests per second.")
    int rate();

    @Option(
        names = "--duration",
        paramLabel = "TIME",
        defaultValue = "10s",
        description = "How long it is measured, such as 30s or 5m.")
    Duration duration();

    @Option(
        names = "--warmup",
        paramLabel = "TIME",
        defaultValue = "30s",
        description = "How long requests come before that.")
    Duration warmup();

    @Option(
        names = "--poll",
        paramLabel = "WAY",
        defaultValue = "long",
        description =
            "long poll, sse (server-sent event), plain polls, or post (the first call waits).")
    String poll();

    @Override
    @Option(
        names = "--service",
        paramLabel = "URL",
        description = "The web server. Default: the one of the settings.")
    Optional<String> service();

    @Option(names = "--asking", description = "Again, while the store answers everyday queries.")
    boolean asking();

    @Override
    @Option(
        names = "--compare",
        paramLabel = "WHAT",
        description =
            "The JSON of an earlier run, micro-batch, or a setting NAME=VALUE of a second system.")
    Optional<String> compare();
  }

  /** Measure predictions per second when requests always wait. */
  @Command(
      name = "throughput",
      description = "Measure predictions per second when requests always wait.",
      footer = "./flights bench throughput --through kafka")
  public interface BenchThroughputCommand extends ServiceBenchCommand {
    @Option(
        names = "--through",
        paramLabel = "DOOR",
        defaultValue = "both",
        description = "kafka, http or both.")
    String through();

    @Option(
        names = "--requests",
        paramLabel = "NUMBER",
        defaultValue = "50000",
        description = "So many requests to Kafka.")
    int requests();

    @Option(
        names = "--clients",
        paramLabel = "NUMBER",
        defaultValue = "200",
        description = "So many clients by HTTP.")
    int clients();

    @Option(
        names = "--duration",
        paramLabel = "TIME",
        defaultValue = "20s",
        description = "How long it is measured, such as 30s or 5m.")
    Duration duration();

    @Override
    @Option(
        names = "--service",
        paramLabel = "URL",
        description = "The web server. Default: the one of the settings.")
    Optional<String> service();

    @Override
    @Option(
        names = "--compare",
        paramLabel = "WHAT",
        description =
            "The JSON of an earlier run, micro-batch, or a setting NAME=VALUE of a second system.")
    Optional<String> compare();
  }

  /** Measure from ./flights up to the first prediction, by phase. */
  @Command(
      name = "start",
      description = "Measure from ./flights up to the first prediction, by phase.",
      footer = "./flights bench start --cold")
  public interface BenchStartCommand extends ComparedCommand {
    @Option(
        names = "--times",
        paramLabel = "NUMBER",
        description = "So many starts. Default: 3; 1 with --cold.")
    Optional<Integer> times();

    @Option(names = "--cold", description = "With nothing trained.")
    boolean cold();

    @Option(
        names = "--predictions",
        paramLabel = "NUMBER",
        description = "With a store that holds so many.")
    Optional<Integer> predictions();

    @Option(names = "--keep", description = "Leave its home for further runs.")
    boolean keep();

    @Override
    @Option(names = "--compare", paramLabel = "FILE", description = "The JSON of an earlier run.")
    Optional<String> compare();
  }

  /** Measure processor time and bytes for one answer, at several rates. */
  @Command(
      name = "cost",
      description = "Measure processor time and bytes for one answer, at several rates.",
      footer = "./flights bench cost --rates 50,200")
  public interface BenchCostCommand extends ComparedCommand {
    @Option(
        names = "--rates",
        paramLabel = "NUMBER",
        split = ",",
        defaultValue = "50,200,800",
        description = "Requests per second.")
    List<Integer> rates();

    @Option(
        names = "--duration",
        paramLabel = "TIME",
        defaultValue = "20s",
        description = "How long it is measured, such as 30s or 5m.")
    Duration duration();

    @Option(
        names = "--warmup",
        paramLabel = "TIME",
        defaultValue = "10s",
        description = "How long requests come before that.")
    Duration warmup();

    @Option(
        names = "--poll",
        paramLabel = "WAY",
        defaultValue = "long",
        description =
            "long poll, sse (server-sent event), plain polls, or post (the first call waits).")
    String poll();

    @Override
    @Option(
        names = "--compare",
        paramLabel = "WHAT",
        description =
            "The JSON of an earlier run, micro-batch, or a setting NAME=VALUE of a second system.")
    Optional<String> compare();
  }

  /** Measure memory, threads, open files and disk over a long time. */
  @Command(
      name = "soak",
      description = "Measure memory, threads, open files and disk over a long time.",
      footer = "./flights bench soak --duration 120m")
  public interface BenchSoakCommand extends ComparedCommand {
    @Option(
        names = "--rate",
        paramLabel = "NUMBER",
        defaultValue = "100",
        description = "Requests per second.")
    int rate();

    @Option(
        names = "--duration",
        paramLabel = "TIME",
        defaultValue = "30m",
        description = "How long it is measured, such as 30s or 5m.")
    Duration duration();

    @Option(
        names = "--poll",
        paramLabel = "WAY",
        defaultValue = "long",
        description =
            "long poll, sse (server-sent event), plain polls, or post (the first call waits).")
    String poll();

    @Override
    @Option(
        names = "--compare",
        paramLabel = "WHAT",
        description =
            "The JSON of an earlier run, micro-batch, or a setting NAME=VALUE of a second system.")
    Optional<String> compare();
  }

  /** Measure in a browser, from the click to the drawn answer. */
  @Command(
      name = "click",
      description = "Measure in a browser, from the click to the drawn answer.",
      footer = "./flights bench click --clicks 50")
  public interface BenchClickCommand extends ComparedCommand {
    @Option(
        names = "--clicks",
        paramLabel = "NUMBER",
        defaultValue = "200",
        description = "So many clicks.")
    int clicks();

    @Override
    @Option(
        names = "--compare",
        paramLabel = "WHAT",
        description =
            "The JSON of an earlier run, micro-batch, or a setting NAME=VALUE of a second system.")
    Optional<String> compare();
  }

  /** Measure each kind of page. */
  @Command(
      name = "pages",
      description = "Measure each kind of page.",
      footer = "./flights bench pages --visits 50")
  public interface BenchPagesCommand extends ComparedCommand {
    @Option(
        names = "--visits",
        paramLabel = "NUMBER",
        defaultValue = "200",
        description = "So many visits of each.")
    int visits();

    @Override
    @Option(
        names = "--compare",
        paramLabel = "WHAT",
        description =
            "The JSON of an earlier run, micro-batch, or a setting NAME=VALUE of a second system.")
    Optional<String> compare();
  }

  /** Measure forty queries to a store, without and with indexes. */
  @Command(
      name = "questions",
      description = "Measure forty queries to a store, without and with indexes.",
      footer = "./flights bench questions --documents 100000")
  public interface BenchQuestionsCommand extends ComparedCommand {
    @Option(
        names = "--documents",
        paramLabel = "NUMBER",
        defaultValue = "1000000",
        description = "So many predictions.")
    int documents();

    @Option(
        names = "--limit",
        paramLabel = "TIME",
        defaultValue = "60s",
        description = "The longest that a query may take.")
    Duration limit();

    @Option(
        names = "--heap",
        paramLabel = "MEGABYTES",
        defaultValue = "768",
        description = "The heap of the store.")
    int heap();

    @Option(names = "--running", description = "Ask the running store.")
    boolean running();

    @Option(names = "--keep", description = "Leave the store for further runs.")
    boolean keep();

    @Override
    @Option(names = "--compare", paramLabel = "FILE", description = "The JSON of an earlier run.")
    Optional<String> compare();
  }

  /** Measure predict in SQL alone, and a whole query over a stream. */
  @Command(
      name = "sql",
      description = "Measure predict in SQL alone, and a whole query over a stream.",
      footer = "./flights bench sql --rows 100000")
  public interface BenchSqlCommand extends ComparedCommand {
    @Option(
        names = "--rows",
        paramLabel = "NUMBER",
        defaultValue = "2000000",
        description = "Rows for predict.")
    int rows();

    @Option(
        names = "--events",
        paramLabel = "NUMBER",
        defaultValue = "1000000",
        description = "Events for the query.")
    int events();

    @Option(
        names = "--times",
        paramLabel = "NUMBER",
        defaultValue = "3",
        description = "So many rounds.")
    int times();

    @Override
    @Option(names = "--compare", paramLabel = "FILE", description = "The JSON of an earlier run.")
    Optional<String> compare();
  }

  /** Measure how training time grows with the rows. */
  @Command(
      name = "train",
      description = "Measure how training time grows with the rows.",
      footer = "./flights bench train --rows 300k,600k")
  public interface BenchTrainCommand extends ComparedCommand {
    @Option(
        names = "--rows",
        paramLabel = "NUMBER",
        split = ",",
        defaultValue = "300k,600k,1.2M",
        description = "Sizes, such as 600k or 2.4M.")
    List<String> rows();

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

    @Override
    @Option(names = "--compare", paramLabel = "FILE", description = "The JSON of an earlier run.")
    Optional<String> compare();
  }

  /** Measure how quickly reports of weather stations are read. */
  @Command(
      name = "weather",
      description = "Measure how quickly reports of weather stations are read.",
      footer = "./flights bench weather --reports 300000")
  public interface BenchWeatherCommand extends ComparedCommand {
    @Option(
        names = "--reports",
        paramLabel = "NUMBER",
        defaultValue = "3000000",
        description = "So many reports.")
    int reports();

    @Option(
        names = "--stations",
        paramLabel = "NUMBER",
        defaultValue = "15",
        description = "So many stations.")
    int stations();

    @Option(
        names = "--consumers",
        paramLabel = "NUMBER",
        defaultValue = "3",
        description = "Threads that read the topic.")
    int consumers();

    @Override
    @Option(names = "--compare", paramLabel = "FILE", description = "The JSON of an earlier run.")
    Optional<String> compare();
  }

  /** What goes wrong. */
  @Command(
      name = "faults",
      description = "Break a system of its own, and count what was lost or duplicated.",
      footer = "./flights bench faults kill-predictor --short")
  public interface BenchFaultsCommand {

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Names of faults. Default: all.")
    List<String> names();

    @Option(names = "--short", description = "Less time for each, and only the quick ones.")
    boolean isShort();

    @Option(
        names = "--rate",
        paramLabel = "NUMBER",
        description = "Requests per second. Default: 200; 60 with --short.")
    Optional<Integer> rate();
  }
}
