package flights.trainer;

import flights.model.domain.Domains;
import flights.model.domain.InputFormat;
import flights.model.domain.InputRows;
import flights.trainer.pipeline.PipelineSpec;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the rows that a pipeline starts from: in a domain's own format, or in one of Spark's. */
final class RawData {

  private RawData() {}

  /** Throws an exception with one line for people when nothing can be read. */
  static InputRows read(SparkSession spark, PipelineSpec spec, String path) {
    InputFormat own = Domains.found().inputFormats().get(spec.input());
    return own == null ? inSparksFormat(spark, spec, path) : own.read(spark, path);
  }

  private static InputRows inSparksFormat(SparkSession spark, PipelineSpec spec, String path) {
    try {
      Dataset<Row> rows = spark.read().format(spec.input()).options(spec.options()).load(path);
      requireColumns(rows, spec, path);
      return new InputRows(rows, spec.input(), Map.of(), () -> {});
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new IllegalArgumentException(
            path
                + " cannot be read as "
                + spec.input()
                + ": "
                + e.getMessage().lines().findFirst().orElse(""),
            e);
      }
      throw e;
    }
  }

  private static void requireColumns(Dataset<Row> rows, PipelineSpec spec, String path) {
    List<String> there = List.of(rows.columns());
    for (String column : spec.columns()) {
      if (!there.contains(column)) {
        throw new IllegalArgumentException(
            path
                + " has no column "
                + column
                + ", which "
                + spec.name()
                + " needs; it has "
                + String.join(", ", there));
      }
    }
  }
}
