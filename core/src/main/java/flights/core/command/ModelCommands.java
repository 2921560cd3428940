package flights.core.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Models and their predictions. */
public final class ModelCommands {

  private ModelCommands() {}

  /** A training. */
  @Command(
      name = "train",
      description =
          "Train a model, evaluate it, register it, and make it the champion if it is better.",
      footer = "./flights train sales --data sales.csv --no-promote")
  public interface TrainCommand {

    @Parameters(
        arity = "0..1",
        paramLabel = "NAME",
        description = "A pipeline in resources/pipelines. Default: that of FLIGHTS_MODEL.")
    Optional<String> name();

    @Option(
        names = "--data",
        paramLabel = "PATH",
        description = "The rows. Default: the data that the pipeline names.")
    Optional<String> data();

    @Option(
        names = "--sample",
        paramLabel = "SHARE",
        defaultValue = "1.0",
        description = "The share of the rows that is used, over 0 and up to 1.")
    double sample();

    @Option(
        names = "--seed",
        paramLabel = "NUMBER",
        defaultValue = "42",
        description = "The same seed makes the same model.")
    long seed();

    @Option(
        names = "--test-from",
        paramLabel = "DATE",
        description = "Test on the rows from this date on. Default: the split of the pipeline.")
    Optional<String> testFrom();

    @Option(
        names = "--with-previous",
        description = "Learn from --data and from the rows that the champion has learnt from.")
    boolean withPrevious();

    @Option(names = "--baselines", description = "Compare with all baselines, on every split.")
    boolean baselines();

    @Option(names = "--no-baselines", description = "Do not compare with the baselines.")
    boolean noBaselines();

    @Option(names = "--one-split", description = "Evaluate on the first split only: quicker.")
    boolean oneSplit();

    @Option(names = "--promote", description = "Make it the champion in any case.")
    boolean promote();

    @Option(names = "--no-promote", description = "Register it only.")
    boolean noPromote();

    @Option(
        names = "--version",
        paramLabel = "ID",
        description = "The name of the new version. Default: the time.")
    Optional<String> version();

    @Option(
        names = "--master",
        paramLabel = "URL",
        description = "The Spark master. Default: FLIGHTS_SPARK_MASTER, or this process.")
    Optional<String> master();

    @Option(
        names = "--job",
        paramLabel = "ID",
        hidden = true,
        description = "The training that was requested.")
    Optional<String> job();

    @Option(names = "--listen", description = "Wait for trainings that are requested on the page.")
    boolean listen();
  }

  /** What is registered. */
  @Command(
      name = "models",
      description = "List the trained versions of models, or change the champion.",
      footer = "./flights models flight-delay",
      subcommands = {
        ModelsCompareCommand.class,
        ModelsPromoteCommand.class,
        ModelsRollbackCommand.class
      })
  public interface ModelsCommand {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Of this model only.")
    Optional<String> name();

    @Option(names = "--json", description = "Print JSON.")
    boolean json();
  }

