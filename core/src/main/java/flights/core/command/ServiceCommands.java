package flights.core.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Start and stop. */
public final class ServiceCommands {

  private ServiceCommands() {}

  /** Everything on one machine. */
  @Command(
      name = "up",
      description =
          "Start everything on this machine, until Ctrl-C. The first start trains a model and fills"
              + " the pages.",
      footer = "./flights up --data flights.csv --sample 0.1")
  public interface UpCommand {

    @Option(
        names = "--data",
        paramLabel = "PATH",
        description = "The flights of the first start. Default: the bundled ones.")
    Optional<String> data();

    @Option(
        names = "--sample",
        paramLabel = "SHARE",
        description = "The share of them that the first model is trained on, over 0 and up to 1.")
    Optional<Double> sample();
  }

  /** The state of all parts. */
  @Command(
      name = "status",
      description = "Show the state of all parts. The exit code is 0 when everything is up.",
      footer = "./flights status --memory")
  public interface StatusCommand {

    @Option(names = "--memory", description = "Show the memory of each process too.")
    boolean memory();

    @Option(names = "--json", description = "Print JSON.")
    boolean json();
  }

  /** Deletes. */
  @Command(
      name = "reset",
      description = "Delete requests and predictions, trained models, or both.",
      footer = "./flights reset --all --yes")
  public interface ResetCommand {

    @Option(
        names = "--data",
        description = "Requests, predictions and imported data; this is the default.")
    boolean data();

    @Option(names = "--model", description = "Trained models.")
    boolean model();

    @Option(names = "--all", description = "Both.")
    boolean all();

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes();
  }

  /** The web server. */
  @Command(
      name = "web",
      description = "Start the web server alone, until Ctrl-C.",
      footer = "FLIGHTS_WEB_PORT=5002 ./flights web")
  public interface WebCommand {}

  /** The embedded store. */
  @Command(
      name = "store",
      description = "Start the embedded store alone, until Ctrl-C.",
      footer = "./flights store")
  public interface StoreCommand {}

  /** The embedded broker. */
  @Command(
      name = "broker",
      description = "Start the embedded broker alone, until Ctrl-C.",
      footer = "./flights broker")
  public interface BrokerCommand {}

  /** Spark's own processes; their options are Spark's. */
  @Command(
      name = "spark",
      description = "Start a Spark master or a worker, or submit to a master. Options are Spark's.",
      subcommands = {SparkMasterCommand.class, SparkWorkerCommand.class, SparkSubmitCommand.class})
  public interface SparkCommand {}

  /** A master. */
  @Command(
      name = "master",
      description = "Start a Spark master, until Ctrl-C.",
      footer = "./flights spark master --host 10.0.0.5")
  public interface SparkMasterCommand {}

  /** A worker. */
  @Command(
      name = "worker",
      description = "Start a Spark worker, until Ctrl-C.",
      footer = "./flights spark worker spark://10.0.0.5:7077 --cores 8")
  public interface SparkWorkerCommand {}

  /** A program for a master. */
  @Command(
      name = "submit",
      description = "Submit a program to a Spark master.",
      footer = "./flights spark submit --master spark://10.0.0.5:7077 job.jar")
  public interface SparkSubmitCommand {}
}
