package flights.trainer;

import flights.model.domain.Domains;
import flights.model.domain.InputFormat;
import flights.model.domain.InputRows;
import flights.trainer.pipeline.PipelineSpec;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** Reads the rows that a pipeline starts from: in a domain's own format, or in one of Spark's. */
final class RawData {

  private static final String MALFORMED = "columnNameOfCorruptRecord";

  private RawData() {}

  /** Throws an exception with one line for people when nothing can be read. */
  static InputRows read(SparkSession spark, PipelineSpec spec, String path) {
    InputFormat own = Domains.found().inputFormats().get(spec.input());
    return own == null ? inSparksFormat(spark, spec, path) : own.read(spark, path);
  }

  private static InputRows inSparksFormat(SparkSession spark, PipelineSpec spec, String path) {
    try {
      DataFrameReader reader = spark.read().format(spec.input()).options(spec.options());
      Dataset<Row> rows = reader.load(path);
      requireColumns(rows, spec, path);
      return new InputRows(
          withMalformed(rows, reader, spec, path), spec.input(), Map.of(), () -> {});
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

  /** Spark fills the column for malformed rows only where a schema that it is given has it. */
  private static Dataset<Row> withMalformed(
      Dataset<Row> rows, DataFrameReader reader, PipelineSpec spec, String path) {
    String column = spec.options().get(MALFORMED);
    return column == null || List.of(rows.columns()).contains(column)
        ? rows
        : reader.schema(rows.schema().add(column, DataTypes.StringType)).load(path);
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
