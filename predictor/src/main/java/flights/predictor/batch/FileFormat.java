package flights.predictor.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;

import flights.core.contract.ModelConfig;
import flights.model.RowMaps;
import flights.model.Scoring;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The kinds of files that rows are read from and written to; the ending tells. */
enum FileFormat {
  JSONL {
    @Override
    Dataset<Row> requests(SparkSession spark, String path, ModelConfig model) {
      return spark
          .read()
          .text(path)
          .filter(length(trim(col(Scoring.VALUE))).gt(0))
          .select(col(Scoring.VALUE).cast("binary").as(Scoring.VALUE));
    }

    @Override
    void write(Dataset<Row> answers, String folder) {
      Column all =
          struct(Stream.of(answers.columns()).map(c -> col("`" + c + "`")).toArray(Column[]::new));
      answers.select(RowMaps.json(all).cast("string").as("value")).write().text(folder);
    }
  },

  CSV {
    @Override
    Dataset<Row> requests(SparkSession spark, String path, ModelConfig model) {
      Dataset<Row> rows = spark.read().option("header", "true").option("escape", "\"").csv(path);
      return TextRequests.of(rows, model, path);
    }

    @Override
    void write(Dataset<Row> answers, String folder) {
      Column[] flat =
          Stream.of(answers.schema().fields()).map(FileFormat::flat).toArray(Column[]::new);
      answers.select(flat).write().option("header", "true").option("escape", "\"").csv(folder);
    }
  },

  PARQUET {
    @Override
    Dataset<Row> requests(SparkSession spark, String path, ModelConfig model) {
      Dataset<Row> rows = TextRequests.withIds(spark.read().parquet(path), model);
      TextRequests.requireColumns(rows, model, path);
      return rows.select(RowMaps.json(struct(col("*"))).as(Scoring.VALUE));
    }

    @Override
    void write(Dataset<Row> answers, String folder) {
      answers.write().parquet(folder);
    }
  };

  /** The rows of a file as requests. */
  abstract Dataset<Row> requests(SparkSession spark, String path, ModelConfig model);

  /** Writes rows into a new folder. */
  abstract void write(Dataset<Row> answers, String folder);

  /** Throws IllegalArgumentException when the ending is none of those known. */
  static FileFormat of(String path) {
    String name = path.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2)$", "");
    if (name.endsWith(".jsonl") || name.endsWith(".json") || name.endsWith(".ndjson")) {
      return JSONL;
    }
    if (name.endsWith(".csv")) {
      return CSV;
    }
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    throw new IllegalArgumentException(
        path
            + " ends neither in .jsonl, .csv nor .parquet; a collection is written collection:NAME");
  }

  /** A table of texts has no place for lists. */
  private static Column flat(StructField field) {
    Column column = col("`" + field.name() + "`");
    boolean nested =
        field.dataType() instanceof ArrayType
            || field.dataType() instanceof StructType
            || field.dataType() instanceof MapType;
    return nested ? to_json(column).as(field.name()) : column;
  }
}