  /** A version beside the champion. */
  @Command(
      name = "compare",
      description = "Compare a version with the champion. The exit code is 3 when it is no better.",
      footer = "./flights models compare flight-delay 20260131T120000")
  public interface ModelsCompareCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "The model.")
    String name();

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version.")
    String version();

    @Option(names = "--json", description = "Print JSON.")
    boolean json();
  }

  /** A new champion. */
  @Command(
      name = "promote",
      description = "Make a version the champion.",
      footer = "./flights models promote flight-delay 20260131T120000")
  public interface ModelsPromoteCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "The model.")
    String name();

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version.")
    String version();

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        defaultValue = "promoted by hand",
        description = "Why; it is kept.")
    String reason();
  }

  /** The champion before. */
  @Command(
      name = "rollback",
      description = "Make the previous champion the champion again.",
      footer = "./flights models rollback flight-delay")
  public interface ModelsRollbackCommand {

    @Parameters(paramLabel = "NAME", description = "The model.")
    String name();

    @Option(
        names = "--from",
        paramLabel = "VERSION",
        description = "Only if this version is the champion.")
    Optional<String> from();
  }

  /** A predictor. */
  @Command(
      name = "predict",
      description =
          "Start a predictor alone, until Ctrl-C; or predict all rows of a file or a collection.",
      footer = {
        "./flights predict sentiment sales",
        "./flights predict --input requests.csv --output predictions.csv"
      })
  public interface PredictCommand {

    @Parameters(
        arity = "0..*",
        paramLabel = "NAME",
        description = "The models. Default: FLIGHTS_MODELS, or the one of FLIGHTS_MODEL.")
    List<String> names();

    @Option(
        names = "--trigger",
        paramLabel = "WHEN",
        description = "realtime, micro-batch or available-now. Default: FLIGHTS_TRIGGER.")
    Optional<String> trigger();

    @Option(
        names = "--master",
        paramLabel = "URL",
        description = "The Spark master. Default: FLIGHTS_SPARK_MASTER, or this process.")
    Optional<String> master();

    @Option(
        names = "--input",
        paramLabel = "PATH",
        description = "A file (.jsonl, .csv, .parquet) or collection:NAME.")
    Optional<String> input();

    @Option(
        names = "--output",
        paramLabel = "PATH",
        description = "Where the predictions of --input go.")
    Optional<String> output();
  }

  /** Files that were uploaded. */
  @Command(
      name = "uploads",
      description = "List uploaded files with their trainings, or remove old ones.",
      footer = "./flights uploads --older-than 30 --remove")
  public interface UploadsCommand {

    @Option(names = "--json", description = "Print JSON.")
    boolean json();

    @Option(
        names = "--older-than",
        paramLabel = "DAYS",
        description = "Those that are older than so many days.")
    Optional<Long> olderThan();

    @Option(names = "--remove", description = "Remove those that no training needs any more.")
    boolean remove();
  }

  /** Predictions beside what happened. */
  @Command(
      name = "outcomes",
      description = "Compare stored predictions with flights that have landed.",
      footer = "./flights outcomes --data flights.csv")
  public interface OutcomesCommand {

    @Option(
        names = "--data",
        required = true,
        paramLabel = "PATH",
        description = "The flights that have landed.")
    String data();

    @Option(
        names = "--master",
        paramLabel = "URL",
        description = "The Spark master. Default: FLIGHTS_SPARK_MASTER, or this process.")
    Optional<String> master();
  }

  /** One request to the running service. */
  @Command(
      name = "canary",
      description =
          "Send requests to the running service until a version answers."
              + " The exit code is 1 when it does not.",
      footer = "./flights canary --version 20260131T120000 --wait 120")
  public interface CanaryCommand {

    @Option(
        names = "--version",
        required = true,
        paramLabel = "ID",
        description = "The version that is to answer.")
    String version();

    @Option(
        names = "--wait",
        paramLabel = "SECONDS",
        defaultValue = "60",
        description = "Wait so long.")
    Duration patience();

    @Option(
        names = "--service",
        paramLabel = "URL",
        description = "The web server. Default: the one of the settings.")
    Optional<String> service();
  }

  /** Airflow. */
  @Command(
      name = "airflow",
      description = "Start Airflow on this machine, until Ctrl-C, with the workflow that retrains.",
      footer = "./flights airflow")
  public interface AirflowCommand {

    @Option(names = "--install", description = "Install it only.")
    boolean install();
  }

  /** MLflow. */
  @Command(
      name = "mlflow",
      description =
          "Start MLflow on this machine, until Ctrl-C."
              + " With MLFLOW_TRACKING_URI every training is logged there.",
      footer = "./flights mlflow")
  public interface MlflowCommand {

    @Option(names = "--install", description = "Install it only.")
    boolean install();
  }
}
