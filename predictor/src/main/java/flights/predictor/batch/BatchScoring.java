package flights.predictor.batch;

import static org.apache.spark.sql.functions.col;

import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.text.Count;
import flights.model.Scoring;
import flights.model.SparkSessions;
import flights.predictor.stream.ModelLoader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scores all rows of a file or a collection with the champion, by the plan that serves streams. */
public final class BatchScoring {

  private static final Logger LOG = LoggerFactory.getLogger(BatchScoring.class);

  private final Settings settings;

  public BatchScoring(Settings settings) {
    this.settings = settings;
  }

  /**
   * One row comes out for each that goes in, in the same order.
   *
   * @param input a path, or {@code collection:NAME}
   * @param output the same; a file must not be there yet
   */
  public void run(String input, String output) throws IOException {
    Instant started = Instant.now();
    RowPlace from = RowPlace.of(input, settings);
    RowPlace to = RowPlace.of(output, settings);
    ModelVersion champion = champion();
    int slots = Runtime.getRuntime().availableProcessors();
    try (SparkSession spark =
        SparkSessions.start(
            "flights batch", settings.sparkMaster(slots), settings.sparkOptions())) {
      from.requireThere(spark);
      to.requireRoom(spark);
      Scoring scoring = new ModelLoader(spark, settings).load(champion);
      Dataset<Row> answers =
          ScoredRows.of(scoring.score(from.requests(spark, scoring.config())))
              .persist(StorageLevel.MEMORY_AND_DISK());
      long rejected = answers.filter(col(ScoredRows.ERROR).isNotNull()).count();
      long rows = answers.count();
      if (rows == 0) {
        throw new IllegalArgumentException(input + " holds no rows");
      }
      to.write(answers);
      LOG.info(
          "{} {}: {} predicted, {} rejected in {} s; they are in {}",
          champion.name(),
          champion.version(),
          Count.of(rows - rejected, "row"),
          rejected,
          Duration.between(started, Instant.now()).toSeconds(),
          output);
    }
  }

  private ModelVersion champion() {
    try (Store store = Store.open(settings)) {
      if (!store.check().up()) {
        throw new IllegalStateException(store.check().detail());
      }
      return new ModelRegistry(store.database())
          .championVersion(settings.model())
          .orElseThrow(() -> new IllegalStateException(ModelLoader.noVersionOf(settings.model())));
    }
  }
}
