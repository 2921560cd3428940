package flights.trainer;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import flights.model.domain.Domains;
import flights.model.domain.InputFormat;
import flights.model.domain.InputRows;
import flights.trainer.pipeline.PipelineSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
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

  /** All of several paths, the newest last. A row that comes again in a later one counts once. */
  static InputRows read(SparkSession spark, PipelineSpec spec, List<String> paths) {
    List<InputRows> parts = new ArrayList<>();
    Runnable release = () -> parts.forEach(InputRows::close);
    try {
      for (String path : paths.subList(0, paths.size() - 1)) {
        parts.add(readBefore(spark, spec, path));
      }
      parts.add(read(spark, spec, paths.get(paths.size() - 1)));
      Dataset<Row> rows = parts.get(0).rows();
      Map<String, Long> dropped = new LinkedHashMap<>(parts.get(0).dropped());
      for (InputRows part : parts.subList(1, parts.size())) {
        rows = without(rows, part.rows(), spec).unionByName(part.rows(), true);
        part.dropped().forEach((reason, count) -> dropped.merge(reason, count, Long::sum));
      }
      String formats = parts.stream().map(InputRows::format).distinct().collect(joining(", "));
      return new InputRows(rows, formats, dropped, release);
    } catch (RuntimeException e) {
      release.run();
      throw e;
    }
  }

  private static InputRows readBefore(SparkSession spark, PipelineSpec spec, String path) {
    try {
      return read(spark, spec, path);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "the champion has learnt from %s, which cannot be read any more: train without --with-previous, or name all rows by --data"
              .formatted(path),
          e);
    }
  }

  private static Dataset<Row> without(Dataset<Row> rows, Dataset<Row> others, PipelineSpec spec) {
    Set<String> compared = new LinkedHashSet<>(List.of(rows.columns()));
    compared.retainAll(List.of(others.columns()));
    if (!spec.columns().isEmpty()) {
      compared.retainAll(spec.columns());
    }
    Column same =
        compared.stream()
            .map(name -> of("before", name).eqNullSafe(of("after", name)))
            .reduce(lit(true), Column::and);
    return rows.as("before").join(others.as("after"), same, "left_anti");
  }

  private static Column of(String side, String name) {
    return col(side + ".`" + name + "`");
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
