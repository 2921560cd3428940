package flights.predictor;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import flights.core.kafka.DeadLetters;
import flights.model.RowMaps;
import flights.model.Scoring;
import flights.model.store.StoreConnector;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Writes a batch of scored rows with Spark's own connectors: what leaves row by row in {@link
 * Outlet} in the same form.
 */
final class BatchWriter implements VoidFunction2<Dataset<Row>, Long> {

  private static final Column GOOD = col(Scoring.ERROR).isNull();

  private final OutletConfig config;

  BatchWriter(OutletConfig config) {
    this.config = config;
  }

  @Override
  public void call(Dataset<Row> scored, Long batch) {
    // Scored once, whatever is done with it after.
    Dataset<Row> rows = withoutDuplicates(scored).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      BatchReport report = BatchReport.of(rows);
      if (report.hasGood()) {
        store(rows.filter(GOOD).select(answer()), config.collection());
        send(rows.filter(GOOD).select(response()), config.responseTopic());
      }
      if (report.hasBad()) {
        Dataset<Row> bad = rows.filter(GOOD.unary_$bang());
        store(
            bad.filter(col(Scoring.ID).isNotNull()).select(rejection()), config.errorCollection());
        send(bad.select(deadLetter()), config.errorTopic());
      }
      report.publish(Progress.of(config));
    } finally {
      rows.unpersist();
    }
  }

  private Dataset<Row> withoutDuplicates(Dataset<Row> scored) {
    return config.isStored()
        ? scored.mapPartitions(new DuplicateMarker(config), Encoders.row(scored.schema()))
        : scored;
  }

  private void store(Dataset<Row> documents, String collection) {
    if (config.isStored()) {
      StoreConnector.write(documents, config.store(), collection);
    }
  }

  private void send(Dataset<Row> messages, String topic) {
    messages
        .write()
        .format("kafka")
        .options(config.kafka().sparkOptions())
        .option("topic", topic)
        .save();
  }

  private static Column[] answer() {
    return new Column[] {
      col(Scoring.ID),
      col(Scoring.DOCUMENT + ".*"),
      DuplicateMarker.SOURCE.as(PredictionEntry.SOURCE)
    };
  }

  private static Column[] response() {
    return new Column[] {
      col(Scoring.ID).as("key"), RowMaps.json(col(Scoring.DOCUMENT)).as("value")
    };
  }

  private static Column[] rejection() {
    return new Column[] {
      col(Scoring.ID),
      col(Scoring.ERROR).as("Reason"),
      source("topic").as("Topic"),
      source("partition").as("Partition"),
      source("offset").as("Offset"),
      current_timestamp().as("RejectedAt")
    };
  }

  private static Column[] deadLetter() {
    return new Column[] {
      col(Scoring.ID).as("key"),
      source(Scoring.VALUE).as("value"),
      array(
              header(DeadLetters.REASON, col(Scoring.ERROR)),
              header(DeadLetters.TOPIC, source("topic")),
              header(DeadLetters.PARTITION, source("partition")),
              header(DeadLetters.OFFSET, source("offset")))
          .as("headers")
    };
  }

  private static Column header(String name, Column text) {
    return struct(lit(name).as("key"), text.cast("string").cast("binary").as("value"));
  }

  private static Column source(String field) {
    return col(Scoring.SOURCE + "." + field);
  }
}
