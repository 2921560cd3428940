package flights.predictor.batch;

import flights.core.contract.ModelConfig;
import flights.core.settings.Settings;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Where rows are read from or written to. */
interface RowPlace {

  /** Throws IllegalArgumentException when there is nothing to read. */
  void requireThere(SparkSession spark);

  /** Throws IllegalArgumentException when something is there that is not to be overwritten. */
  void requireRoom(SparkSession spark);

  /** The rows as requests to a model, in a column {@code value}. */
  Dataset<Row> requests(SparkSession spark, ModelConfig model);

  /** Writes {@link ScoredRows}. */
  void write(Dataset<Row> answers);

  /** Throws IllegalArgumentException when the text names no such place. */
  static RowPlace of(String text, Settings settings) {
    return text.startsWith(CollectionPlace.PREFIX)
        ? new CollectionPlace(text.substring(CollectionPlace.PREFIX.length()), settings)
        : new FilePlace(text, FileFormat.of(text));
  }
}
