package flights.predictor.batch;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.settings.Settings;
import flights.core.store.Collections;
import flights.core.store.StoreAccess;
import flights.model.store.StoreConnector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A collection of the store. */
record CollectionPlace(String name, Settings settings) implements RowPlace {

  static final String PREFIX = "collection:";

  private static final String DATE = "^\\{\\s*\"\\$date\"\\s*:\\s*\"([^\"]+)\"\\s*}$";

  @Override
  public void requireThere(SparkSession spark) {
    // An empty one is told when it is read.
  }

  @Override
  public void requireRoom(SparkSession spark) {
    // What is there by the same id is replaced.
  }

  /** A document without the model's id goes by its own. */
  @Override
  public Dataset<Row> requests(SparkSession spark, ModelConfig model) {
    StructType texts = new StructType().add("_id", DataTypes.StringType);
    for (Field field : model.inputSchema()) {
      texts = texts.add(field.name(), DataTypes.StringType);
    }
    Dataset<Row> rows =
        StoreConnector.read(spark.read().schema(texts), StoreAccess.of(settings), name)
            .repartition(spark.sparkContext().defaultParallelism());
    String id = model.idColumn();
    rows = rows.withColumn(id, coalesce(col("`" + id + "`"), col("_id")));
    return TextRequests.of(withPlainTimes(rows, model), model, PREFIX + name);
  }

  /** A date of the store comes as the text of its extended JSON. */
  private static Dataset<Row> withPlainTimes(Dataset<Row> rows, ModelConfig model) {
    Dataset<Row> plain = rows;
    for (Field field : model.inputSchema()) {
      if (field.type() == FieldType.TIMESTAMP) {
        Column text = col("`" + field.name() + "`");
        plain = plain.withColumn(field.name(), regexp_replace(text, lit(DATE), lit("$1")));
      }
    }
    return plain;
  }

  @Override
  public void write(Dataset<Row> answers) {
    // Rows that were rejected are deleted in their time too.
    Dataset<Row> dated =
        answers.withColumn(
            Collections.PREDICTED_AT, coalesce(col(Collections.PREDICTED_AT), current_timestamp()));
    StoreConnector.write(dated, StoreAccess.of(settings), name);
  }
}
