package flights.flight.spark.history;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of files as text, in the order of {@link HistoryColumns}, and one more that is null
 * where a row is not whole.
 */
final class RawRows {

  private final SparkSession spark;
  private final HistoryFormat format;

  RawRows(SparkSession spark, HistoryFormat format) {
    this.spark = spark;
    this.format = format;
  }

  /** At least one file, all of the format. */
  Dataset<Row> of(List<SourceFile> files) {
    Map<List<Object>, List<SourceFile>> alike =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    file -> List.of(file.kind(), file.base(), file.schema()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return alike.values().stream().map(this::read).reduce(Dataset::union).orElseThrow();
  }

  private Dataset<Row> read(List<SourceFile> alike) {
    String[] paths = alike.stream().map(file -> file.path().toString()).toArray(String[]::new);
    SourceFile first = alike.get(0);
    Dataset<Row> rows =
        switch (first.kind()) {
          case PARQUET -> parquet(first.base()).parquet(paths);
          case CSV -> spark.read().schema(texts(first.columns())).option("header", true).csv(paths);
          case ZIPPED_CSV ->
              spark.read().schema(texts(first.columns())).option("header", true).csv(lines(paths));
          case JSON_LINES -> spark.read().schema(texts(jsonFields())).json(paths);
        };
    return rows.selectExpr(expressions());
  }

  /** Takes columns from the names of the folders under the base. */
  private DataFrameReader parquet(Optional<Path> base) {
    DataFrameReader reader = spark.read();
    return base.map(folder -> reader.option("basePath", folder.toString())).orElse(reader);
  }

  private String[] expressions() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < HistoryColumns.ALL.size(); i++) {
      all.add(
          "cast(%s as string) as %s"
              .formatted(format.texts().get(i), HistoryColumns.ALL.get(i).name()));
    }
    all.add(format.whole());
    return all.toArray(String[]::new);
  }

  private List<String> jsonFields() {
    List<String> fields = new ArrayList<>(format.required());
    fields.add(HistoryFormats.CORRUPT);
    return fields;
  }

  private static StructType texts(List<String> columns) {
    return new StructType(
        columns.stream()
            .map(name -> DataTypes.createStructField(name, DataTypes.StringType, true))
            .toArray(StructField[]::new));
  }

  /** One task unzips one file at a time, so plain CSV is read with more hands. */
  private Dataset<String> lines(String... zips) {
    FlatMapFunction<byte[], String> unzip = RawRows::unzipped;
    return spark
        .read()
        .format("binaryFile")
        .load(zips)
        .select("content")
        .as(Encoders.BINARY())
        .flatMap(unzip, Encoders.STRING());
  }

  private static Iterator<String> unzipped(byte[] zip) throws IOException {
    BufferedReader table = ZippedCsv.open(new ByteArrayInputStream(zip));
    return table.lines().iterator();
  }
}
